/** The goal of the week as it was decided, with the wordings before it. */
import type { Stage, StageDecision } from '#protocol/stage';

/** @returns null where nothing was decided. */
export function goalIn({
  agenda,
  decisions,
}: Pick<Stage, 'agenda' | 'decisions'>): StageDecision | null {
  const steps = new Set(agenda.filter(({ exercise }) => exercise === 'doel').map(({ id }) => id));
  return decisions.findLast(({ stepId }) => steps.has(stepId)) ?? null;
}
