/** The stand-ins at work, a hundred times faster than people: real sockets, real commands, real rooms. */
import { inArray } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { addNote, moveNotes } from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { roomName } from '#protocol/rooms';
import { roomUpdates } from '#server/db/tables';
import { EXAMPLE_LIVES_MS } from '#domain/sprint/example';
import { caseNl } from '#server/example/case-nl';
import {
  beginExample,
  exampleOf,
  startExamples,
  untilDone,
  type Example,
} from '#tests/example/support/example-world';
import { freshDatabase } from '#tests/support/fresh-database';
import type { PeopleWorld } from '#tests/support/people-world';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(overrides: Parameters<typeof startExamples>[0] = {}): Promise<PeopleWorld> {
  const world = await startExamples(overrides);
  closing.push(() => world.close());
  return world;
}

/** Everybody who stands in has said 'Klaar' for the phase that is open. */
async function allReady(example: Example): Promise<void> {
  await untilDone('the stand-ins are ready', async () => {
    const stage = await example.world.app.stages.of(example.visit.session, example.sprintId);
    return stage.members.filter((member) => member.example).every((member) => member.ready);
  });
}

async function toGrouping(example: Example): Promise<void> {
  await allReady(example);
  await example.advance('writing', 'reveal');
  await example.run({ kind: 'next-step', from: await openStepId(example) });
}

async function openStepId(example: Example): Promise<string> {
  const { steps } = await example.authority();
  return steps.find((step) => step.status === 'open')?.id ?? '';
}

async function boardRoomName(example: Example): Promise<string> {
  const { steps, rooms: all, sprint } = await example.authority();
  const step = steps.find((one) => one.status === 'open');
  const room = all.find((one) => one.boardId !== null && one.boardId === step?.boardId);
  if (!room?.boardId) throw new Error('no board');
  const { boardId, lineage } = room;
  return roomName({ kind: 'board', sprintId: sprint.id, boardId, lineage });
}

/** Texts of a pile or wall as they would stand in a frame. */
const caseTexts = caseNl.standIns.flatMap(({ hmw }) => hmw.map(({ text }) => text));

describe('hidden writing', () => {
  test('[X9] note by note into their own piles, then Klaar; nobody else gets a letter before the reveal', async () => {
    const world = await start();
    const example = await beginExample(world);
    const live = example.open();
    const board = await example.board(await boardRoomName(example));
    const heard: string[] = [];
    live.socket.on('message', (data) => heard.push(String(data)));
    board.doc.on('update', (bytes: Uint8Array) => heard.push(Buffer.from(bytes).toString('utf8')));
    await allReady(example);
    const piles = await example.piles();
    for (const { id } of await example.standIns()) expect(piles.get(id)?.length).toBe(9);
    expect(plainWall(board.doc).notes).toEqual([]);
    for (const text of caseTexts) {
      expect(heard.some((one) => one.includes(text))).toBe(false);
    }
    // How many there are is no secret.
    expect(live.stages.at(-1)?.now?.pileTotal).toBe(36);
    await example.advance('writing', 'reveal');
    await untilDone('the notes are on the wall', () => plainWall(board.doc).notes.length === 36);
    expect(heard.some((one) => one.includes(caseTexts[0] ?? ''))).toBe(true);
    await allReady(example);
    const after = await example.piles();
    expect([...after.values()].flat()).toEqual([]);
    example.leave();
  });

  test('[X9] when the step is repeated they write again, and nothing twice', async () => {
    const world = await start();
    const example = await beginExample(world);
    example.open();
    await allReady(example);
    await example.advance('writing', 'reveal');
    const stepId = await openStepId(example);
    const again = await example.run<{ stepId: string }>({ kind: 'repeat-step', stepId });
    await example.run({ kind: 'open-step', stepId: again.stepId });
    await allReady(example);
    await example.advance('writing', 'reveal');
    // A wall that was revealed is left alone: the repeated step has a new one.
    const texts = (await example.wall()).notes.map((note) => note.text);
    expect(texts.length).toBe(36);
    expect(new Set(texts).size).toBe(texts.length);
    example.leave();
  });
});

describe('ordering the wall', () => {
  test('[X10] they group, name and stack; what the visitor moved or holds stays where it is', async () => {
    const world = await start();
    const example = await beginExample(world);
    example.open();
    await toGrouping(example);
    const board = await example.board(await boardRoomName(example));
    const [held, moved] = plainWall(board.doc).notes;
    if (!held || !moved) throw new Error('an empty wall');
    board.provider.awareness.setLocalState({ cursor: null, drag: null, selection: [held.id] });
    await untilDone('the stand-ins order', () => plainWall(board.doc).groups.length > 0);
    const isFree = plainWall(board.doc).notes.some((note) => note.id === moved.id && !note.group);
    if (isFree) moveNotes(board.doc, [{ id: moved.id, at: [-900, -900] }], local);
    await allReady(example);
    const wall = plainWall(board.doc);
    const named = wall.groups.map((group) => group.label).sort();
    const labels = Object.values(caseNl.themes).map((theme) => theme.label);
    expect(named.length).toBeGreaterThanOrEqual(5);
    for (const label of named) expect(labels).toContain(label);
    expect(new Set(named).size).toBe(named.length);
    expect(wall.notes.filter((note) => note.beneath.length > 0).length).toBeGreaterThan(0);
    expect(wall.notes.filter((note) => note.group === null).length).toBeLessThan(6);
    const own = wall.notes.find((note) => note.id === held.id);
    expect(own).toMatchObject({ at: held.at, group: null, under: null });
    if (isFree) expect(wall.notes.find((note) => note.id === moved.id)?.at).toEqual([-900, -900]);
    example.leave();
  });

  test('[X10] a hand with a name is seen to carry a note, and is gone when the phase is over', async () => {
    const world = await start({ config: { examplePace: 20 } });
    const example = await beginExample(world);
    example.open();
    await allReady(example);
    await example.advance('writing', 'reveal');
    const board = await example.board(await boardRoomName(example));
    const names = new Set<string>();
    const shown = () => [...board.provider.awareness.getStates().values()] as Shown[];
    board.provider.awareness.on('change', () => {
      for (const { member, drag } of shown()) if (drag && member) names.add(member.name);
    });
    await example.run({ kind: 'next-step', from: await openStepId(example) });
    await untilDone('two of them carried a note', () => names.size > 1);
    await example.run({ kind: 'next-step', from: await openStepId(example) });
    await untilDone('no hand is left', () => !shown().some(({ cursor }) => cursor));
    for (const name of names) expect(caseNl.standIns.map((one) => one.name)).toContain(name);
    example.leave();
  });
});

type Shown = { member?: { name: string }; drag?: unknown; cursor?: unknown };

describe('voting and deciding', () => {
  test('[X11] they put all their dots and none too many; a note of the visitor may win dots too', async () => {
    const world = await start();
    const example = await beginExample(world);
    const live = example.open();
    await allReady(example);
    const { rooms: all } = await example.authority();
    const board = await example.board(await boardRoomName(example));
    await example.advance('writing', 'reveal');
    await untilDone('the board can be written', () => plainWall(board.doc).notes.length === 36);
    addNote(
      board.doc,
      { id: 'mine', text: 'de wachttijd eerlijk voorspellen?', at: [2_000, 0], color: 'white' },
      local,
    );
    const boardRoom = all.find(
      (room) => room.boardId !== null && board.provider.roomname.includes(room.boardId),
    );
    await untilDone('it is stored', () =>
      world.app.rooms.read(boardRoom?.id ?? '', (doc) =>
        plainWall(doc).notes.some((note) => note.id === 'mine'),
      ),
    );
    await example.run({ kind: 'next-step', from: await openStepId(example) });
    await example.run({ kind: 'next-step', from: await openStepId(example) });
    await allReady(example);
    const authority = await example.authority();
    const standIns = await example.standIns();
    for (const member of standIns) {
      const own = authority.dots.filter((dot) => dot.memberId === member.id);
      expect(own).toHaveLength(member.decider ? 4 : 2);
      expect(own.every((dot) => dot.candidateId !== null)).toBe(true);
    }
    expect(live.stages.at(-1)?.now?.round?.results).toBeNull();
    await example.advance('voting', 'result');
    const { candidates } = await example.authority();
    const round = (await example.authority()).rounds.at(-1);
    const tallies = candidates.filter((one) => one.roundId === round?.id);
    expect(tallies.reduce((sum, one) => sum + (one.dots ?? 0), 0)).toBe(10);
    expect(tallies.filter((one) => (one.dots ?? 0) > 0).length).toBeGreaterThan(3);
    example.leave();
  });

  test('[X12] the Decider decides for the winner and quotes it', async () => {
    const world = await start();
    const example = await beginExample(world);
    example.open();
    await toDecision(example);
    await untilDone(
      'it is decided',
      async () => (await example.authority()).decisions.length === 3,
    );
    const { decisions, candidates } = await example.authority();
    const decision = decisions.at(-1);
    const own = candidates.filter((one) => one.roundId === decision?.roundId);
    const most = Math.max(...own.map((one) => one.dots ?? 0));
    expect(own.find((one) => one.id === decision?.candidateId)?.dots).toBe(most);
    expect(decision?.reason).toContain(decision?.text);
    expect(decision?.byName).toBe('Ingrid de Boer');
    example.leave();
  });

  test('[X12] and keeps still while the visitor holds the mandate', async () => {
    const world = await start();
    const example = await beginExample(world);
    example.open();
    const { members } = await example.authority();
    const me = members.find((member) => member.role === 'facilitator');
    await example.run({
      kind: 'give-mandate',
      memberId: me?.id ?? '',
      reason: 'Ingrid is even weg',
    });
    await toDecision(example);
    const { rounds, candidates } = await example.authority();
    const round = rounds.at(-1);
    const [choice] = candidates.filter((one) => one.roundId === round?.id);
    await example.run({
      ...{ kind: 'decide', stepId: round?.stepId ?? '', candidateId: choice?.id ?? '' },
      reason: 'Dit kunnen we vrijdag testen.',
    });
    expect((await example.authority()).decisions.at(-1)?.onBehalfOf).toBe('Ingrid de Boer');
    example.leave();
  });
});

async function toDecision(example: Example): Promise<void> {
  await allReady(example);
  await example.advance('writing', 'reveal');
  await example.run({ kind: 'next-step', from: await openStepId(example) });
  await example.run({ kind: 'next-step', from: await openStepId(example) });
  await allReady(example);
  await example.advance('voting', 'result');
  await example.advance('result', 'decision');
}

describe('when they act', () => {
  test('[X7] only while somebody looks, and only in an example', async () => {
    const world = await start();
    const example = await beginExample(world);
    expect(world.app.standIns.size).toBe(0);
    const live = example.open();
    await live.stage((stage) => (stage.now?.pileTotal ?? 0) > 22);
    expect(world.app.standIns.size).toBe(1);
    example.leave();
    await untilDone('they stopped', () => world.app.standIns.size === 0);
    const count = async () => [...(await example.piles()).values()].flat().length;
    // A note that was under way may still land; then nothing follows.
    await world.app.rooms.change([], () => Promise.resolve());
    const left = await count();
    const other = await world.sprint(await world.account('Fenna'));
    expect(other.sprintId).not.toBe('');
    example.open();
    await untilDone('they go on', async () => (await count()) > left);
    expect(world.app.standIns.size).toBe(1);
    example.leave();
  });

  test('[X7] and not after its end', async () => {
    const world = await start();
    const example = await beginExample(world);
    const live = example.open();
    await live.stage((stage) => (stage.now?.pileTotal ?? 0) > 20);
    world.clock.advance(EXAMPLE_LIVES_MS);
    await untilDone('they stopped', () => world.app.standIns.size === 0);
    example.leave();
  });

  test('[X8] a restart in the middle of a phase changes nothing and doubles nothing', async () => {
    const database = await freshDatabase();
    closing.push(() => database.close());
    const before = await startExamples({ database });
    const begun = await beginExample(before);
    const live = begun.open();
    await live.stage((stage) => (stage.now?.pileTotal ?? 0) > 24);
    await before.close();
    const after = await start({ database });
    const { token } = await after.app.sessions.createSession(begun.visit.session?.personId ?? '');
    const example = exampleOf(after, begun.sprintId, { token, visit: await after.visit(token) });
    example.open();
    await allReady(example);
    const texts = [...(await example.piles()).values()].flat().map((note) => note.text);
    expect(texts).toHaveLength(36);
    expect(new Set(texts).size).toBe(36);
    example.leave();
  });

  test('[X13] a turn that fails is logged once, and they go on when the fault is gone', async () => {
    const logged: { msg: string }[] = [];
    const log = pino(
      { level: 'warn' },
      { write: (line) => logged.push(JSON.parse(line) as never) },
    );
    const world = await start({ log });
    const example = await beginExample(world);
    // A room without its seed cannot be loaded.
    const { rooms: all } = await example.authority();
    const piles = all.filter((room) => room.memberId !== null);
    const lost = inArray(
      roomUpdates.roomId,
      piles.map((room) => room.id),
    );
    const kept = await world.db.delete(roomUpdates).where(lost).returning();
    example.open();
    const failures = () => logged.filter(({ msg }) => msg.includes('stand-ins'));
    await untilDone('it failed', () => failures().length > 0);
    await world.db.insert(roomUpdates).values(kept);
    await allReady(example);
    expect(failures()).toHaveLength(1);
    example.leave();
  });
});
