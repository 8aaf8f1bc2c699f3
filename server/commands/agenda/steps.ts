/** Finding steps in an authority. */
import type { Authority, Step } from '#server/stage/authority';

export function openStepOf(authority: Authority): Step | undefined {
  return authority.steps.find((step) => step.status === 'open');
}

export function stepById(authority: Authority, stepId: string): Step | undefined {
  return authority.steps.find((step) => step.id === stepId);
}

/** For `do`, after `whether` has found the step. */
export function requireStep(authority: Authority, stepId: string): Step {
  const step = stepById(authority, stepId);
  if (!step) throw new Error('a step that was ruled upon is not there');
  return step;
}
