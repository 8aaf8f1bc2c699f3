/** How a storyboard opens, on a real PostgreSQL: with the row that the Decider picked, laid once by the server. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addNote } from '#document/boards/wall';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { plainScript } from '#document/kinds/script/plain';
import * as story from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { server } from '#document/origins';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';

const row = ['Zoekt een monteur', 'Kiest een uur', 'Betaalt', 'Doet open'];

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await world.addStep('storyboard');
});

/** Walks a new step of the test flow up to the Decider's pick of that row. */
async function pickRow(actions: readonly string[]): Promise<void> {
  await world.addStep('testverloop');
  await world.open('testverloop');
  await world.writePile('deelnemer', 'testverloop', [actions.join('\n')]);
  for (const [from, to] of [
    ['writing', 'reveal'],
    ['reveal', 'voting'],
    ['voting', 'result'],
    ['result', 'decision'],
  ] as const) {
    await world.must('facilitator', world.advance('testverloop', from, to));
  }
  const stepId = world.step('testverloop');
  const { rounds, candidates } = await world.authority();
  const round = rounds.find((one) => one.stepId === stepId);
  const candidateId = candidates.find((one) => one.roundId === round?.id)?.id ?? '';
  await world.must('beslisser', { kind: 'decide', stepId, candidateId, reason: 'Zo begint het' });
}

/** The storyboard's exercise once more, in a step of its own. */
async function openAgain(): Promise<void> {
  const before = await world.boardId('storyboard');
  await world.addStep('storyboard');
  await world.open('storyboard');
  expect(await world.boardId('storyboard')).toBe(before);
}

async function panels() {
  const roomId = await world.roomOf({ boardId: await world.boardId('storyboard') });
  return (await ground.rooms.read(roomId, plainStoryboard)).panels;
}
const captions = async () => (await panels()).map(({ caption }) => caption);

it('[C250] opens with the row that was picked, each panel with where it came from', async () => {
  await pickRow(row);
  await world.open('storyboard');
  expect(await captions()).toEqual(row);
  const { decisions } = await world.authority();
  const source = `${world.step('testverloop')}/${decisions[0]?.candidateId ?? ''}`;
  expect((await panels()).map((panel) => panel.source)).toEqual(
    row.map((_, nth) => ({ kind: 'row', id: source, nth })),
  );
});

it('[C250] doubles nothing when its opening is undone and done again, and brings nothing back that was taken away', async () => {
  await pickRow(row);
  await world.open('storyboard');
  await world.must('facilitator', { kind: 'back-step', from: world.step('storyboard') });
  await world.open('storyboard');
  expect(await captions()).toEqual(row);
  await world.onWall('storyboard', (doc) => {
    for (const { id } of plainStoryboard(doc).panels) story.removePanel(doc, id, server);
  });
  await openAgain();
  expect(await captions()).toEqual([]);
});

it('[C250] lays a row that is picked later in front of what was made, and leaves a storyboard that opened with another', async () => {
  await world.open('storyboard');
  expect(await captions()).toEqual([]);
  await world.onWall('storyboard', (doc) =>
    story.addPanel(doc, { id: 'a', caption: 'De rekening klopt' }, server),
  );
  await pickRow(row);
  await openAgain();
  expect(await captions()).toEqual([...row, 'De rekening klopt']);
  await pickRow(['Belt', 'Wacht', 'Vraagt na', 'Betaalt']);
  await openAgain();
  expect(await captions()).toEqual([...row, 'De rekening klopt']);
});

const made = async (exercise = 'prototype-rollen') => {
  const roomId = await world.roomOf({ boardId: await world.boardId(exercise) });
  return ground.rooms.read(roomId, plainPrototype);
};
const laid = async () => (await made()).scenes.map(({ number, title }) => `${number}. ${title}`);

it('[C252] gives the prototype a scene for each panel, once, in the order of the story, and all its steps one board', async () => {
  await pickRow(row);
  await world.open('storyboard');
  await world.onWall('storyboard', (doc) => {
    story.addPanel(doc, { id: 'a', caption: 'De rekening', before: null }, server);
    story.addPanel(doc, { id: 'leeg' }, server);
  });
  await world.addStep('prototype-rollen');
  await world.open('prototype-rollen');
  const scenes = [...row, 'De rekening'].map((words, at) => `${at + 1}. ${words}`);
  expect(await laid()).toEqual(scenes);
  expect((await made()).scenes.map(({ panelId }) => panelId)).toEqual(
    (await panels()).slice(0, -1).map(({ id }) => id),
  );
  await world.onWall('storyboard', (doc) =>
    story.addPanel(doc, { id: 'b', caption: 'Later' }, server),
  );
  for (const exercise of ['prototype', 'proefronde', 'prototype-afmaken']) {
    await world.addStep(exercise);
    await world.open(exercise);
    expect(await world.boardId(exercise)).toBe(await world.boardId('prototype-rollen'));
  }
  expect(await laid()).toEqual(scenes);
});

it('[C252] begins without scenes where there is no storyboard, and gets them as a later step opens', async () => {
  await world.addStep('prototype-rollen');
  await world.open('prototype-rollen');
  expect(await laid()).toEqual([]);
  await world.open('storyboard');
  await world.onWall('storyboard', (doc) =>
    story.addPanel(doc, { id: 'a', caption: 'De rekening' }, server),
  );
  await world.addStep('prototype');
  await world.open('prototype');
  expect(await laid()).toEqual(['1. De rekening']);
});

it('[C265] gives the trial run the sprint questions of Monday', async () => {
  await world.addStep('sprintvragen');
  await world.open('sprintvragen');
  await world.onWall('sprintvragen', (doc) =>
    addNote(
      doc,
      { id: 'v1', text: 'Vertrouwen ze de prijs?', at: [0, 0], color: 'yellow' },
      server,
    ),
  );
  await world.addStep('proefronde');
  await world.open('proefronde');
  expect((await made('proefronde')).questions).toMatchObject([
    { noteId: 'v1', text: 'Vertrouwen ze de prijs?', answered: false },
  ]);
});

it('[C269] lays the sprint questions beside the acts of the interview script', async () => {
  await world.addStep('sprintvragen');
  await world.open('sprintvragen');
  await world.onWall('sprintvragen', (doc) =>
    addNote(
      doc,
      { id: 'v1', text: 'Vertrouwen ze de prijs?', at: [0, 0], color: 'yellow' },
      server,
    ),
  );
  await world.addStep('interviewscript');
  await world.open('interviewscript');
  const roomId = await world.roomOf({ boardId: await world.boardId('interviewscript') });
  const { questions, acts } = await ground.rooms.read(roomId, plainScript);
  expect(questions).toMatchObject([{ noteId: 'v1', text: 'Vertrouwen ze de prijs?' }]);
  expect(acts).toHaveLength(5);
});
