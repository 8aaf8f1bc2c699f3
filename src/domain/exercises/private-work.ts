/** What an exercise says of work that is made alone; asked by the commands, the stage and the rooms. */
import type { Exercise, Leaves, PrivateKind } from '#domain/exercises/exercise';

/** Null where nothing is written alone. */
export function privateKindOf({ phases, privateKind }: Exercise): PrivateKind | null {
  return phases.includes('writing') ? (privateKind ?? 'pile') : null;
}

/** Null where nothing is written alone. */
export function leavesOf({ phases, leaves }: Exercise): Leaves | null {
  return phases.includes('writing') ? (leaves ?? 'reveal') : null;
}
