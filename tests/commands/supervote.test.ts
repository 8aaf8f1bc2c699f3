/** The supervote where the Decider is away, and what comes after it, on a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeGround, type Ground } from '#tests/support/ground';
import { addStepOf, hangSketches, openOnMuseum } from '#tests/support/museum';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const museumFor = async (who: Cast) =>
  (await ground.stages.of(world.sessions[who], world.sprintId)).museum;

const titles = ['De prijs staat vast', 'Eén keer vertellen', 'Wasbeer belt eerst'] as const;

/** @returns the exhibits by the order of `titles`. */
async function exhibits(): Promise<[string, string, string]> {
  const { candidates } = await world.authority();
  const idOf = (title: string) => candidates.find(({ text }) => text === title)?.noteIds[0] ?? '';
  return [idOf(titles[0]), idOf(titles[1]), idOf(titles[2])];
}

/** The stand-in chooses the last sketch, on the mandate that runs in every world. */
async function chooseLast(): Promise<void> {
  const { roundId, of } = await openOnMuseum(world, 'supervote', { titles });
  await world.must('stand-in', { kind: 'cast-dot', roundId, candidateId: of(titles[2]) });
  expect((await museumFor('deelnemer'))?.winners).toEqual([]);
  await world.must('stand-in', { kind: 'lay-down-supervote', roundId, reason: 'zoals zij zei' });
}

it('[C260] what did not win is taken along, told to everybody with a name, and left again', async () => {
  await chooseLast();
  const [first, second, last] = await exhibits();
  const take = { kind: 'take-along', along: true } as const;
  expect(await world.says('deelnemer', { ...take, exhibitId: first })).toBe('not-your-role');
  expect(await world.says('facilitator', { ...take, exhibitId: last })).toBe('no-such-candidate');
  const both = await Promise.all([
    world.says('facilitator', { ...take, exhibitId: first }),
    world.says('facilitator', { ...take, exhibitId: first }),
  ]);
  expect(both).toEqual(['ok', 'ok']);
  await world.must('beslisser', { ...take, exhibitId: second });
  for (const who of ['deelnemer', 'waarnemer'] as const) {
    expect(await museumFor(who)).toMatchObject({
      winners: [last],
      takenAlong: { [first]: 'facilitator', [second]: 'beslisser' },
    });
  }
  await world.must('facilitator', { kind: 'take-along', exhibitId: second, along: false });
  expect((await museumFor('deelnemer'))?.takenAlong).toEqual({ [first]: 'facilitator' });
});

it('[C260] before the supervote is laid down nothing is taken along', async () => {
  await openOnMuseum(world, 'supervote', { titles });
  const [exhibitId] = await exhibits();
  expect(await world.says('facilitator', { kind: 'take-along', exhibitId, along: true })).toBe(
    'nothing-decided',
  );
});

it('[C260] a decision on a mandate tells when that was given, also once it ended', async () => {
  const { mandate } = await world.authority();
  await chooseLast();
  await world.must('facilitator', { kind: 'end-mandate' });
  const { now } = await ground.stages.of(world.sessions.deelnemer, world.sprintId);
  expect(now?.decision).toMatchObject({
    onBehalfOf: 'beslisser',
    mandateAt: mandate?.givenAt.getTime(),
  });
});

it('[C263] without a Decider and without a stand-in it does not begin', async () => {
  await hangSketches(world, titles);
  await addStepOf(world, 'supervote');
  await world.open('supervote');
  await world.must('facilitator', { kind: 'set-decider', memberId: null });
  const begin = world.advance('supervote', 'open', 'voting');
  expect(await world.says('facilitator', begin)).toBe('no-decider');
  const { memberIds } = world;
  await world.must('facilitator', { kind: 'set-decider', memberId: memberIds.account });
  await world.must('facilitator', begin);
});

it('[C263] when the Decider drops out halfway, somebody who stands in chooses anew', async () => {
  await world.must('facilitator', { kind: 'end-mandate' });
  const { roundId, of } = await openOnMuseum(world, 'supervote', { titles });
  await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: of(titles[0]) });
  const close = world.advance('supervote', 'voting', 'result');
  expect(await world.says('facilitator', close)).toBe('decider-lays-down');
  const mandate = { kind: 'give-mandate', reason: 'Ingrid zit in de trein' } as const;
  await world.must('facilitator', { ...mandate, memberId: world.memberIds.account });
  const lay = { kind: 'lay-down-supervote', roundId, reason: 'zoals zij het zei' } as const;
  expect(await world.says('account', lay)).toBe('no-dots-placed');
  await world.must('account', { kind: 'cast-dot', roundId, candidateId: of(titles[1]) });
  await world.must('account', lay);
  const [, second] = await exhibits();
  expect((await museumFor('deelnemer'))?.winners).toEqual([second]);
});
