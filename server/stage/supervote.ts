/** What the last supervote of a sprint chose, for the stage and for the choices that follow from it. */
import { winnersAndLater } from '#domain/votes/supervote';
import type { Authority, Candidate } from '#server/stage/authority';

type Chosen = Candidate & { readonly dots: number };

/** @returns null before one is laid down. */
export function supervoteOf({ rounds, candidates }: Pick<Authority, 'rounds' | 'candidates'>): {
  roundId: string;
  winners: Chosen[];
  later: Chosen[];
} | null {
  const round = rounds.findLast(({ way, status }) => way === 'binding' && status === 'closed');
  if (!round) return null;
  const own = candidates.filter(({ roundId }) => roundId === round.id);
  return {
    roundId: round.id,
    ...winnersAndLater(own.map((one) => ({ ...one, dots: one.dots ?? 0 }))),
  };
}
