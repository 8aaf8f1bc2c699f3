/**
 * Tuesday and Wednesday over real sockets, exercise by exercise: what is still its maker's own reaches nobody
 * else, in no frame, no document that frames make, and no answer to a page, an export or a list.
 */
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as pad from '#document/kinds/pad/operations';
import { frameOf } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { Eavesdropper } from '#tests/support/eavesdropper';
import { addStepOf, hangSketches, openOnMuseum } from '#tests/support/museum';
import { drawSketch, galleryIn, handIn, planSketching } from '#tests/support/sketching';
import { World, type Cast } from '#tests/support/sprint-world';
import { startServer, type TestServer } from '#tests/support/start-server';
import { groundOf } from '#tests/support/world-on-server';

const SECRET = 'onuitgesproken';
const others = ['facilitator', 'beslisser', 'account', 'waarnemer', 'expert'] as const;

let server: TestServer;
let world: World;
const ears: Eavesdropper[] = [];

// Who knocks at rooms of others is kept out for a while: each test has a door of its own.
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());
beforeEach(async () => {
  for (const ear of ears.splice(0)) ear.leave();
  world = await World.make(groundOf(server));
});

async function listen(...people: readonly Cast[]): Promise<void> {
  for (const who of people) ears.push(await Eavesdropper.sitDown(server, world, who));
}
async function enter(exercise: string): Promise<void> {
  for (const ear of ears) {
    const isIn = await ear.enter(exercise);
    expect(isIn, ear.who).toBe(ear.who !== 'expert');
  }
}
/** After a change of authority that comes behind all that was told before it. */
async function found(secret: string | RegExp): Promise<string[]> {
  await world.must('co', { kind: 'set-hand', up: true });
  const co = world.memberIds.co;
  const isUp: Parameters<Eavesdropper['hears']>[0] = ({ members }) =>
    members.some(({ id, handRaisedAt }) => id === co && handRaisedAt !== null);
  await Promise.all(ears.map((ear) => ear.hears(isUp)));
  const where = await Promise.all(ears.map((ear) => ear.finds(secret)));
  await world.must('co', { kind: 'set-hand', up: false });
  return where.flat();
}

/** Words, a title and a text on the drawing of a pad, in frames of that step. */
async function scribble(who: Cast, step: string): Promise<void> {
  const roomId = await world.roomOf({ memberId: world.memberIds[who], kind: 'pad' });
  await world.ground.rooms.change([roomId], async ({ doc }) => {
    const at = { id: nanoid(), frame: frameOf(step, 1), role: 'words' } as const;
    pad.editWords(doc(roomId), at, { before: '', after: `${SECRET} in woorden` }, local);
    const text = { id: nanoid(), frame: frameOf(step, 1), at: [10, 10], color: 'ink' } as const;
    pad.addText(doc(roomId), { ...text, text: `${SECRET} getekend` }, local);
  });
}

it.each(['notities', 'ideeen', 'crazy-8s'])(
  '[C261] %s: nothing of a pad reaches anybody else, not when its step closes either',
  async (exercise) => {
    await listen(...others);
    await addStepOf(world, exercise);
    await world.open(exercise);
    await scribble('deelnemer', world.step(exercise));
    for (const ear of ears) await ear.tryPrivate('deelnemer');
    expect(await found(SECRET)).toEqual([]);
    await world.must('facilitator', { kind: 'close-step', stepId: world.step(exercise) });
    expect(await found(SECRET)).toEqual([]);
  },
);

it('[C261] lightning-demos: what is listed reaches nobody else before the reveal, and everybody with it', async () => {
  await listen(...others);
  await addStepOf(world, 'lightning-demos');
  await world.open('lightning-demos');
  await enter('lightning-demos');
  await world.writePile('deelnemer', 'lightning-demos', [SECRET]);
  await world.writePile('stand-in', 'lightning-demos', ['NS']);
  for (const ear of ears) await ear.tryPrivate('deelnemer');
  expect(await found(SECRET)).toEqual([]);
  await world.must('facilitator', world.advance('lightning-demos', 'writing', 'reveal'));
  const heard = await found(SECRET);
  for (const who of ['facilitator', 'beslisser', 'account', 'waarnemer']) {
    expect(heard).toContain(`${who}: document of lightning-demos`);
    expect(heard).toContain(`${who}: export of cards, its document`);
  }
  expect(heard.filter((one) => one.startsWith('expert'))).toEqual([]);
});

it('[C261] oplossingsschets: what is handed in hangs with the museum, what is not stays on its pad', async () => {
  await listen(...others);
  await planSketching(world);
  await world.open('oplossingsschets');
  await drawSketch(world, 'deelnemer', { title: 'Wasbeer belt eerst' });
  await handIn(world, 'deelnemer');
  const second = `${world.step('oplossingsschets')}-2`;
  await drawSketch(world, 'deelnemer', { title: SECRET, words: SECRET, key: second });
  await drawSketch(world, 'stand-in', { title: SECRET });
  for (const ear of ears) await ear.tryPrivate('deelnemer');
  expect(await found(/onuitgesproken|Wasbeer/)).toEqual([]);
  await world.open('museum');
  await enter('museum');
  expect(await found(SECRET)).toEqual([]);
  expect(await found('Wasbeer')).toContain('waarnemer: document of museum');
  const makers = [world.memberIds.deelnemer, world.sessions.deelnemer?.personId ?? '?'];
  for (const maker of makers) {
    const told = (await found(maker)).filter((where) => !isAboutPeople(where));
    expect(told).toEqual([]);
  }
});

/** Who is in the sprint stands in everybody's stage. */
const isAboutPeople = (where: string): boolean => /frame of the stage|page of the room/.test(where);

it('[C261] museum: a question waits with its writer until three have one, and names nobody then', async () => {
  await listen(...others);
  await hangSketches(world, ['Eén', 'Twee']);
  await enter('museum');
  const [exhibit] = (await galleryIn(world)).exhibits;
  const ask = { kind: 'ask-question', exhibitId: exhibit?.id ?? '' } as const;
  await world.must('deelnemer', { ...ask, text: `${SECRET} een` });
  await world.must('stand-in', { ...ask, text: `${SECRET} twee` });
  expect(await found(SECRET)).toEqual([]);
  await world.must('account', { ...ask, text: 'drie' });
  expect(await found(`${SECRET} een`)).toContain('beslisser: document of museum');
  for (const who of ['deelnemer', 'stand-in'] as const) {
    const told = await found(world.memberIds[who]);
    expect(told.filter((where) => !isAboutPeople(where))).toEqual([]);
  }
});

/** As a stage tells it, or as a row is written. */
const places = /\b(617|383|271)\b\D{1,12}\b(1249|1251|307)\b/;

it.each([
  ['live', true],
  ['at the close', false],
] as const)(
  '[C262] heatmap, results %s: no dot of another before it is told',
  async (_, resultsLive) => {
    await hangSketches(world, ['Eén', 'Twee', 'Drie']);
    await listen('facilitator', 'beslisser', 'waarnemer');
    await enter('museum');
    const { roundId, ids } = await openOnMuseum(world, 'heatmap', { resultsLive });
    const [, candidateId = ''] = ids;
    const put = { kind: 'cast-dot', roundId, candidateId } as const;
    await world.must('deelnemer', { ...put, place: { x: 617, y: 1_249 } });
    await world.must('stand-in', { ...put, place: { x: 383, y: 1_251 } });
    expect(await found(places)).toEqual([]);
    for (const ear of ears) {
      const round = ear.live.stages.at(-1)?.now?.round;
      expect(round?.heat, ear.who).toEqual(resultsLive ? {} : null);
      const sums = ids.map((id) => ({ candidateId: id, dots: 0, rank: 1, voters: null }));
      expect(round?.results ?? null, ear.who).toEqual(resultsLive ? sums : null);
      if (ear.who !== 'facilitator') {
        expect(round, ear.who).toMatchObject({ left: null, ballots: null, placed: null });
      }
    }
    await world.must('account', { ...put, place: { x: 271, y: 307 } });
    if (!resultsLive) expect(await found(places)).toEqual([]);
    await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
    expect(await found(places)).toContain('waarnemer: frame of the stage (stage)');
  },
);

it('[C261] bliksemkritiek: a maker reaches nobody before they are told, and no other maker with them', async () => {
  await listen(...others);
  await planSketching(world);
  await world.open('oplossingsschets');
  for (const who of ['deelnemer', 'stand-in'] as const) {
    await drawSketch(world, who, { title: `Schets ${who.length}` });
    await handIn(world, who);
  }
  await world.open('museum');
  await enter('museum');
  await world.open('bliksemkritiek');
  const [first, last] = (await galleryIn(world)).exhibits;
  const makersKnown = (): string[] =>
    ears.flatMap(({ live }) =>
      live.stages.flatMap(({ museum }) => Object.keys(museum?.makers ?? {})),
    );
  await world.must('facilitator', { kind: 'critique-exhibit', exhibitId: first?.id ?? '' });
  const ids = [world.memberIds.deelnemer, world.memberIds['stand-in']];
  for (const id of ids) {
    expect((await found(id)).filter((where) => !isAboutPeople(where))).toEqual([]);
  }
  expect(makersKnown()).toEqual([]);
  await world.must('facilitator', { kind: 'reveal-maker', exhibitId: first?.id ?? '' });
  await Promise.all(
    ears
      .filter(({ who }) => who !== 'expert')
      .map((ear) => ear.hears(({ museum }) => Object.keys(museum?.makers ?? {}).length > 0)),
  );
  expect(new Set(makersKnown())).toEqual(new Set([first?.id]));
  expect(makersKnown()).not.toContain(last?.id);
});

it('[C261] strawpoll: a dot and its reason reach nobody else before the close', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'strawpoll');
  await listen('facilitator', 'beslisser', 'account', 'waarnemer');
  await enter('museum');
  const put = { kind: 'cast-dot', roundId, candidateId: ids[1] ?? '' } as const;
  await world.must('deelnemer', { ...put, reason: `${SECRET} haalt de boosheid eraf` });
  expect(await found(SECRET)).toEqual([]);
  await world.must('facilitator', world.advance('strawpoll', 'voting', 'result'));
  expect(await found(SECRET)).toContain('waarnemer: page of the room');
});

it('[C261] supervote: no dot before it is laid down, and the reason with it', async () => {
  await world.must('facilitator', { kind: 'end-mandate' });
  const { roundId, ids } = await openOnMuseum(world, 'supervote');
  await listen('facilitator', 'deelnemer', 'stand-in', 'waarnemer');
  await enter('museum');
  const before = ears.map(({ live }) => live.stages.at(-1)?.now?.round);
  await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: ids[1] ?? '' });
  expect(await found(SECRET)).toEqual([]);
  expect(ears.map(({ live }) => live.stages.at(-1)?.now?.round)).toEqual(before);
  expect(ears.flatMap(({ live }) => live.stages.at(-1)?.museum?.winners ?? [])).toEqual([]);
  await world.must('beslisser', { kind: 'lay-down-supervote', roundId, reason: SECRET });
  expect(await found(SECRET)).toContain('waarnemer: page of the room');
});

it('[C261] testverloop: rows reach nobody else before the reveal, dots nobody before the close', async () => {
  await addStepOf(world, 'testverloop');
  await world.open('testverloop');
  await listen(...others);
  await enter('testverloop');
  await world.writePile('deelnemer', 'testverloop', [`${SECRET}\nKiest\nBetaalt\nDoet open`]);
  await world.writePile('account', 'testverloop', ['Belt\nWacht\nBetaalt\nGaat']);
  for (const ear of ears) await ear.tryPrivate('deelnemer');
  expect(await found(SECRET)).toEqual([]);
  await world.must('facilitator', world.advance('testverloop', 'writing', 'reveal'));
  expect(await found(SECRET)).toContain('waarnemer: document of testverloop');
  await world.must('facilitator', world.advance('testverloop', 'reveal', 'voting'));
  const { rounds, candidates } = await world.authority();
  const round = rounds.find(({ stepId }) => stepId === world.step('testverloop'));
  const candidateId = candidates.find(({ roundId }) => roundId === round?.id)?.id ?? '';
  await world.must('deelnemer', { kind: 'cast-dot', roundId: round?.id ?? '', candidateId });
  await found(SECRET);
  for (const ear of ears) {
    const now = ear.live.stages.at(-1)?.now?.round;
    expect(now?.results ?? null, ear.who).toBeNull();
    expect(now?.mine?.placed ?? {}, ear.who).toEqual({});
    if (ear.who !== 'facilitator') expect(now?.placed ?? null, ear.who).toBeNull();
  }
  await world.must('facilitator', world.advance('testverloop', 'voting', 'result'));
  await ears[0]?.hears(({ now }) => now?.phase === 'result');
  const told = ears[0]?.live.stages.at(-1)?.now?.round;
  expect(told?.results?.[0]).toMatchObject({ dots: 1, voters: null });
});
