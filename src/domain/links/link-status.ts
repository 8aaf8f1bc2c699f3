/**
 * What a look at a link told: whether it works, what to do when not, and whether its page may stand in one of
 * ours. Pure: the server looks, this says what that means.
 */

/**
 * `works`: it opens for anybody. `no-access`: it asks who you are. `unreachable`: nothing came, or an error.
 * `forbidden`: it lies where the server does not go: its own machine, a private network, another scheme.
 */
export const linkStatuses = ['works', 'no-access', 'unreachable', 'forbidden'] as const;
export type LinkStatus = (typeof linkStatuses)[number];

/** The head of an answer. Names of headers in lower case. */
export type AnswerHead = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The address that answered, after redirects. */
  readonly address: string;
};

/** Words in an address to which a site sends who must sign in first. */
const SIGN_IN =
  /(^|[./_-])(log-?in|sign-?in|signon|sso|auth|oauth2?|saml|accounts?|servicelogin)([./_-]|$)/i;

/** @param asked the address that was asked for: one that is itself a page to sign in is not taken for one. */
export function statusOf({ status, address }: AnswerHead, asked: string): LinkStatus {
  if (status === 401 || status === 403 || status === 407) return 'no-access';
  if (status < 200 || status >= 400) return 'unreachable';
  return asksWho(address) && !asksWho(asked) ? 'no-access' : 'works';
}

function asksWho(address: string): boolean {
  try {
    const { hostname, pathname } = new URL(address);
    return SIGN_IN.test(`${hostname}${pathname}`);
  } catch {
    return false;
  }
}

/**
 * Whether a browser would show that page within a page of `origin`: `frame-ancestors` decides where a policy
 * has it (CSP 3, 6.4.2), else X-Frame-Options (RFC 7034). Only https stands in a page of ours, since a browser
 * refuses anything else in a page that came by https. Where it is not sure the answer is no.
 * @param origin of our page, such as `https://kamer.example`.
 */
export function mayBeFramed({ headers, address }: AnswerHead, origin: string): boolean {
  if (!address.startsWith('https://')) return false;
  const policies = listOf(headers['content-security-policy']);
  const ancestors = policies.flatMap((policy) => ancestorsIn(policy) ?? []);
  if (ancestors.length > 0) {
    return ancestors.every((sources) => sources.some((source) => allows(source, origin, address)));
  }
  return listOf(headers['x-frame-options']).every(
    (option) => option.trim().toLowerCase() === 'allowall',
  );
}

/** One header may hold several policies, and there may be several headers. */
function listOf(header: string | readonly string[] | undefined): string[] {
  return [header ?? []].flat().flatMap((one) => one.split(','));
}

/** The sources of each `frame-ancestors` in a policy; the first counts, as browsers have it. */
function ancestorsIn(policy: string): string[][] | null {
  for (const directive of policy.split(';')) {
    const [name, ...sources] = directive.trim().split(/\s+/);
    if (name?.toLowerCase() === 'frame-ancestors') return [sources];
  }
  return null;
}

function allows(source: string, origin: string, address: string): boolean {
  const plain = source.toLowerCase();
  if (plain === '*') return true;
  if (plain === "'self'") return new URL(address).origin === origin;
  if (plain === 'https:' || plain === 'http:') return origin.startsWith(plain);
  const { protocol, hostname, port } = new URL(origin);
  const [, scheme = '', host = '', ofPort = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^:/]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(plain) ?? [];
  if (host === '') return false;
  if (scheme !== '' && `${scheme}:` !== protocol) return false;
  if (ofPort !== '*' && ofPort !== port) return false;
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
