import { expect, test } from 'vitest';
import { until } from '#tests/rooms/support/clients';
import { bare, caughtUp, roomsServer, stock } from '#tests/rooms/support/tidy';

const cursor = { x: 10, y: 20 };

test('[S24] who somebody is, is written by the server over what the browser says', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  const bram = await caughtUp(server, await server.enter('Bram'));
  const forged = { id: 'x', name: 'De beslisser', color: 5 };
  anna.say(41, 1, { member: forged, cursor });
  await until('Bram sees Anna', () => bram.presence.get(41) != null);
  expect(bram.presence.get(41)).toMatchObject({
    member: { id: visitor.memberId, name: 'Anna', color: 0 },
    cursor,
  });
  // Who comes later sees her too, and a clock that goes backwards is the server's to mend.
  const carla = await caughtUp(server, await server.enter('Carla'));
  await until('Carla sees Anna', () => carla.presence.get(41) != null);
  anna.say(41, 0, { cursor: { x: 1, y: 1 } });
  await until('the newer place', () => (bram.presence.get(41)?.cursor as typeof cursor)?.x === 1);
  const clocks = bram.heard.flatMap((said) =>
    said.kind === 'presence' ? said.states.map(([, clock]) => clock) : [],
  );
  expect([...clocks].sort((a, b) => a - b)).toEqual(clocks);
  expect(new Set(clocks).size).toBe(clocks.length);
});

test("[S25] what a browser says of others, or under another member's clientID, is dropped in silence", async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const carla = await caughtUp(server, await server.enter('Carla'));
  anna.say(41, 1, { cursor });
  await until('Carla sees Anna', () => carla.presence.get(41) != null);
  // Before it shows itself at all, as an echo of the stock provider may come.
  bram.sayAll([[41, 99, { cursor: { x: 66, y: 66 } }]]);
  bram.say(41, 100, null);
  bram.sayAll([
    [42, 1, { cursor }],
    [43, 1, { cursor }],
    [41, 101, { cursor: { x: 66, y: 66 } }],
  ]);
  await until('Carla sees Bram', () => carla.presence.get(42) != null);
  await bram.settled();
  expect(carla.presence.has(43)).toBe(false);
  expect(carla.presence.get(41)).toMatchObject({ cursor });
  expect(bram.closed).toBeUndefined();
  // A clientID that wrote for Anna is hers in presence too.
  anna.sync(2, anna.type('a'));
  await until('it is saved', () => anna.acknowledged === 2);
  carla.say(anna.doc.clientID, 1, { cursor });
  await carla.settled();
  expect(bram.presence.has(anna.doc.clientID)).toBe(false);
});

test('[S26] a state above 2 KiB closes its sender, one that does not fit is not shown, and others are not looked at', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  anna.say(41, 1, { cursor: 'here', more: true });
  anna.say(41, 3, 'x');
  anna.sayAll([[99, 1, { text: 'x'.repeat(5_000) }]]);
  await anna.settled();
  await bram.settled();
  expect(bram.presence.get(41) ?? null).toBeNull();
  expect(anna.closed).toBeUndefined();
  anna.say(41, 4, { typing: 'x'.repeat(2_100) });
  expect(await anna.ended()).toBe(4413);
});

test('[S27] while cursors are hidden only identity is sent, and a change of that is told at once', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const state = { cursor, selection: ['n1'], typing: 'n1' };
  anna.say(41, 1, state);
  await until('Bram sees the cursor', () => bram.presence.get(41)?.cursor != null);
  await server.setPhase('voting');
  await until('it is gone', () => bram.presence.get(41)?.cursor === undefined);
  const from = bram.heard.length;
  anna.say(41, 2, { ...state, cursor: { x: 30, y: 30 } });
  await anna.settled();
  await bram.settled();
  const carla = await caughtUp(server, await server.enter('Carla'));
  await until('Carla sees who is here', () => carla.presence.get(41) != null);
  const heard = [...bram.heard.slice(from), ...carla.heard];
  for (const said of heard.filter((one) => one.kind === 'presence')) {
    for (const [, , shown] of said.states) expect(Object.keys(shown as object)).toEqual(['member']);
  }
  await server.setPhase('grouping');
  await until('it is back', () => (bram.presence.get(41)?.cursor as typeof cursor)?.x === 30);
});

test('[S28] who leaves is gone for the others, and is seen again on return', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const a = stock(server, visitor);
  const b = stock(server, await server.enter('Bram'));
  await until('both are synced', () => a.provider.synced && b.provider.synced);
  a.provider.awareness.setLocalState({ cursor });
  const seen = () => b.provider.awareness.getStates().has(a.doc.clientID);
  await until('Bram sees Anna', seen);
  for (let i = 0; i < 3; i++) {
    // No goodbye: the line breaks, and the provider comes back with the same number.
    a.provider.ws?.close();
    await until('Bram sees her go', () => !seen());
    await until('Bram sees her again', seen);
  }
  a.close();
  await until('Bram sees her go', () => !seen());
});

test('[S28] a browser that is back before its old line was given up keeps its place', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const bram = await caughtUp(server, await server.enter('Bram'));
  const old = await caughtUp(server, visitor);
  old.say(41, 1, { cursor });
  await until('Bram sees Anna', () => bram.presence.get(41) != null);
  const fresh = await bare(server, visitor);
  fresh.say(41, 1, { cursor: { x: 5, y: 5 } });
  await until(
    'the new line shows',
    () => (bram.presence.get(41)?.cursor as typeof cursor)?.x === 5,
  );
  old.close();
  await fresh.settled();
  await bram.settled();
  expect(bram.presence.get(41)).not.toBeNull();
});
