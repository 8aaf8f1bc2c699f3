/**
 * The row of the walk through the test that the Decider picked, as the storyboard opens with it. Asked
 * by the server when the storyboard opens, and by the page that shows it. Pure.
 */
import { rowActions } from './row-actions';

export type PickedRow = {
  /** Where its panels came from: `<stepId>/<candidateId>`, of the step in which it was picked. */
  readonly row: string;
  readonly actions: readonly string[];
  /** The decision, as it was given. */
  readonly decidedAt: Date | number;
};

type Picked = {
  readonly stepId: string;
  readonly candidateId: string | null;
  readonly text: string;
  readonly decidedAt: Date | number;
};

/**
 * @param week.decisions standing ones, oldest first: of a step that was had twice the last one counts.
 * @returns null while none was picked, or the one that was has no words.
 */
export function pickedRow({
  steps,
  decisions,
}: {
  readonly steps: readonly { readonly id: string; readonly exercise: string }[];
  readonly decisions: readonly Picked[];
}): PickedRow | null {
  const walks = new Set(
    steps.filter(({ exercise }) => exercise === 'testverloop').map(({ id }) => id),
  );
  const decision = decisions.findLast(({ stepId }) => walks.has(stepId));
  const actions = rowActions(decision?.text ?? '');
  if (!decision?.candidateId || actions.length === 0) return null;
  const { stepId, candidateId, decidedAt } = decision;
  return { row: `${stepId}/${candidateId}`, actions, decidedAt };
}

/**
 * Whether a storyboard is to open with that row: not once it was opened with it, so that panels that the
 * team took away do not come back when the step is repeated.
 * @param openings when steps on this storyboard were opened before.
 */
export function opensWith({ decidedAt }: PickedRow, openings: readonly (Date | null)[]): boolean {
  return openings.every((openedAt) => openedAt === null || openedAt.getTime() < +decidedAt);
}
