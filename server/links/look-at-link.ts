/**
 * Looks at an address that somebody gave, as a guest would: one request for each redirect, of which only the
 * head is read. Asked by `link-checks.ts`. A name is resolved once and the connection goes to an address that
 * was judged; each redirect is judged again; no cookie, no referrer, nothing of the sprint goes along.
 */
import { lookup as resolve } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isWebAddress } from '#domain/demos/web-address';
import { mayBeFramed, statusOf, type AnswerHead, type LinkStatus } from '#domain/links/link-status';
import { isOwnAddress, isPublicAddress } from '#server/links/public-address';

/** For all redirects of one link together. */
const LOOK_MS = 8_000;
const MOST_REDIRECTS = 5;
/** Where ours is not known only a page that every origin may frame is taken for one. */
const ANY_ORIGIN = 'http://unknown.invalid';
/** Node's own bound is 16 kB; no page needs more to say where it is. */
const MOST_HEAD_BYTES = 16 * 1024;

export type LinkGround = {
  /** All addresses of a name. */
  resolve(hostname: string): Promise<readonly string[]>;
  /** Whether the server may connect there. */
  mayConnect(address: string, port: number): boolean;
};

/** Low ports that are not the web's speak other protocols. */
const isWebPort = (port: number): boolean => port === 80 || port === 443 || port >= 1_024;

/** The internet as it is, of which only the public part is asked. */
export const publicGround: LinkGround = {
  async resolve(hostname) {
    const found = await resolve(hostname, { all: true, verbatim: true });
    return found.map(({ address }) => address);
  },
  mayConnect: (address, port) =>
    isWebPort(port) && isPublicAddress(address) && !isOwnAddress(address),
};

export type LinkLook = { readonly status: LinkStatus; readonly embeds: boolean };

/** Somewhere that the server does not go. */
class ForbiddenError extends Error {}

/**
 * Never throws; within eight seconds.
 * @param own origins of this server, such as `https://kamer.example`; the first is that of our pages.
 */
export async function lookAtLink(
  address: string,
  { own, ground = publicGround, withinMs = LOOK_MS }: LookParts,
): Promise<LinkLook> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    const head = await follow(address, { own, ground, signal });
    const status = statusOf(head, address);
    const embeds = status === 'works' && mayBeFramed(head, own[0] ?? ANY_ORIGIN);
    return { status, embeds };
  } catch (error) {
    return {
      status: error instanceof ForbiddenError ? 'forbidden' : 'unreachable',
      embeds: false,
    };
  }
}

type LookParts = {
  readonly own: readonly string[];
  readonly ground?: LinkGround;
  readonly withinMs?: number;
};
type Following = { own: readonly string[]; ground: LinkGround; signal: AbortSignal };

async function follow(address: string, parts: Following): Promise<AnswerHead> {
  let at = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const head = await ask(at, parts);
    const to = head.headers['location'];
    if (head.status < 300 || head.status >= 400 || typeof to !== 'string') return head;
    at = new URL(to, at).href;
  }
  throw new Error('redirected too often');
}

/** @returns the head of the answer; the rest is not read. */
async function ask(address: string, { own, ground, signal }: Following): Promise<AnswerHead> {
  if (!isWebAddress(address)) throw new ForbiddenError('not of the web');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw new ForbiddenError('with a password');
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (own.some((origin) => new URL(origin).hostname === hostname)) {
    throw new ForbiddenError('our own');
  }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const known = isIP(hostname) ? [hostname] : await inTime(ground.resolve(hostname), signal);
  const [to] = known;
  if (to === undefined) throw new Error('no address');
  // One that is not allowed among several is enough: which of them answers is not ours to say.
  if (!known.every((one) => ground.mayConnect(one, port))) throw new ForbiddenError('not public');
  return head(url, { to, signal });
}

function head(url: URL, { to, signal }: { to: string; signal: AbortSignal }): Promise<AnswerHead> {
  // The name stays in the request and in the certificate; the connection goes where it was judged.
  const judged: LookupFunction = (_, options, done) => {
    const family = isIP(to);
    if (options.all) done(null, [{ address: to, family }]);
    else done(null, to, family);
  };
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        ...{ method: 'GET', lookup: judged, signal, agent: false },
        maxHeaderSize: MOST_HEAD_BYTES,
        headers: {
          'user-agent': 'Sprintkamer (looks whether a link opens)',
          accept: 'text/html,*/*;q=0.5',
        },
      },
      (response) => {
        const { statusCode: status = 0, headers } = response;
        response.destroy();
        answered({ status, headers, address: url.href });
      },
    );
    request.on('error', failed);
    request.end();
  });
}

/** A resolver cannot be called off; it is not waited for. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    const late = (): void => failed(new Error('too late'));
    if (signal.aborted) return late();
    signal.addEventListener('abort', late, { once: true });
    work.then(done, failed).finally(() => signal.removeEventListener('abort', late));
  });
}
