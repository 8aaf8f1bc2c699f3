/** Who can make a part of the prototype: who works on boards, this person first. */
import { writes } from '#domain/sprint/roles';
import type { Stage } from '#protocol/stage';
import type { Maker } from './prototype-board.svelte';

export function makersOf({ members, me }: Pick<Stage, 'members' | 'me'>): Maker[] {
  const mineFirst = (one: { id: string }): number => (one.id === me.id ? 0 : 1);
  return members
    .filter(writes)
    .toSorted((a, b) => mineFirst(a) - mineFirst(b))
    .map(({ id, name, initials, color }) => ({ memberId: id, name, initials, color }));
}
