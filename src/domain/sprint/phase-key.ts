/** The name of one phase of one step at one time: 'Klaar' is said of it, and it never returns. */
import type { StepId } from '#domain/ids';

export function phaseKey(step: { readonly id: StepId; readonly phaseCount: number }): string {
  return `${step.id}/${step.phaseCount}`;
}
