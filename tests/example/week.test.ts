/** The stand-ins through Tuesday and Wednesday, a hundred times faster than people: real commands, real rooms. */
import { afterEach, expect, test } from 'vitest';
import { plainCards } from '#document/kinds/cards/plain';
import { plainGallery } from '#document/kinds/gallery/plain';
import { plainGrid, plainObservations } from '#document/kinds/grid/plain';
import { plainLadders } from '#document/kinds/ladders/plain';
import { plainMap } from '#document/kinds/map/plain';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { decodeStroke } from '#document/ink/stroke-bytes';
import { plainWall } from '#document/plain';
import { exerciseById } from '#domain/exercises/registry';
import type { Phase } from '#domain/sprint/phases';
import type { StageMember } from '#protocol/stage';
import { caseNl } from '#server/example/case-nl';
import {
  beginExample,
  startExamples,
  untilDone,
  type Example,
} from '#tests/example/support/example-world';
import type * as Y from 'yjs';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function begin(): Promise<Example> {
  const world = await startExamples();
  closing.push(() => world.close());
  const example = await beginExample(world);
  example.open();
  return example;
}

async function open(example: Example, exercise: string): Promise<void> {
  const { steps } = await example.authority();
  const step = steps.find((one) => one.exercise === exercise);
  await example.run({ kind: 'open-step', stepId: step?.id ?? '' });
}

async function openStep(example: Example) {
  const { steps } = await example.authority();
  const step = steps.find((one) => one.status === 'open');
  if (!step) throw new Error('no step is open');
  return step;
}

/** Goes on to that phase of the open step, through those between. */
async function onTo(example: Example, phase: Phase): Promise<void> {
  for (;;) {
    const step = await openStep(example);
    if (step.phase === phase) return;
    const phases: readonly Phase[] = exerciseById(step.exercise)?.phases ?? [];
    const next = phases[phases.indexOf(step.phase as Phase) + 1];
    if (!next) throw new Error(`no ${phase} ahead`);
    await example.advance(step.phase as Phase, next);
  }
}

/** @param but who has nothing to do in this phase. */
async function allReady(
  example: Example,
  but: (member: StageMember) => boolean = () => false,
): Promise<void> {
  await untilDone('the stand-ins are ready', async () => {
    const stage = await example.world.app.stages.of(example.visit.session, example.sprintId);
    const busy = stage.members.filter((member) => member.example && !but(member));
    return busy.every((member) => member.ready);
  });
}

async function read<T>(example: Example, reading: (doc: Y.Doc) => T): Promise<T> {
  const { boardId } = await openStep(example);
  const { rooms } = await example.authority();
  const room = rooms.find((one) => one.boardId !== null && one.boardId === boardId);
  return example.world.app.rooms.read(room?.id ?? '', reading);
}

const { week } = caseNl;

test('[X16] Tuesday: they list demos and present them, take a part, and hand in sketches that differ', async () => {
  const example = await begin();
  await open(example, 'lightning-demos');
  await allReady(example);
  await onTo(example, 'reveal');
  const { cards } = await read(example, plainCards);
  expect(cards.map(({ title }) => title).sort()).toEqual(
    week.makers.flatMap(({ demos }) => demos.map(({ title }) => title)).sort(),
  );
  let from: string | null = null;
  for (const { id } of cards.slice(0, 2)) {
    const stepId = (await openStep(example)).id;
    await example.run({ kind: 'give-turn', stepId, from, to: id });
    from = id;
    await untilDone('the presenter says what could be borrowed', async () => {
      const now = await read(example, plainCards);
      return now.cards.find((card) => card.id === id)?.idea !== '';
    });
  }
  const spoken = (await read(example, plainCards)).cards.filter(({ idea }) => idea !== '');
  expect(spoken).toHaveLength(2);

  await open(example, 'verdelen');
  await untilDone('each has a part', async () => {
    const { chapters } = await read(example, plainMap);
    return chapters.flatMap(({ assignments }) => assignments).length === 4;
  });

  for (const exercise of ['notities', 'ideeen', 'crazy-8s']) {
    await open(example, exercise);
    await allReady(example);
  }
  await open(example, 'oplossingsschets');
  await allReady(example);
  const { sketches } = await example.authority();
  const makers = new Set(sketches.map(({ memberId }) => memberId));
  expect(makers).toEqual(new Set((await example.standIns()).map(({ id }) => id)));

  await open(example, 'museum');
  const { exhibits } = await read(example, plainGallery);
  expect(exhibits.map(({ title }) => title).sort()).toEqual(
    week.makers.map(({ sketch }) => sketch.title).sort(),
  );
  for (const { panels } of exhibits) {
    expect(panels.every(({ strokes, words }) => strokes.length > 3 && words !== '')).toBe(true);
    for (const { strokes } of panels) {
      expect(strokes.every((ink) => decodeStroke(ink) !== undefined)).toBe(true);
    }
  }
  // A phone is drawn by three of them, and never twice the same.
  const all = exhibits.flatMap(({ panels }) => panels.flatMap(({ strokes }) => strokes));
  expect(new Set(all.map((ink) => Buffer.from(ink).toString('hex'))).size).toBe(all.length);
  example.leave();
});

test('[X17] Wednesday: they ask, dot, criticise, give reasons, and the Decider chooses', async () => {
  const example = await begin();
  await open(example, 'oplossingsschets');
  await allReady(example);
  await open(example, 'museum');
  await untilDone('questions hang there without a name', async () => {
    return (await read(example, plainGallery)).questions.length >= 3;
  });

  await open(example, 'heatmap');
  await onTo(example, 'voting');
  await allReady(example);
  await onTo(example, 'result');
  const heat = (await example.authority()).candidates.filter(({ dots }) => (dots ?? 0) > 0);
  expect(heat.reduce((sum, { dots }) => sum + (dots ?? 0), 0)).toBeGreaterThan(40);
  expect(heat.length).toBeGreaterThan(2);

  await open(example, 'bliksemkritiek');
  const [exhibit] = (await read(example, plainGallery)).exhibits;
  const exhibitId = exhibit?.id ?? '';
  const pinned = async () =>
    (await read(example, plainGallery)).standouts.filter((one) => one.exhibit === exhibitId);
  await example.run({ kind: 'critique-exhibit', exhibitId });
  await untilDone('what stands out and what worries', async () => (await pinned()).length === 2);
  await example.run({ kind: 'reveal-maker', exhibitId });
  await untilDone('the maker adds what was missed', async () => (await pinned()).length === 3);
  expect((await pinned()).map(({ sign }) => sign)).toEqual(['standout', 'worry', 'missed']);

  await open(example, 'strawpoll');
  await allReady(example);
  await onTo(example, 'result');
  const polled = (await example.authority()).dots.filter(({ reason }) => reason !== null);
  expect(polled.map(({ reason }) => reason).sort()).toEqual(
    week.makers.map(({ poll }) => poll.text).sort(),
  );

  await open(example, 'supervote');
  await onTo(example, 'voting');
  await untilDone('the Decider lays three dots down', async () => {
    return (await openStep(example)).phase === 'result';
  });
  const { decisions } = await example.authority();
  expect(decisions.at(-1)).toMatchObject({ reason: week.supervote });

  await open(example, 'rumble');
  await untilDone('one prototype is chosen', async () => {
    const { decisions: all } = await example.authority();
    return all.some(({ choice }) => choice === 'all-in-one');
  });
  example.leave();
});

test('[X18] rows are written and one is picked, and the story is told to its end by a pen that is given away when asked for', async () => {
  const example = await begin();
  await open(example, 'testverloop');
  await allReady(example);
  await onTo(example, 'voting');
  expect((await read(example, plainWall)).notes.map(({ text }) => text).sort()).toEqual(
    week.makers.map(({ row }) => row.join('\n')).sort(),
  );
  await allReady(example, ({ decider }) => decider);
  await onTo(example, 'decision');
  const rowStep = (await openStep(example)).id;
  await untilDone('the Decider picks a row', async () => {
    const { decisions } = await example.authority();
    return decisions.some(({ stepId }) => stepId === rowStep);
  });

  await open(example, 'storyboard');
  const boardId = (await openStep(example)).boardId ?? '';
  const holder = async (): Promise<string | null | undefined> =>
    (await example.authority()).boards.find(({ id }) => id === boardId)?.penHolder;
  await untilDone('one of them takes the pen', async () => (await holder()) !== null);
  await example.run({ kind: 'ask-pen', boardId, ask: true });
  const me = (await example.authority()).members.find((member) => !member.example);
  await untilDone('it is given to who asks', async () => (await holder()) === me?.id);
  const held = await read(example, plainStoryboard);
  await example.run({ kind: 'pass-pen', boardId, memberId: null });
  await untilDone('the story has all its panels and points', async () => {
    const { panels } = await read(example, plainStoryboard);
    const points = panels.flatMap((panel) => panel.points);
    return (
      panels.filter(({ strokes }) => strokes.length > 0).length >= week.panels.length &&
      points.filter(({ answer }) => answer !== '').length === week.points.length
    );
  });
  const { panels } = await read(example, plainStoryboard);
  expect(held.panels.every(({ id }) => panels.some((one) => one.id === id))).toBe(true);
  example.leave();
});

test('[X19] Thursday and Friday: they promise on a need, observe who is talked with, prove, and the Decider keeps and signs', async () => {
  const example = await begin();
  const { testing } = caseNl;
  const board = () => read(example, plainLadders);
  await open(example, 'conceptbeloften');
  await untilDone('the needs are named', async () => {
    return (await board()).behoeften.length === testing.ladders.length;
  });
  await onTo(example, 'writing');
  await allReady(example);
  await onTo(example, 'reveal');
  const { beloften, behoeften } = await board();
  expect(beloften.map(({ words }) => words).sort()).toEqual(
    testing.ladders.map(({ belofte }) => belofte).sort(),
  );
  for (const { words, behoefteId } of beloften) {
    const wanted = testing.ladders.find(({ belofte }) => belofte === words)?.behoefte;
    expect(behoeften.find(({ id }) => id === behoefteId)?.words).toBe(wanted);
  }
  await onTo(example, 'voting');
  await allReady(example, ({ decider }) => decider);
  await onTo(example, 'decision');
  await untilDone('the Decider keeps', async () => {
    return (await board()).beloften.filter(({ decided }) => decided.kept).length === 5;
  });

  await open(example, 'interviews');
  await untilDone(
    'the parts are there',
    async () => (await read(example, plainGrid)).rows.length === 4,
  );
  const [first] = (await example.authority()).customers;
  await example.run({ kind: 'start-interview', customerId: first?.id ?? '' });
  const wanted = testing.seen[0]?.length ?? 0;
  const written = async (): Promise<number> => {
    const piles = (await example.authority()).rooms.filter(({ memberId, kind }) => {
      return memberId !== null && kind === 'pile';
    });
    const seen = await Promise.all(
      piles.map(({ id }) => example.world.app.rooms.read(id, plainObservations)),
    );
    return seen.flat().length;
  };
  await untilDone(
    'what they saw lies in their own piles',
    async () => (await written()) === wanted,
  );
  expect((await read(example, plainGrid)).observations).toEqual([]);
  await example.run({ kind: 'round-off-interview', customerId: first?.id ?? '' });
  const { observations } = await read(example, plainGrid);
  expect(observations.map(({ text }) => text).sort()).toEqual(
    testing.seen[0]?.map(({ text }) => text).sort(),
  );
  expect(observations.every(({ row, customer }) => row !== null && customer === 'K1')).toBe(true);

  await open(example, 'belofte-keuze');
  await onTo(example, 'decision');
  await untilDone('the Decider keeps the set', async () => {
    const { decisions } = await example.authority();
    return decisions.filter(({ reason }) => reason === testing.keep).length === 2;
  });
  await onTo(example, 'open');
  const sound = testing.ladders.filter(({ proofs }) => proofs.some(({ inPlace }) => inPlace));
  await untilDone('what is sound is signed', async () => {
    const signed = (await board()).beloften.filter(({ decided }) => decided.version > 0);
    return signed.length === sound.length;
  });
  example.leave();
});
