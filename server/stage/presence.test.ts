import { expect, it } from 'vitest';
import { createPresence } from '#server/stage/presence';

it('counts a member as here until the last of their sockets is gone', () => {
  const presence = createPresence();
  expect(presence.enter('s', 'anna')).toBe(true);
  expect(presence.enter('s', 'anna')).toBe(false);
  expect(presence.leave('s', 'anna')).toBe(false);
  expect([...presence.here('s')]).toEqual(['anna']);
  expect(presence.leave('s', 'anna')).toBe(true);
  expect([...presence.here('s')]).toEqual([]);
  expect(presence.leave('s', 'anna')).toBe(false);
});
