/**
 * Who may read the board of an exercise: the one answer that rooms, stage, history and pages give. The
 * team and who observes it read every board. An expert, who is there for an hour on Monday, reads goal,
 * questions and map, and what they are asked to work on while it is open; nothing else of the week.
 */
import { exercises, exerciseById } from '#domain/exercises/registry';
import type { Exercise } from '#domain/exercises/exercise';
import type { Role } from '#domain/sprint/roles';

/** Days on which an expert works along; null is what stands on no day of its own. */
const EXPERT_DAYS: readonly (number | null)[] = [1, null];

const shownToExperts: ReadonlySet<string> = new Set(
  Object.values(exercises).flatMap((one: Exercise) => (one.expertsRead ? [one.wall] : [])),
);

/**
 * @param board.wall the key under which steps share it.
 * @param board.open the exercise of the open step, where that works on this board or lies beside it.
 */
export function mayRead(
  { role }: { readonly role: Role },
  { wall, open }: { readonly wall: string; readonly open: string | null },
): boolean {
  if (role !== 'expert') return true;
  if (shownToExperts.has(wall)) return true;
  const exercise = open === null ? undefined : exerciseById(open);
  return exercise !== undefined && EXPERT_DAYS.includes(exercise.day);
}
