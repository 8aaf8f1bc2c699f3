/** Which boards hold what a behoefte can come from. */
import type { BoardAddress } from '#protocol/stage';
import { latestOf, type Elsewhere } from '$lib/boards/elsewhere';

export const shelfKinds = ['seen', 'pains', 'hmw', 'knowledge'] as const;
export type ShelfKind = (typeof shelfKinds)[number];

/** The latest board of each; null where there is none. */
export function boardOf(elsewhere: Elsewhere, shelf: ShelfKind): BoardAddress | null {
  if (shelf === 'seen') return latestOf(elsewhere, 'grid');
  if (shelf === 'pains') return latestOf(elsewhere, 'map');
  const isOn = (exercise: string): boolean =>
    shelf === 'knowledge' ? exercise === 'voorkennis' : exercise.startsWith('hmw');
  const step = elsewhere
    .agenda()
    .findLast(({ exercise, board }) => isOn(exercise) && board?.kind === 'wall');
  return step?.board ?? null;
}
