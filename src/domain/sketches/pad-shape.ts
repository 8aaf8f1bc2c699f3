/** How the pad lies before one in a step: what is folded, what has panels, and else loose sheets. */
import { leavesOf } from '#domain/exercises/private-work';
import { exerciseById } from '#domain/exercises/registry';

export type PadShape = 'folds' | 'sketch' | 'sheets';

export function padShapeOf(exerciseId: string): PadShape {
  const exercise = exerciseById(exerciseId);
  if (exercise && leavesOf(exercise) === 'hand-in') return 'sketch';
  return exercise?.turnsByMinute ? 'folds' : 'sheets';
}
