import { expect, test } from 'vitest';
import { DoorPauses, FamiliarSessions } from '#server/rooms/door-pauses';

const pauses = { free: 2, firstMs: 1_000, longestMs: 3_000, forgivenMs: 60_000 };

test('[S63] each further time doubles the pause, up to the longest, and time forgives', () => {
  const door = new DoorPauses(pauses);
  const endsAt = (nowMs: number): number => {
    door.note('anna', nowMs);
    let untilMs = nowMs;
    while (door.keepsOut('anna', untilMs)) untilMs += 500;
    return untilMs - nowMs;
  };
  expect([0, 1, 2, 3, 4, 5].map((at) => endsAt(at * 10_000))).toEqual([
    0, 0, 1_000, 2_000, 3_000, 3_000,
  ]);
  expect(door.keepsOut('bram', 50_000)).toBe(false);
  expect(endsAt(200_000)).toBe(0);
});

test('[S63] what is remembered is bounded: the oldest is forgiven, the newest is not', () => {
  const door = new DoorPauses({ ...pauses, free: 0 });
  const familiar = new FamiliarSessions();
  for (let n = 0; n < 20_000; n += 1) {
    door.note(`n${n}`, 0);
    familiar.add(`n${n}`);
  }
  expect([door.keepsOut('n0', 1), door.keepsOut('n19999', 1)]).toEqual([false, true]);
  expect([familiar.has('n0'), familiar.has('n19999')]).toEqual([false, true]);
});
