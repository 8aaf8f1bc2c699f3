import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { stockProvider, type LineEvents } from '$lib/room/stock-provider';
import { socketWith, until } from '#tests/rooms/support/clients';
import { atEnd, bare, caughtUp, roomsServer, stock } from '#tests/rooms/support/tidy';

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

test('[S50] what changes within a moment comes in one frame, to each without their own', async () => {
  // Longer than the test lasts, save for what is told first.
  const server = await roomsServer({ limits: { presenceMs: 1_000 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const carla = await caughtUp(server, await server.enter('Carla'));
  anna.say(41, 1, { cursor });
  await until('Carla sees Anna', () => carla.presence.get(41) != null);
  const from = { bram: bram.heard.length, carla: carla.heard.length };
  for (let n = 1; n <= 20; n += 1) {
    anna.say(41, 1 + n, { cursor: { x: n, y: 0 } });
    bram.say(42, n, { cursor: { x: 0, y: n } });
  }
  const at = (who: typeof anna, id: number) => who.presence.get(id)?.cursor;
  await until('Carla sees both', () => at(carla, 41) != null && at(carla, 42) != null);
  await until('Bram sees Anna', () => (at(bram, 41) as typeof cursor | undefined)?.x === 20);
  expect([at(carla, 41), at(carla, 42)]).toEqual([
    { x: 20, y: 0 },
    { x: 0, y: 20 },
  ]);
  const told = (who: typeof anna, since: number) =>
    who.heard.slice(since).flatMap((said) => (said.kind === 'presence' ? [said.states] : []));
  expect(told(carla, from.carla)).toHaveLength(1);
  expect(told(bram, from.bram).flatMap((states) => states.map(([id]) => id))).toEqual([41]);
});

test('[S25] our own provider sends nobody else back', async () => {
  const server = await roomsServer();
  const { wsUrl, boardName } = server;
  const visitor = await server.enter('Anna');
  const sent: Uint8Array[] = [];
  const Socket = socketWith(visitor.cookie, server.origin);
  class Watched extends Socket {
    override send(data: Uint8Array<ArrayBuffer>): void {
      sent.push(data);
      super.send(data);
    }
  }
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const nothing = () => undefined;
  const events: LineEvents = {
    ...{ onConnecting: nothing, onConnected: nothing, onSynced: nothing, onLost: nothing },
    ...{ onRefused: nothing, onFrame: nothing, onAcknowledged: nothing, onBreach: nothing },
  };
  const target = { doc, awareness, room: boardName, wsBase: wsUrl, socketClass: Watched };
  const provider = stockProvider(target, events);
  atEnd(() => provider.destroy());
  provider.connect();
  await until('it is synced', () => provider.synced);
  const bram = await caughtUp(server, await server.enter('Bram'));
  const before = sent.length;
  bram.say(42, 1, { cursor });
  await until('Anna sees Bram', () => awareness.getStates().has(42));
  expect(sent).toHaveLength(before);
  awareness.setLocalState({ cursor });
  await until('Bram sees Anna', () => bram.presence.get(doc.clientID)?.cursor != null);
  expect(sent).toHaveLength(before + 1);
});
