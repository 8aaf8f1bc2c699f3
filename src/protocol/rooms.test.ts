import { expect, test } from 'vitest';
import { isSamePlace, parseRoomName, roomName, type RoomAddress } from '#protocol/rooms';

const pile: RoomAddress = {
  ...{ kind: 'private', sprintId: 's', memberId: 'anna', private: 'pile', lineage: 'l1' },
};

test('[S130] a private room is named by its member and its kind, and read back the same', () => {
  for (const address of [pile, { ...pile, private: 'pad' } as const]) {
    expect(parseRoomName(roomName(address))).toEqual(address);
  }
  expect(roomName(pile)).toBe('s/private/anna/pile/l1');
});

test('[S131] the address of before names the pile; what is no kind, or one part too many, names nothing', () => {
  expect(parseRoomName('s/private/anna/l1')).toEqual(pile);
  for (const name of ['s/private/anna/wall/l1', 's/private/anna', 's/private/anna/pile/l1/x']) {
    expect(parseRoomName(name), name).toBeUndefined();
  }
});

test('[S131] a pile goes on in another lineage of itself, whichever way it was called; a pad does not', () => {
  expect(isSamePlace('s/private/anna/l1', 's/private/anna/pile/l2')).toBe(true);
  expect(isSamePlace('s/b/l1', 's/b/l2')).toBe(true);
  expect(isSamePlace('s/private/anna/l1', 's/private/anna/pile/l1')).toBe(false);
  expect(isSamePlace('s/private/anna/l1', 's/private/anna/pad/l2')).toBe(false);
  expect(isSamePlace('s/b/l1', 's/c/l2')).toBe(false);
  expect(isSamePlace('s/private/anna/l1', 's/private/bram/pile/l2')).toBe(false);
});
