/**
 * On which addresses this server is spoken to. One rule for pages, forms and sockets: a request that
 * changes something, and every socket, must come from a page of ours.
 */
import { BlockList, isIP } from 'node:net';

export type Origins = {
  /** The origin a request was made on, by its Host header: for links, cookies and comparisons. */
  of(host: string | undefined): string;
  /** Whether people come over https where a request was made on this Host. */
  isSecure(host: string | undefined): boolean;
  /** Whether a page of this Origin may change things or open a socket. A missing Origin may not. */
  mayWrite(origin: string | null | undefined, host: string | undefined): boolean;
};

const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addSubnet('169.254.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/**
 * @param host as in a Host header, port included. Names other than localhost are not near: anybody
 * may point a name of theirs at a private address, and a page there would then be 'ours'.
 */
export function isNear(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  const address = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  return version !== 0 && near.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** @param listed `ORIGIN`; empty: plain http on loopback and private addresses. */
export function createOrigins(listed: readonly string[]): Origins {
  const [first] = listed;
  function of(host: string | undefined): string {
    if (first === undefined) return `http://${host ?? 'localhost'}`;
    return listed.find((origin) => new URL(origin).host === host) ?? first;
  }
  return {
    of,
    isSecure: (host) => of(host).startsWith('https:'),
    mayWrite(origin, host) {
      if (!origin) return false;
      if (first !== undefined) return listed.includes(origin);
      return host !== undefined && isNear(host) && origin === of(host);
    },
  };
}
