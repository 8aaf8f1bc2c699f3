/** Questions put to customers, as the tests of scores and ranking need them. */
import { nanoid } from 'nanoid';
import * as ladders from '#document/kinds/ladders/operations';
import { local, server } from '#document/origins';
import { createAskings, type Askings } from '#server/asking/askings';
import { systemRandom } from '#server/random';
import { steps } from '#server/db/tables';
import type { ScoreKind } from '#domain/tests/scores';
import type { Ground } from '#tests/support/ground';
import { beginTalk, customerOf, roundOff } from '#tests/support/interviewing';
import type { Cast, World } from '#tests/support/sprint-world';

/** Words that no customer may read before they said theirs, and that no page may hold before it. */
export const concepts = [
  { id: 'c1', words: 'wij een uur van tevoren bellen' },
  { id: 'c2', words: 'de prijs vooraf vaststaat' },
  { id: 'c3', words: 'dezelfde monteur terugkomt' },
  { id: 'c4', words: 'het de eerste keer lukt' },
] as const;

/** The concepts as the Decider keeps them on Thursday, and one that is for ourselves alone. */
export async function keepConcepts(world: World): Promise<void> {
  const id = (world.stepIds['conceptbeloften'] = nanoid());
  const row = { id, sprintId: world.sprintId, day: 4, position: 'x0', minutes: 40 };
  await world.ground.db.insert(steps).values({ ...row, exercise: 'conceptbeloften' });
  await world.open('conceptbeloften');
  await world.onWall('conceptbeloften', (doc) => {
    ladders.addBehoefte(doc, { id: 'n1', words: 'Ik zit de hele dag te wachten' }, local);
    for (const one of [...concepts, { id: 'eigen', words: 'het team elke dag overlegt' }])
      ladders.addBelofte(doc, { ...one, behoefteId: 'n1' }, local);
    ladders.chooseOfBelofte(doc, 'eigen', { audience: 'internal' }, local);
    const kept = [...concepts.map((one) => one.id), 'eigen'];
    ladders.keepBeloften(doc, kept, { concept: true }, server);
  });
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('conceptbeloften') });
}

/** The facilitator talks with a customer and puts the questions aloud. */
export async function askAloud(world: World, label = 'K1', by: Cast = 'facilitator') {
  const { customers } = await world.authority();
  if (!customers.some(({ state }) => state === 'running')) await beginTalk(world, { label, by });
  const customerId = await customerOf(world, label);
  await world.must(by, { kind: 'begin-asking', customerId });
}

export async function gives(
  world: World,
  label: string,
  scores: Partial<Record<ScoreKind, number | readonly number[]>>,
): Promise<void> {
  const customerId = await customerOf(world, label);
  for (const [kind, given] of Object.entries(scores)) {
    for (const [item, answer] of [given].flat().entries()) {
      const about = { customerId, questionnaire: kind as ScoreKind, item, answer };
      await world.must('facilitator', { kind: 'give-score', ...about });
    }
  }
}

export async function saidOpenly(world: World, label: string, words = 'op tijd'): Promise<void> {
  const customerId = await customerOf(world, label);
  await world.must('facilitator', { kind: 'give-words', customerId, words });
}

/** A whole talk: asked aloud, answered, closed and rounded off. */
export async function wholeTalk(
  world: World,
  label: string,
  given: {
    scores: Partial<Record<ScoreKind, number | readonly number[]>>;
    words?: string;
    dots?: readonly string[];
  },
): Promise<void> {
  await askAloud(world, label);
  await gives(world, label, given.scores);
  const customerId = await customerOf(world, label);
  await saidOpenly(world, label, given.words);
  if (given.dots)
    await world.must('facilitator', {
      ...{ kind: 'give-customer-dots', customerId, dots: [...given.dots] },
    });
  await world.must('facilitator', { kind: 'finish-asking', customerId });
  await roundOff(world, label);
}

export function askingsOn(ground: Ground): Askings {
  const { db, commands, authorities, clock } = ground;
  return createAskings({ db, commands, authorities, clock, random: systemRandom });
}

/** Makes a link. @returns the secret in it. */
export async function linkFor(world: World, label: string): Promise<string> {
  const customerId = await customerOf(world, label);
  const made = await world.must('facilitator', { kind: 'make-customer-link', customerId });
  return (made as { path: string }).path.split('/').at(-1) ?? '';
}
