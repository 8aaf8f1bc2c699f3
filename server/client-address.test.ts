import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressKey, clientAddress } from '#server/client-address';

function request(forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { headers, socket: { remoteAddress: '10.0.0.9' } } as unknown as IncomingMessage;
}

test('without a proxy of ours the header is not believed', () => {
  expect(clientAddress(request('1.2.3.4'), 0)).toBe('10.0.0.9');
});

test('behind proxies only what the outermost of them wrote counts', () => {
  expect(clientAddress(request('6.6.6.6, 1.2.3.4'), 1)).toBe('1.2.3.4');
  expect(clientAddress(request('6.6.6.6, 1.2.3.4, 10.0.0.1'), 2)).toBe('1.2.3.4');
});

test('a request that came past the proxies counts by its own address', () => {
  expect(clientAddress(request(), 1)).toBe('10.0.0.9');
});

const keys: [string, string][] = [
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['64:ff9b::192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['192.0.2.7:5123', '192.0.2.7'],
  ['unknown', 'unknown'],
  ['', ''],
];
test.each(keys)('[P32] %s counts as %s', (written, key) => {
  expect(addressKey(written)).toBe(key);
});

test('[P32] the same house counts once, behind a proxy too', () => {
  const by = (forwarded: string) => clientAddress(request(forwarded), 1);
  expect(by('2001:db8:1:2::a')).toBe(by('2001:db8:1:2:ffff::b'));
  expect(by('2001:db8:1:2::a')).not.toBe(by('2001:db8:1:3::a'));
  expect(by('x'.repeat(500))).toHaveLength(64);
});
