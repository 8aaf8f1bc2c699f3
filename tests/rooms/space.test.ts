/** How much a document, a member and a sprint may hold: real sockets, with somebody at work beside. */
import { expect, test } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { addNotes, editNoteText, moveNotes, removeNotes } from '#document/boards/wall';
import { addPileNotes } from '#document/boards/pile';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { roots } from '#document/schema';
import { roomUpdates } from '#server/db/tables';
import { documentBounds, roomLimits, type RoomLimits } from '#server/rooms/limits';
import { dirtyRooms } from '../../src/lib/room/unsaved/dirty-records';
import { pageStorage } from '../../src/lib/room/unsaved/kept-storage';
import { RoomLine } from '$lib/room/room-line';
import { socketWith, until, type BareClient } from '#tests/rooms/support/clients';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';
import { atEnd, caughtUp, roomsServer } from '#tests/rooms/support/tidy';

const SMALL = {
  documents: documentBounds({
    board: { bytes: 20_000, records: 40 },
    pile: { bytes: 20_000, records: 10 },
    pad: { bytes: 20_000, records: 10 },
  }),
  tickMs: 20,
};

/** Rooms in which nothing lies yet. */
const empty = (limits: Partial<RoomLimits> = {}): Promise<RoomsServer> =>
  roomsServer({ limits, isEmpty: true });

let made = 0;
/** Notes of so many units each. @returns the update, which is not sent. */
function notes(
  client: BareClient,
  count: number,
  units = 20,
): { ids: string[]; update: Uint8Array } {
  const ids = Array.from({ length: count }, () => `n${(made += 1)}`);
  const update = client.change((doc) =>
    addNotes(
      doc,
      ids.map((id) => ({ id, text: 'x'.repeat(units), at: [0, 0], color: 'yellow' }) as const),
      local,
    ),
  );
  return { ids, update };
}

/** Sends an update. @returns once it is acknowledged. */
async function saved(client: BareClient, update: Uint8Array): Promise<void> {
  client.sync(2, update);
  const { frames } = client;
  await until('it is acknowledged', () => client.acknowledged >= frames);
}

/** Answers each question of the server for what it lacks, as a browser does. */
function answering(client: BareClient): BareClient {
  let answered = client.heard.filter(({ kind }) => kind === 'step-1').length;
  client.socket.on('message', () => {
    const asked = client.heard.filter((one) => one.kind === 'step-1');
    for (const { stateVector } of asked.slice(answered)) {
      client.sync(1, Y.encodeStateAsUpdate(client.doc, stateVector));
    }
    answered = asked.length;
  });
  return client;
}

async function stored(server: RoomsServer): Promise<number> {
  const [row] = await server.db
    .select({ bytes: sql`sum(octet_length(${roomUpdates.update}))`.mapWith(Number) })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, server.board.id));
  return row?.bytes ?? 0;
}

const onBoard = async (server: RoomsServer): Promise<number> =>
  server.rooms.read(server.board.id, (doc) => plainWall(doc).notes.length);

/** Somebody whose every word is acknowledged, whatever the others do. */
async function worker(server: RoomsServer, visitor: Visitor) {
  const client = await caughtUp(server, visitor);
  const [id = ''] = await (async () => {
    const first = notes(client, 1);
    await saved(client, first.update);
    return first.ids;
  })();
  return {
    client,
    async write(): Promise<number> {
      const startedMs = performance.now();
      await saved(
        client,
        client.change((doc) => editNoteText(doc, id, { before: '', after: 'w' }, local)),
      );
      return performance.now() - startedMs;
    },
  };
}

test('[S100] of 20 MB from one participant a quarter of a board is kept; who comes in gets no more, who works beside it is acknowledged', async () => {
  const server = await empty();
  const victim = await worker(server, await server.enter('Vera'));
  const hostile = await caughtUp(server, await server.enter('Harm'));
  for (let sent = 0; sent < 20 && !hostile.closed; sent += 1) {
    const { update } = notes(hostile, 480, 2_000);
    hostile.sync(2, update);
    await victim.write();
  }
  const share = roomLimits.documents.wall.bytes * roomLimits.memberShare;
  expect(await stored(server)).toBeLessThan(share + 50_000);
  const late = await caughtUp(server, await server.enter('Laat'));
  expect(Y.encodeStateAsUpdate(late.doc).byteLength).toBeLessThan(share + 50_000);
  await victim.write();
  expect(victim.client.space).toBe('enough');
}, 60_000);

test('[S101] 11,000 notes in one pile stop at its bound, and the owner works on in what is there', async () => {
  const server = await empty({ tickMs: 20 });
  const victim = await worker(server, await server.enter('Vera'));
  const harm = await server.enter('Harm');
  const { name, id: roomId } = await server.privateRoomOf(harm);
  const hostile = await caughtUp(server, harm, { room: name });
  for (let sent = 0; sent < 110 && !hostile.closed; sent += 1) {
    const pile = Array.from({ length: 100 }, () => {
      const id = `n${(made += 1)}`;
      return { id, wall: server.boardId, text: 'a', color: 'yellow', createdAt: 1 } as const;
    });
    hostile.sync(
      2,
      hostile.change((doc) => addPileNotes(doc, pile, local)),
    );
  }
  await hostile.settled();
  await victim.write();
  const kept = await server.rooms.read(roomId, (doc) => roots.notes(doc).size);
  expect(kept).toBe(roomLimits.documents.pile.records);
  expect(hostile.space).toBe('none pile');
}, 60_000);

test('[S102] a text is bound at twice what its writer may type; longer is refused, shorter always goes', async () => {
  const server = await empty();
  const victim = await worker(server, await server.enter('Vera'));
  const anna = await caughtUp(server, await server.enter('Anna'));
  const { ids, update } = notes(anna, 1, 0);
  await saved(anna, update);
  const bram = await caughtUp(server, await server.enter('Bram'));
  const textIn = ({ doc }: BareClient): Y.Text =>
    roots
      .notes(doc)
      .get(ids[0] ?? '')
      ?.get('text') as Y.Text;
  const insert = (client: BareClient, text: string): Uint8Array =>
    client.change(() => textIn(client).insert(0, text));
  // Two who write at once, each within what a writer may.
  await saved(anna, insert(anna, 'a'.repeat(2_000)));
  await saved(bram, insert(bram, 'b'.repeat(2_000)));
  bram.sync(2, insert(bram, 'c'));
  await until('it is said', () => bram.space === 'none note');
  await victim.write();
  const cut = anna.change(() => textIn(anna).delete(0, 1_500));
  await saved(anna, cut);
  await saved(anna, insert(anna, 'd'.repeat(1_000)));
  const length = await server.rooms.read(
    server.board.id,
    (doc) => plainWall(doc).notes.find((note) => note.id === ids[0])?.text.length,
  );
  expect(length).toBe(3_500);
});

test('[S103] a full board refuses what grows it, whole, and takes moves, shorter words, removals and taking those back', async () => {
  const server = await empty({ ...SMALL, memberShare: 1 });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const { ids, update } = notes(anna, 36);
  await saved(anna, update);
  await until('both are told in time', () => anna.space === 'little board');
  expect(bram.space).toBe('little board');
  await bram.catchUp();
  const more = notes(anna, 5);
  anna.sync(2, more.update);
  await until('it is said', () => anna.space === 'none board');
  expect(await onBoard(server)).toBe(36);

  await saved(
    bram,
    bram.change((doc) => moveNotes(doc, [{ id: ids[0] ?? '', at: [5_000, 70] }], local)),
  );
  await saved(bram, notes(bram, 4).update);
  const undo = new Y.UndoManager(roots.notes(bram.doc), { captureTimeout: 0 });
  for (let times = 0; times < 5; times += 1) {
    await saved(
      bram,
      bram.change((doc) => removeNotes(doc, [ids[times] ?? ''], local)),
    );
    await saved(
      bram,
      bram.change(() => void undo.undo()),
    );
  }
  expect(await onBoard(server)).toBe(40);
});

test('[S104] what was refused waits with its writer and is taken, and acknowledged, when there is space again', async () => {
  const server = await empty({ ...SMALL, memberShare: 1 });
  const anna = answering(await caughtUp(server, await server.enter('Anna')));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const { ids, update } = notes(bram, 38);
  await saved(bram, update);
  await anna.catchUp();
  anna.sync(2, notes(anna, 5).update);
  await until('it is said', () => anna.space === 'none board');
  // What she writes after it leans on it, and waits with it.
  anna.sync(2, notes(anna, 1).update);
  await anna.settled();
  expect(anna.acknowledged).toBeLessThan(anna.frames);
  expect(await onBoard(server)).toBe(38);
  await saved(
    bram,
    bram.change((doc) => removeNotes(doc, ids.slice(0, 20), local)),
  );
  await until('all of hers is saved', () => anna.acknowledged === anna.frames);
  expect(await onBoard(server)).toBe(24);
  await until('she is told', () => anna.space === 'enough null');
});

test('[S104] who takes back what did not fit is up to date again', async () => {
  const server = await empty({ ...SMALL, memberShare: 1 });
  const anna = answering(await caughtUp(server, await server.enter('Anna')));
  const undo = new Y.UndoManager(roots.notes(anna.doc), { captureTimeout: 0 });
  await saved(anna, notes(anna, 1).update);
  anna.sync(2, notes(anna, 60, 200).update);
  await until('it is said', () => anna.space === 'none board');
  anna.sync(
    2,
    anna.change(() => void undo.undo()),
  );
  await until('all is acknowledged', () => anna.acknowledged === anna.frames);
  await saved(anna, notes(anna, 1).update);
  expect(await onBoard(server)).toBe(2);
});

test('[S105] one member fills only a share of a board; the others and who facilitates go on', async () => {
  const server = await empty(SMALL);
  const victim = await worker(server, await server.enter('Vera'));
  const facilitator = await caughtUp(server, await server.enter('Fenna', 'facilitator'));
  const harm = answering(await caughtUp(server, await server.enter('Harm')));
  await saved(harm, notes(harm, 10).update);
  harm.sync(2, notes(harm, 1).update);
  await until('his share is full', () => harm.space === 'none share');
  await victim.write();
  for (let times = 0; times < 7; times += 1) {
    await saved(facilitator, notes(facilitator, 4).update);
  }
  expect(await onBoard(server)).toBe(39);
  // Beyond the bound there is a reserve, for who facilitates alone.
  await saved(facilitator, notes(facilitator, 8).update);
  await until('the others are told', () => victim.client.space === 'none board');
  expect(await onBoard(server)).toBe(47);
  facilitator.sync(2, notes(facilitator, 5).update);
  await until('the reserve is gone', () => facilitator.space === 'none board');
});

test('[S106] who adds too much in a minute is slowed down, alone, and what waits is taken later', async () => {
  const server = await empty({ tickMs: 20, growthAtOnce: 4_000, growthPerMinute: 1_200_000 });
  const victim = await worker(server, await server.enter('Vera'));
  const hasty = answering(await caughtUp(server, await server.enter('Hans')));
  for (let times = 0; times < 4; times += 1) hasty.sync(2, notes(hasty, 20).update);
  await until('he is told', () =>
    hasty.heard.some((one) => one.kind === 'space' && one.space.of === 'pace'),
  );
  await victim.write();
  expect(victim.client.space).toBe('enough');
  await until('all of his is saved', () => hasty.acknowledged === hasty.frames);
  expect(await onBoard(server)).toBe(81);
  // Large frames of somebody who is over it end the line; the browser comes back and sends them later.
  for (let times = 0; times < 2; times += 1) hasty.sync(2, notes(hasty, 100, 1_000).update);
  expect(await hasty.ended()).toBe(4529);
  await victim.write();
});

test('[S88] who gives the server too much work is slowed down, alone, also with what only takes away', async () => {
  const server = await empty({ tickMs: 20, workAtOnce: 40_000, workPerMinute: 6_000_000 });
  const victim = await worker(server, await server.enter('Vera'));
  const eve = answering(await caughtUp(server, await server.enter('Eva')));
  const { ids, update } = notes(eve, 100, 200);
  await saved(eve, update);
  // Every second letter of a note at a time: small frames, and each tears a text into a hundred pieces.
  for (const id of ids.slice(0, 20)) {
    const tear = (doc: Y.Doc): void => {
      const text = roots.notes(doc).get(id)?.get('text') as Y.Text;
      for (let at = 0; at < text.length; at += 1) text.delete(at, 1);
    };
    eve.sync(2, eve.change(tear));
  }
  await until('she is told', () =>
    eve.heard.some((one) => one.kind === 'space' && one.space.of === 'pace'),
  );
  await victim.write();
  expect(victim.client.space).toBe('enough');
  await until('all of hers is saved', () => eve.acknowledged === eve.frames);
  await victim.write();
});

test('[S107] a sprint that stored all it may takes what does not grow it, also after a restart', async () => {
  const server = await empty({ tickMs: 20, sprintBytes: 12_000, memberShare: 1 });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const { ids, update } = notes(anna, 45);
  await saved(anna, update);
  anna.sync(2, notes(anna, 45).update);
  await until('it is said', () => anna.space === 'none sprint');
  await server.restart();
  const bram = await caughtUp(server, await server.enter('Bram'));
  bram.sync(2, notes(bram, 45).update);
  await until('it is said again', () => bram.space === 'none sprint');
  const carla = await caughtUp(server, await server.enter('Carla'));
  await saved(
    carla,
    carla.change((doc) => removeNotes(doc, ids.slice(0, 3), local)),
  );
  expect(await onBoard(server)).toBe(42);
});

test('[S108] a command that would pass what a board may hold is refused and nothing of it is done', async () => {
  const server = await empty(SMALL);
  const victim = await worker(server, await server.enter('Vera'));
  const lay = (count: number) =>
    server.rooms.change([server.board.id], async ({ doc }) => {
      const ids = Array.from({ length: count }, () => `n${(made += 1)}`);
      addNotes(
        doc(server.board.id),
        ids.map((id) => ({ id, text: 'x', at: [0, 0], color: 'yellow' }) as const),
        local,
      );
    });
  await expect(lay(60)).rejects.toMatchObject({ refusal: { code: 'board-full' } });
  expect(await onBoard(server)).toBe(1);
  await victim.write();
  await lay(45);
  expect(await onBoard(server)).toBe(46);
});

test('[L14] a browser keeps what there is no space for, says so, and has it saved when there is', async () => {
  const server = await empty({ ...SMALL, memberShare: 1 });
  const bram = await caughtUp(server, await server.enter('Bram'));
  const { ids, update } = notes(bram, 40);
  await saved(bram, update);
  const anna = await server.enter('Anna');
  const storage = pageStorage();
  const line = new RoomLine({
    ...{ room: server.boardName, memberId: anna.memberId, wsBase: server.wsUrl, storage },
    socketClass: socketWith(anna.cookie, server.origin),
  });
  atEnd(() => line.destroy());
  await until('it is live', () => line.status.kind === 'live');
  expect(line.saved).toBe('saved');
  addNotes(line.doc, [{ id: 'mine', text: 'niet kwijt', at: [0, 0], color: 'yellow' }], local);
  await until('it is said', () => line.saved === 'not-taken');
  expect(line.space).toEqual({ left: 'none', of: 'board' });
  expect(line.dirtyTexts()).toMatchObject([{ noteId: 'mine', text: 'niet kwijt' }]);
  expect(dirtyRooms(storage, anna.memberId)).toEqual([server.boardName]);
  await saved(
    bram,
    bram.change((doc) => removeNotes(doc, ids.slice(0, 20), local)),
  );
  await until('it is saved', () => line.saved === 'saved');
  expect(line.space.left).toBe('enough');
  expect(await onBoard(server)).toBe(21);
});
