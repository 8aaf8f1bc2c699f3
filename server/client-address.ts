/**
 * Which machine is on the line, for limits per address only; never stored. IPv6 counts by its first
 * 64 bits: a household is given that many at least, and whoever tries may write from each of them.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** A name that is no address came from a header; longer it is of no use. */
const NAME_KEPT = 64;

/**
 * @param proxies how many reverse proxies of ours stand in front: only what the outermost of them
 * wrote is believed, since anybody can send the header.
 * @returns as `addressKey`.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return addressKey(direct);
  const told = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  return addressKey(told.at(-proxies)?.trim() || direct);
}

/**
 * @param written an address as a socket or a proxy writes it, perhaps with a port or a zone.
 * @returns an IPv4 address, also where it came dressed as IPv6; `2001:db8:0:1::/64`; or the name itself.
 */
export function addressKey(written: string): string {
  const bare = withoutPort(written).replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 4) return bare;
  if (version === 0) return written.slice(0, NAME_KEPT);
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  // ::ffff:0:0/96 is IPv4 on a socket that takes both; 64:ff9b::/96 is the same behind a translator.
  const start = groups.slice(0, 6).join(':');
  if (start === '0:0:0:0:0:65535' || start === `${0x64}:${0xff9b}:0:0:0:0`) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

function withoutPort(written: string): string {
  const bracketed = /^\[(.*)\](:\d+)?$/.exec(written)?.[1];
  return bracketed ?? written.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // The URL parser writes a dotted end as two groups.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = written.split('::');
  const read = (half: string) =>
    half === '' ? [] : half.split(':').map((one) => parseInt(one, 16));
  const [front, back] = [read(before), read(after ?? '')];
  const gap = after === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: gap }, () => 0), ...back];
}
