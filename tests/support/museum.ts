/** A museum with sketches on its wall, and the votes that are held there. */
import { nanoid } from 'nanoid';
import { hangExhibits } from '#document/kinds/gallery/operations';
import { server } from '#document/origins';
import type { Candidate } from '#server/stage/authority';
import type { World } from '#tests/support/sprint-world';

export type MuseumVote = 'heatmap' | 'strawpoll' | 'supervote';

/** Puts a step of an exercise at the end of the first day. */
export async function addStepOf(world: World, exercise: string): Promise<void> {
  const step = { kind: 'add-step', exercise, day: 1, before: null } as const;
  const added = await world.must('facilitator', step);
  world.stepIds[exercise] = (added as { stepId: string }).stepId;
}

/** Sketches of three panels on the wall of the museum, numbered in this order. */
export async function hangSketches(world: World, titles: readonly string[]): Promise<void> {
  await addStepOf(world, 'museum');
  await world.open('museum');
  const panel = { strokes: [], words: '', description: '', texts: [], picture: null };
  const exhibits = titles.map((title, at) => {
    return { id: nanoid(), number: at + 1, title, panels: [panel, panel, panel], source: null };
  });
  await world.onWall('museum', (doc) => hangExhibits(doc, exhibits, server));
}

/** Walks to the open round of one of the votes in the museum. @returns the round, and its candidates by title. */
export async function openOnMuseum(
  world: World,
  exercise: MuseumVote,
  {
    titles = ['De prijs staat vast', 'Eén keer vertellen', 'Wasbeer belt eerst'],
    resultsLive,
  }: { titles?: readonly string[]; resultsLive?: boolean } = {},
) {
  if (!world.stepIds.museum) await hangSketches(world, titles);
  await addStepOf(world, exercise);
  const stepId = world.step(exercise);
  if (resultsLive !== undefined) {
    await world.must('facilitator', { kind: 'set-step-choices', stepId, choices: { resultsLive } });
  }
  await world.open(exercise);
  if (exercise !== 'strawpoll') {
    await world.must('facilitator', world.advance(exercise, 'open', 'voting'));
  }
  return roundOf(world, exercise);
}

/** The latest round of a step. */
export async function roundOf(world: World, exercise: string) {
  const { rounds, candidates } = await world.authority();
  const round = rounds.findLast((one) => one.stepId === world.step(exercise));
  if (!round) throw new Error('no round');
  const own: readonly Candidate[] = candidates.filter((one) => one.roundId === round.id);
  const byTitle = new Map(own.map((one) => [one.text, one.id]));
  return {
    roundId: round.id,
    ids: own.map((one) => one.id),
    of: (title: string): string => byTitle.get(title) ?? 'no such sketch',
  };
}
