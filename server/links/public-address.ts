/**
 * Which addresses of the internet the server may connect to for somebody: those of the public net, and none
 * of its own machine, of the networks behind it, or of a cloud's own services. Says no to what it does not know.
 * The blocks are IANA's special-purpose registries (IPv4 and IPv6, RFC 6890 and its updates).
 */
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Not to be reached on the public net: [first address, length of the prefix]. */
const closedIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; the clouds' metadata is here.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 3],
];

/** Within 2000::/3, which is all that is given out. What translates to IPv4 is closed whole. */
const closedIpv6: readonly (readonly [string, number])[] = [
  // Teredo, ORCHID and the other protocols' own.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4.
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [first, prefix] of closedIpv4) closed.addSubnet(first, prefix, 'ipv4');
for (const [first, prefix] of closedIpv6) closed.addSubnet(first, prefix, 'ipv6');
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');

/**
 * @param address as a resolver gives it. An IPv4 address in the dress of IPv6 (`::ffff:127.0.0.1`,
 * `64:ff9b::7f00:1`) is none of the public net.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false;
  return givenOut.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** Whether it is one of this machine's own, public ones too. */
export function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .some((one) => one.address === address);
}
