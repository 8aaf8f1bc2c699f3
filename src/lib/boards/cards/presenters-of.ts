/** Whose card a card can be: who works on the board, this person first. */
import type { StageMember } from '#protocol/stage';
import type { CardsManners } from './cards-board.svelte';

export function presentersOf(
  members: readonly StageMember[],
  meId: string | null,
): CardsManners['people'] {
  const mineFirst = (one: StageMember): number => (one.id === meId ? 0 : 1);
  return members
    .toSorted((a, b) => mineFirst(a) - mineFirst(b))
    .map(({ id, name, initials, color }) => ({
      presenterId: id,
      presenter: name,
      initials,
      color,
    }));
}
