/**
 * The supervote: three dots of the Decider, or of who holds the mandate. Until they are laid down, with a reason
 * and in one act, nobody else knows of them; from then on they are the choice: what has a dot wins, the rest may come later.
 */
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { decides, type Standing } from '#domain/sprint/roles';
import { dotsLeft, type Ballot } from '#domain/votes/budget';

export type LayingDown = {
  readonly round:
    { readonly status: 'open' | 'closed' | 'undone'; readonly way: string } | undefined;
  /** Of who lays it down; null for who has no dots in it. */
  readonly ballot: Ballot | null;
  readonly reason: string;
};

/** Refuses: round-not-open, not-the-decider, no-dots-placed, field-empty and field-too-long of `reason`. */
export function mayLayDown({ round, ballot, reason }: LayingDown): Ruling {
  if (round?.status !== 'open' || round.way !== 'binding') return refused('round-not-open');
  if (!ballot || ballot.budget === 0) return refused('not-the-decider');
  if (dotsLeft(ballot) === ballot.budget) return refused('no-dots-placed');
  return mayGiveReason(reason);
}

type Chosen = { readonly dots: number; readonly position: number };

/** Most dots first; with equal dots in the order of the wall. */
export function winnersAndLater<C extends Chosen>(
  candidates: readonly C[],
): { winners: C[]; later: C[] } {
  const inOrder = [...candidates].sort((a, b) => b.dots - a.dots || a.position - b.position);
  return {
    winners: inOrder.filter(({ dots }) => dots > 0),
    later: inOrder.filter(({ dots }) => dots === 0),
  };
}

export type TakingAlong = {
  /** What may come later after the supervote, by the ids of its exhibits; null before one is laid down. */
  readonly later: readonly string[] | null;
  readonly exhibitId: string;
};

/**
 * What did not win may go along into the storyboard and a next sprint, and be left again. Refuses:
 * nothing-decided, no-such-candidate (a winner goes along by itself).
 */
export function mayTakeAlong({ later, exhibitId }: TakingAlong): Ruling {
  if (later === null) return refused('nothing-decided');
  return later.includes(exhibitId) ? allowed : refused('no-such-candidate');
}

export const prototypeChoices = ['all-in-one', 'rumble'] as const;
export type PrototypeChoice = (typeof prototypeChoices)[number];

/** Fewer winners cannot compete. */
export const COMPETING = 2;

export type ChoosingPrototypes = {
  readonly me: Standing;
  readonly step: { readonly exercise: string; readonly status: string };
  readonly decided: boolean;
  /** How many exhibits won the supervote; 0 when there was none. */
  readonly winners: number;
  readonly choice: PrototypeChoice;
  readonly reason: string;
};

/**
 * Without a supervote in this sprint anything may be chosen: the team may have voted elsewhere. Refuses:
 * not-the-decider, wrong-phase (another exercise), step-not-open, already-decided, one-winner, field-empty and
 * field-too-long of `reason`.
 */
export function mayChoosePrototypes(asked: ChoosingPrototypes): Ruling {
  const { me, step, decided, winners, choice, reason } = asked;
  if (!decides(me)) return refused('not-the-decider');
  if (step.exercise !== 'rumble') return refused('wrong-phase');
  if (step.status !== 'open') return refused('step-not-open');
  if (decided) return refused('already-decided');
  if (choice === 'rumble' && winners > 0 && winners < COMPETING) return refused('one-winner');
  return mayGiveReason(reason);
}

function mayGiveReason(reason: string): Ruling {
  if (reason.trim() === '') return refused('field-empty', { field: 'reason' });
  if (reason.length > limits.reason) {
    return refused('field-too-long', { field: 'reason', about: { max: limits.reason } });
  }
  return allowed;
}
