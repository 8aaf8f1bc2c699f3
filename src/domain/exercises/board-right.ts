/**
 * Who may read the board of an exercise and who may write on it: the one answer that rooms, stage,
 * pictures, history and pages give. The team and who observes it read every board. An expert, who is there
 * for an hour on Monday, reads goal, questions and map, and what they are asked to work on while it is
 * open; nothing else of the week. What is hidden is never on a board, but in a private room of its writer.
 */
import { exercises, exerciseById } from '#domain/exercises/registry';
import type { Exercise } from '#domain/exercises/exercise';
import { boardIsWritable, type Phase } from '#domain/sprint/phases';
import { writes, type Role, type Standing } from '#domain/sprint/roles';

/** Days on which an expert works along; null is what stands on no day of its own. */
const EXPERT_DAYS: readonly (number | null)[] = [1, null];

const shownToExperts: ReadonlySet<string> = new Set(
  Object.values(exercises).flatMap((one: Exercise) => (one.expertsRead ? [one.wall] : [])),
);

/** Boards on which the test is gathered: closed to who talks with a customer, so that they stay open-minded. */
const testGrids: ReadonlySet<string> = new Set(
  Object.values(exercises).flatMap((one: Exercise) => (one.kind === 'grid' ? [one.wall] : [])),
);

/**
 * @param member.interviewing they talk with a customer at this moment.
 * @param board.wall the key under which steps share it.
 * @param board.open the exercise of the open step, where that works on this board or lies beside it.
 */
export function mayRead(
  { role, interviewing }: { readonly role: Role; readonly interviewing?: boolean },
  { wall, open }: { readonly wall: string; readonly open: string | null },
): boolean {
  if (interviewing && testGrids.has(wall)) return false;
  if (role !== 'expert') return true;
  if (shownToExperts.has(wall)) return true;
  const exercise = open === null ? undefined : exerciseById(open);
  return exercise !== undefined && EXPERT_DAYS.includes(exercise.day);
}

export type BoardRight = 'none' | 'read' | 'write';

/** A board at this moment. */
export type BoardNow = {
  /** The key under which steps share it. */
  readonly wall: string;
  readonly locked: boolean;
  /** The open step, where that works on this board or has it beside its own; null on any other board. */
  readonly open: {
    readonly exercise: string;
    readonly phase: Phase | null;
    /** It lies beside the board of the step, to be read and corrected in the open. */
    readonly beside: boolean;
    /** The facilitator chose to draw alone while the others look and talk. */
    readonly facilitatorDraws: boolean;
  } | null;
};

/**
 * A facilitator writes in every phase but the silent vote, also on boards of steps that are not open and on
 * what is locked. Everybody else who writes does so where the board is worked on now and is not locked.
 */
export function boardRight(
  member: Standing & { readonly interviewing?: boolean },
  { wall, locked, open }: BoardNow,
): BoardRight {
  if (!mayRead(member, { wall, open: open?.exercise ?? null })) return 'none';
  const phase = open && !open.beside ? open.phase : null;
  if (member.role === 'facilitator') return phase === 'voting' ? 'read' : 'write';
  if (locked || open === null || !writes(member)) return 'read';
  if (open.beside) return 'write';
  if (phase === null || !boardIsWritable(phase)) return 'read';
  return phase === 'open' && open.facilitatorDraws ? 'read' : 'write';
}
