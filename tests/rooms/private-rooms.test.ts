import { expect, test } from 'vitest';
import { BareClient } from '#tests/rooms/support/clients';
import { bare, roomsServer } from '#tests/rooms/support/tidy';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';

function closeCodeOf(server: RoomsServer, { cookie }: Visitor, room: string) {
  const client = new BareClient(`${server.wsUrl}/sync/${room}`, { cookie, origin: server.origin });
  return client.open().then(() => client.ended());
}

test('[S130] pile and pad of one member are two rooms, and each admits its owner alone', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  const pile = await server.privateRoomOf(anna, 'pile');
  const pad = await server.privateRoomOf(anna, 'pad');
  expect(pad.id).not.toBe(pile.id);
  const others: Visitor[] = [];
  for (const role of ['facilitator', 'deelnemer', 'expert', 'waarnemer'] as const) {
    others.push(await server.enter(role, role));
  }
  for (const room of [pile.name, pad.name]) {
    const own = await bare(server, anna, { room });
    await own.next('step-1');
    for (const other of others) {
      expect([other.name, await closeCodeOf(server, other, room)]).toEqual([other.name, 4403]);
    }
  }
});

test('[S130] a member has one living room of a kind', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  await server.privateRoomOf(anna, 'pad');
  await expect(server.privateRoomOf(anna, 'pad')).rejects.toMatchObject({
    cause: { code: '23505', constraint_name: 'rooms_member' },
  });
});

test('[S131] the address of a page of before still opens the pile, and never a pad', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  const pile = await server.privateRoomOf(anna, 'pile');
  const before = pile.name.replace('/pile/', '/');
  const own = await bare(server, anna, { room: before });
  await own.next('step-1');
  const bram = await server.enter('Bram');
  expect(await closeCodeOf(server, bram, before)).toBe(4403);
  const carl = await server.enter('Carl');
  const pad = await server.privateRoomOf(carl, 'pad');
  expect(await closeCodeOf(server, carl, pad.name.replace('/pad/', '/'))).toBe(4404);
});
