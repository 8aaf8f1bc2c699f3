/** The map between its steps, on a real PostgreSQL: one board of its own kind, a poll on chapters, a target that is laid down once. */
import { fromBase64 } from 'lib0/buffer';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { contentOfUpdate } from '#document/kinds/boards';
import * as map from '#document/kinds/map/operations';
import { plainMap, type PlainMap } from '#document/kinds/map/plain';
import { server } from '#document/origins';
import { steps } from '#server/db/tables';
import { accessTo } from '#server/rooms/access';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  for (const [at, exercise] of ['kaart', 'doelwit', 'verdelen'].entries()) {
    const id = (world.stepIds[exercise] = nanoid());
    const row = { id, sprintId: world.sprintId, day: 1, position: `b${at}`, exercise, minutes: 30 };
    await ground.db.insert(steps).values(row);
  }
});

/** Three chapters, and the customer who goes through them. */
async function drawStory(): Promise<void> {
  await world.open('kaart');
  await world.onWall('kaart', (doc) => {
    for (const id of ['stopt', 'wacht', 'draait']) map.addChapter(doc, { id, title: id }, server);
    map.addActor(doc, { id: 'klant', name: 'Klant thuis' }, server);
  });
}

async function mapOf(exercise: string): Promise<PlainMap> {
  const roomId = await world.roomOf({ boardId: await world.boardId(exercise) });
  return ground.rooms.read(roomId, plainMap);
}

async function accessOf(who: Cast): Promise<string> {
  const authority = await world.authority();
  const boardId = await world.boardId('kaart');
  const room = authority.rooms.find((one) => one.boardId === boardId);
  const member = authority.members.find(({ id }) => id === world.memberIds[who]);
  if (!room) throw new Error('no room');
  return accessTo(room, member, authority).kind;
}

async function toDecision(): Promise<{ of: (chapter: string) => string }> {
  await world.open('doelwit');
  await world.must('facilitator', world.advance('doelwit', 'open', 'voting'));
  await world.must('facilitator', world.advance('doelwit', 'voting', 'result'));
  await world.must('facilitator', world.advance('doelwit', 'result', 'decision'));
  const { candidates } = await world.authority();
  return {
    of: (chapter) => candidates.find(({ noteIds }) => noteIds[0] === chapter)?.id ?? 'none',
  };
}

it('[C160] map, target and assignment work on one board of its own kind', async () => {
  await drawStory();
  const boardId = await world.boardId('kaart');
  const { boards } = await world.authority();
  expect(boards.find(({ id }) => id === boardId)).toMatchObject({ kind: 'map', wall: 'kaart' });
  for (const exercise of ['doelwit', 'verdelen']) {
    await world.open(exercise);
    expect(await world.boardId(exercise)).toBe(boardId);
  }
  expect((await mapOf('verdelen')).chapters.map(({ title }) => title)).toEqual([
    'stopt',
    'wacht',
    'draait',
  ]);
});

it('[C161] chapters with words are what the poll is about, and its dots are told at the close', async () => {
  await drawStory();
  await world.onWall('kaart', (doc) => map.addChapter(doc, { id: 'leeg' }, server));
  await world.open('doelwit');
  await world.must('facilitator', world.advance('doelwit', 'open', 'voting'));
  const { rounds, candidates } = await world.authority();
  const [round] = rounds;
  expect(candidates.map(({ text, noteIds }) => [text, ...noteIds])).toEqual([
    ['stopt', 'stopt'],
    ['wacht', 'wacht'],
    ['draait', 'draait'],
  ]);
  const candidateId = candidates[1]?.id ?? '';
  const dot = { kind: 'cast-dot', roundId: round?.id ?? '', candidateId } as const;
  expect(await world.says('deelnemer', dot)).toBe('ok');
  expect(await world.says('deelnemer', dot)).toBe('spot-full');
  expect(await world.says('beslisser', dot)).not.toBe('ok');
});

it('[C162] the Decider lays down one customer and one moment; nothing of it is in the map', async () => {
  await drawStory();
  const { of } = await toDecision();
  const before = await mapOf('doelwit');
  const choice = {
    kind: 'decide',
    stepId: world.step('doelwit'),
    candidateId: of('wacht'),
    reason: 'Daar gaat het mis.',
  } as const;
  expect(await world.says('beslisser', choice)).toBe('field-invalid');
  expect(await world.says('beslisser', { ...choice, actorId: 'niemand' })).toBe(
    'no-such-candidate',
  );
  expect(await world.says('deelnemer', { ...choice, actorId: 'klant' })).toBe('not-the-decider');
  expect(await world.says('beslisser', { ...choice, actorId: 'klant' })).toBe('ok');
  expect(await world.says('beslisser', { ...choice, actorId: 'klant' })).toBe('already-decided');
  const stage = await ground.stages.of(world.sessions.deelnemer, world.sprintId);
  expect(stage.decisions.at(-1)).toMatchObject({
    text: 'Klant thuis: wacht',
    reason: 'Daar gaat het mis.',
    target: { actorId: 'klant', chapterId: 'wacht' },
  });
  expect(await mapOf('doelwit')).toEqual(before);
});

it('[C162] no other choice names a customer', async () => {
  const { of } = await world.openVote();
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'decision'));
  const choice = { stepId: world.step('hmw-stemmen'), candidateId: of('appel'), reason: 'ja' };
  const asked = { kind: 'decide', ...choice, actorId: 'klant' } as const;
  expect(await world.says('beslisser', asked)).toBe('field-invalid');
});

it('[C163] questions that got dots lie ready beside the map, most first, with where they came from', async () => {
  await drawStory();
  const { roundId, of } = await world.openVote();
  for (const text of ['peer', 'peer', 'appel', 'peer']) {
    await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: of(text) });
  }
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.open('doelwit');
  const { now } = await ground.stages.of(world.sessions.deelnemer, world.sprintId);
  expect(now?.winners).toEqual([
    { source: `${roundId}/${of('peer')}`, text: 'peer', dots: 3 },
    { source: `${roundId}/${of('appel')}`, text: 'appel', dots: 1 },
  ]);
});

it('[C164] beside the hidden pile of an expert step the map is read and corrected by who writes', async () => {
  await drawStory();
  await world.open('experts');
  const { now } = await ground.stages.of(world.sessions.expert, world.sprintId);
  expect(now?.beside.map(({ board, writable }) => [board.kind, writable])).toEqual([['map', true]]);
  expect(await accessOf('expert')).toBe('write');
  expect(await accessOf('deelnemer')).toBe('write');
  expect(await accessOf('waarnemer')).toBe('read');
  await world.open('hmw');
  expect(await accessOf('deelnemer')).toBe('read');
});

it('[C165] where the facilitator chose to draw alone, the others look on', async () => {
  const chosen = { kind: 'set-step-choices', choices: { facilitatorDraws: true } } as const;
  const at = (exercise: string) => ({ ...chosen, stepId: world.step(exercise) });
  expect(await world.says('facilitator', at('hmw'))).toBe('field-invalid');
  expect(await world.says('facilitator', at('kaart'))).toBe('ok');
  await drawStory();
  expect(await accessOf('deelnemer')).toBe('read');
  expect(await accessOf('facilitator')).toBe('write');
});

it('[C166] a map is put back as it was at a kept moment, its arrows and marks too', async () => {
  await drawStory();
  await world.onWall('kaart', (doc) => {
    map.connect(doc, { id: 'pijl', actorId: 'klant', chapterId: 'wacht', words: 'belt' }, server);
    map.addMark(doc, { id: 'pijn', chapterId: 'wacht', kind: 'pain', text: 'hele dag' }, server);
  });
  await world.open('hmw');
  const then = await mapOf('kaart');
  const [moment] = await world.moments('kaart');
  await world.onWall('kaart', (doc) => {
    map.removeFromMap(doc, 'chapters', 'wacht', server);
    map.editMapText(
      doc,
      { record: 'chapters', id: 'stopt', field: 'title' },
      { before: 'stopt', after: 'iets anders' },
      server,
    );
  });
  const boardId = await world.boardId('kaart');
  await world.must('facilitator', {
    kind: 'restore-snapshot',
    boardId,
    snapshotId: moment?.id ?? '',
  });
  expect(await mapOf('kaart')).toEqual(then);
  const sheet = await world.history.board(world.sessions.deelnemer, world.sprintId, boardId);
  expect(contentOfUpdate(fromBase64(sheet.state))).toEqual({ kind: 'map', plain: then });
});
