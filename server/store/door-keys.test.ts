import { expect, test } from 'vitest';
import { createDoorKeys } from '#server/store/door-keys';

const keys = createDoorKeys('a key of more than thirty-two characters');

test('[P37] what is sealed is opened for the same row only, and differs each time', () => {
  const sealed = keys.seal('code', 's1', 'ABC234');
  expect(sealed).not.toContain('ABC234');
  expect(keys.seal('code', 's1', 'ABC234')).not.toBe(sealed);
  expect(keys.open('code', 's1', sealed)).toBe('ABC234');
  expect(keys.open('code', 's2', sealed)).toBeNull();
  expect(keys.open('link', 's1', sealed)).toBeNull();
});

test('[P37] another key, a changed text or no seal at all open nothing', () => {
  const sealed = keys.seal('link', 'l1', 'secret');
  const other = createDoorKeys('another key of more than thirty-two signs');
  expect(other.open('link', 'l1', sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(keys.open('link', 'l1', changed.toString('base64url'))).toBeNull();
  }
  for (const none of ['', 'ABC234', 'x'.repeat(60)])
    expect(keys.open('link', 'l1', none)).toBeNull();
});

test('[P37] the hash is found again, by this key and for this kind only', () => {
  const other = createDoorKeys('another key of more than thirty-two signs');
  expect(keys.hash('code', 'ABC234')).toBe(keys.hash('code', 'ABC234'));
  const hashes = [
    keys.hash('code', 'ABC234'),
    keys.hash('link', 'ABC234'),
    other.hash('code', 'ABC234'),
  ];
  expect(new Set(hashes).size).toBe(3);
});
