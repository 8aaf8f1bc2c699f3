/** Whatever stands in the log of a room: the week goes on, and a facilitator gets the room back. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { fromBase64 } from 'lib0/buffer';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNote, addNotes } from '#document/boards/wall';
import { addPileNote } from '#document/boards/pile';
import { local } from '#document/origins';
import { plainWallOfUpdate } from '#document/plain';
import { closeCodes } from '#protocol/close-codes';
import { roomUpdates, rooms as roomRows } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import { damages, RoomLogFile } from '#tests/faults/hostile-documents';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { World, type Cast } from '#tests/support/sprint-world';
import { startServer, type TestServer } from '#tests/support/start-server';
import { watchLoop } from '#tests/support/watch-loop';
import { groundOf, knockAt } from '#tests/support/world-on-server';

const cases = Object.entries(damages).map(([name, damage]) => ({ name, ...damage }));

let database: FreshDatabase;
let server: TestServer;
let world: World;
/** Another sprint on the same server, in which somebody is at work meanwhile. */
let victim: World;

beforeAll(async () => {
  database = await freshDatabase({ connections: 12 });
});
afterAll(() => database.close());
beforeEach(async () => {
  await start();
  world = await World.make(groundOf(server));
  victim = await World.make(groundOf(server));
  await victim.openOrdered(['onverstoord']);
  return () => server.close();
});

async function start(): Promise<void> {
  server = await startServer({
    database,
    roomLimits: { unreadableMs: 0 },
    pace: { points: 10_000, perS: 10 },
  });
}

/** As after a restart: what was in memory is gone, the log is what it is. */
async function restart(): Promise<void> {
  await server.close();
  await start();
  for (const one of [world, victim]) Object.assign(one, { ground: groundOf(server) });
}

const knock = (who: Cast, owner: { boardId: string } | { memberId: string }) =>
  knockAt(server, world, who, owner);

const textsOf = async () => (await world.wall('hmw')).notes.map(({ text }) => text).sort();

describe.each(cases)('with $name in a board', ({ loads, isLost, write }) => {
  let boardId: string;
  beforeEach(async () => {
    await world.openOrdered();
    await world.onWall('hmw', (doc) =>
      addNote(doc, { id: 'later', text: 'later', color: 'pink', at: [900, 0] }, local),
    );
    boardId = await world.boardId('hmw');
    await write(new RoomLogFile(server.db, await world.roomOf({ boardId })));
    await restart();
  });

  it('[S91] [S92] it opens or says that a facilitator can bring it back, and a facilitator does, to the work of everybody', async () => {
    const loop = watchLoop();
    const client = await knock('deelnemer', { boardId });
    if (loads) await client.next('step-1');
    else expect(await client.ended()).toBe(closeCodes.unreadable);
    await victim.onWall('hmw', (doc) =>
      addNote(doc, { id: 'n', text: 'gewoon', color: 'pink', at: [0, 0] }, local),
    );
    expect((await victim.wall('hmw')).notes.map(({ text }) => text)).toContain('gewoon');
    const boards = await world.history.list(world.sessions.deelnemer, world.sprintId);
    expect(boards.map(({ moments }) => moments.length)).toEqual([2]);
    const whole = world.history.board(world.sessions.deelnemer, world.sprintId, boardId);
    if (loads)
      expect(
        plainWallOfUpdate(fromBase64((await whole).state)).notes.length,
      ).toBeGreaterThanOrEqual(4);
    else await expect(whole).rejects.toThrow('board-unreadable');
    const stepId = world.step('hmw');
    const artefact = await server.app.stages.artefact(
      world.sessions.expert,
      world.sprintId,
      stepId,
    );
    expect(artefact.wall === null).toBe(!loads);
    expect(loop.longestMs()).toBeLessThan(1_000);
    loop.end();
    client.close();
    await getsItBack();
  });

  async function getsItBack(): Promise<void> {
    const before = await world.roomOf({ boardId });
    const inRoom = loads ? await knock('expert', { boardId }) : undefined;
    await inRoom?.next('step-1');
    const [moment] = await world.moments('hmw');
    const restored = await world.run('facilitator', {
      ...{ kind: 'restore-snapshot', boardId, snapshotId: moment?.id ?? '' },
    });
    expect(restored).toMatchObject({ ok: true });
    expect(await textsOf()).toEqual(['appel', 'peer', 'pruim']);
    const after = await world.roomOf({ boardId });
    // Only where it must be: else the same room, in which everybody stays.
    const isNew = after !== before;
    expect(isNew || loads).toBe(true);
    if (inRoom && isNew) expect(await inRoom.ended()).toBe(closeCodes.otherLineage);
    const old = server.db
      .select()
      .from(roomRows)
      .where(and(eq(roomRows.id, before), isNotNull(roomRows.retiredAt)));
    expect(await old).toHaveLength(isNew ? 1 : 0);
    const client = await knock('deelnemer', { boardId });
    await client.catchUp();
    client.answer();
    client.sync(
      2,
      client.change((doc) =>
        addNote(doc, { id: 'nieuw', text: 'verder', color: 'blue', at: [0, 900] }, local),
      ),
    );
    await until('it is saved', () => client.acknowledged === 2);
    expect(await textsOf()).toEqual(['appel', 'peer', 'pruim', 'verder']);
    client.close();
    inRoom?.close();
    // Also what was there just before is among the moments, as far as it could be read.
    const kept = (await world.moments('hmw'))[0];
    expect(kept?.reason).toBe('restore');
    await world.must('facilitator', {
      kind: 'restore-snapshot',
      boardId,
      snapshotId: kept?.id ?? '',
    });
    await restart();
    await world.wall('hmw');
  }

  it('[S93] [C140] steps end, what needs the board is refused with a sentence, and without any moment it begins anew with what can be read', async () => {
    const done = await world.run('facilitator', {
      kind: 'close-step',
      stepId: world.step('hmw-ordenen'),
    });
    expect(done).toEqual({ ok: true, result: null });
    const openVote = { kind: 'open-step', stepId: world.step('hmw-stemmen') } as const;
    if (!loads) expect(await world.says('facilitator', openVote)).toBe('board-unreadable');
    await world.must('facilitator', { kind: 'rebuild-board', boardId });
    const texts = await textsOf();
    if (isLost) expect(texts).toEqual([]);
    else expect(texts).toEqual(expect.arrayContaining(['appel', 'later', 'peer', 'pruim']));
    // Everything that can be taken away is taken away, as anybody may.
    await world.onWall('hmw', (doc) => doc.getMap('notes').clear());
    expect(await textsOf()).toEqual([]);
    await world.must('facilitator', { kind: 'delete-sprint', name: 'Proefsprint' });
    const left = await server.db
      .select()
      .from(roomRows)
      .where(eq(roomRows.sprintId, world.sprintId));
    expect(left).toEqual([]);
  });
});

describe.each(cases)('with $name in a pile', ({ loads, write }) => {
  let boardId: string;
  let memberId: string;
  beforeEach(async () => {
    await world.open('hmw');
    boardId = await world.boardId('hmw');
    memberId = world.memberIds.deelnemer;
    await world.writePile('deelnemer', 'hmw', ['van een ander soort']);
    await world.writePile('expert', 'hmw', ['appel', 'peer']);
    await write(new RoomLogFile(server.db, await world.roomOf({ memberId })));
    await restart();
  });
  const stage = (who: Cast) => server.app.stages.of(world.sessions[who], world.sprintId);

  it('[C141] the reveal goes on without it and tells the facilitator alone; the pile stays, and comes back', async () => {
    await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
    const isSkipped = (await stage('facilitator')).skippedPiles?.includes(memberId);
    expect(await textsOf()).toEqual(expect.arrayContaining(['appel', 'peer']));
    expect((await textsOf()).includes('van een ander soort')).toBe(!isSkipped);
    expect(isSkipped || loads).toBe(true);
    for (const who of ['deelnemer', 'expert', 'waarnemer'] as const) {
      expect((await stage(who)).skippedPiles).toBeNull();
    }
    if (!isSkipped) return;
    const stepId = world.step('hmw');
    await world.must('facilitator', { kind: 'admit-late', stepId, admit: true });
    const lay = async () => {
      const noteIds = (await world.pile('deelnemer')).map(({ id }) => id);
      return world.run('deelnemer', { kind: 'lay-late-notes', stepId, noteIds });
    };
    const early = await world.says('deelnemer', { kind: 'lay-late-notes', stepId, noteIds: ['x'] });
    expect(['pile-unreadable', 'no-late-notes']).toContain(early);
    expect(await world.says('expert', { kind: 'rebuild-pile', memberId })).toBe('not-your-role');
    await world.must('facilitator', { kind: 'rebuild-pile', memberId });
    expect((await stage('facilitator')).skippedPiles).toEqual([]);
    // Nobody laid it for them: on a wall without names that would say whose it is.
    expect(await textsOf()).not.toContain('van een ander soort');
    const texts = (await world.pile('deelnemer')).map(({ text }) => text);
    if (texts.length > 0) expect(await lay()).toMatchObject({ ok: true });
    // They go up with those of others, when the phase ends.
    await world.must('facilitator', { kind: 'close-step', stepId });
    const here = texts.filter((text) => text !== 'heel diep');
    expect(await textsOf()).toEqual(expect.arrayContaining(here));
  });

  it('[S91] its owner is let in or told by the code, and makes it anew', async () => {
    const client = await knock('deelnemer', { memberId });
    if (loads) await client.next('step-1');
    else expect(await client.ended()).toBe(closeCodes.unreadable);
    await world.must('deelnemer', { kind: 'rebuild-pile', memberId });
    if (loads) expect(await client.ended()).toBe(closeCodes.otherLineage);
    const again = await knock('deelnemer', { memberId });
    await again.catchUp();
    again.answer();
    again.sync(
      2,
      again.change((doc) =>
        addPileNote(
          doc,
          { id: nanoid(), wall: boardId, text: 'nieuw', color: 'pink', createdAt: 1 },
          local,
        ),
      ),
    );
    await until('it is saved', () => again.acknowledged === 2);
    again.close();
  });
});

it('[S94] a room that cannot be read is not read again for each who knocks', async () => {
  await server.close();
  server = await startServer({ database, roomLimits: { unreadableMs: 60_000 } });
  world = await World.make(groundOf(server));
  await world.openOrdered();
  const boardId = await world.boardId('hmw');
  const roomId = await world.roomOf({ boardId });
  await server.db.delete(roomUpdates).where(eq(roomUpdates.roomId, roomId));
  await server.close();
  server = await startServer({ database, roomLimits: { unreadableMs: 60_000 } });
  Object.assign(world, { ground: groundOf(server) });
  expect(await (await knock('expert', { boardId })).ended()).toBe(closeCodes.unreadable);
  const doc = new Y.Doc();
  addNotes(doc, [{ id: 'n', text: 'er weer', color: 'pink', at: [0, 0] }], local);
  await server.db
    .insert(roomUpdates)
    .values({ roomId, seq: 1, update: Y.encodeStateAsUpdate(doc) });
  expect(await (await knock('deelnemer', { boardId })).ended()).toBe(closeCodes.unreadable);
});
