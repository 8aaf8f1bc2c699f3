/**
 * On which board a step works when it opens. Steps of one wall share a board, so that what was
 * written in one is grouped and voted on in the next. Writing hidden notes for a wall that was
 * revealed before begins a new board, and the later steps of that wall follow to it: thus HMW can be
 * had once more without mixing two rounds of notes.
 */
import { leavesOf, privateKindOf } from '#domain/exercises/private-work';
import { exerciseOf, wallFor } from '#domain/exercises/registry';
import type { BoardId, StepId } from '#domain/ids';
import type { Phase } from '#domain/sprint/phases';

export type BoardUser = {
  readonly id: StepId;
  readonly exercise: string;
  readonly phase: Phase | string | null;
  readonly boardId: BoardId | null;
};

export type BoardPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'existing'; readonly boardId: BoardId }
  | { readonly kind: 'new'; readonly wall: string };

/**
 * @param steps all steps of the sprint.
 * @param boards all boards of the sprint, in order of making.
 */
export function boardPlanFor(
  step: BoardUser,
  {
    steps,
    boards,
  }: {
    steps: readonly BoardUser[];
    boards: readonly { readonly id: BoardId; readonly wall: string; readonly kind: string }[];
  },
): BoardPlan {
  const exercise = exerciseOf(step.exercise);
  if (exercise.tool === 'pause') return { kind: 'none' };
  if (step.boardId !== null) return { kind: 'existing', boardId: step.boardId };
  if (exercise.boardless || privateKindOf(exercise) === 'pad') return { kind: 'none' };
  const wall = wallFor(exercise, step.id);
  // A board from before this exercise had a tool of its own stays what it is, and is not worked on anew.
  const latest = boards.findLast((board) => board.wall === wall && board.kind === exercise.kind);
  if (!latest) return { kind: 'new', wall };
  const beginsAnew = leavesOf(exercise) === 'reveal' && !exercise.goesOn && !exercise.addsToBoard;
  return beginsAnew && wasRevealed(latest.id, steps)
    ? { kind: 'new', wall }
    : { kind: 'existing', boardId: latest.id };
}

/** The phase in which a step opens on that board: the first, or the last where it goes on with what an earlier step revealed. */
export function phaseOnOpening(
  step: BoardUser,
  { plan, steps }: { plan: BoardPlan; steps: readonly BoardUser[] },
): Phase {
  const exercise = exerciseOf(step.exercise);
  const goesOn = exercise.goesOn && plan.kind === 'existing' && wasRevealed(plan.boardId, steps);
  return (goesOn ? exercise.phases.at(-1) : exercise.phases[0]) ?? 'open';
}

/** A step on this board has gone past its hidden writing into a reveal. */
function wasRevealed(boardId: BoardId, steps: readonly BoardUser[]): boolean {
  return steps.some((step) => {
    const { phases } = exerciseOf(step.exercise);
    const reveal = phases.indexOf('reveal');
    const reached = phases.findIndex((phase) => phase === step.phase);
    return step.boardId === boardId && reveal >= 0 && reached >= reveal;
  });
}
