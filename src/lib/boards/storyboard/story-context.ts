/** What the week decided before, for the storyboard: Friday's leading question, and the row that opens the story. */
import { pickedRow as pickedRowOf } from '#domain/storyboard/picked-row';
import type { Stage } from '#protocol/stage';
import type { StoryManners } from './story-board.svelte';

type Week = Pick<Stage, 'agenda' | 'decisions'>;

/** The last decision on a step of that exercise. */
function decided({ agenda, decisions }: Week, exercise: string) {
  const steps = new Set(agenda.filter((step) => step.exercise === exercise).map(({ id }) => id));
  return decisions.findLast(({ stepId }) => steps.has(stepId));
}

/** Empty while the Decider did not mark one. */
export function leadingQuestion(week: Week): string {
  return decided(week, 'sprintvragen')?.text.trim() ?? '';
}

/** Null while none was picked. */
export function pickedRow({ agenda, decisions }: Week): StoryManners['row'] {
  return pickedRowOf({ steps: agenda, decisions });
}
