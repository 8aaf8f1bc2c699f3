/**
 * Ballots of open rounds: a row per dot and voter. Written when a round opens, and brought in step
 * whenever somebody comes in, goes, or gets another role while it runs.
 */
import { and, eq, inArray, notExists } from 'drizzle-orm';
import { exerciseOf } from '#domain/exercises/registry';
import type { SprintId } from '#domain/ids';
import { ballotFor } from '#domain/votes/budget';
import type { DotOnSpot } from '#domain/votes/heat';
import type { Transaction } from '#server/db/database';
import { dots, spots } from '#server/db/ballot-tables';
import { loadAuthority } from '#server/stage/authority-store';
import type { Authority, Dot, Member, Step } from '#server/stage/authority';

/** How many dots a member has in a round of this step. */
export function budgetOf(authority: Authority, step: Step, member: Member): number {
  return ballotFor(member, {
    exercise: exerciseOf(step.exercise),
    choices: step.choices,
    template: authority.sprint.template as 'five-day' | 'four-day',
    mandateRunning: authority.mandate !== null,
  });
}

/**
 * Gives each voter of the sprint's open rounds the rows that are missing and takes away those that
 * are too many: empty ones first, then the last placed. Call it in the transaction (holding the
 * sprint's lock) that changed the members.
 */
export async function reconcileBallots(tx: Transaction, sprintId: SprintId): Promise<void> {
  const authority = await loadAuthority(tx, sprintId);
  if (!authority) return;
  for (const round of authority.rounds) {
    const step = authority.steps.find((one) => one.id === round.stepId);
    if (round.status !== 'open' || !step) continue;
    const budgets = new Map(
      authority.members.map((member) => [member.id, budgetOf(authority, step, member)]),
    );
    const rows = authority.dots.filter((dot) => dot.roundId === round.id);
    for (const memberId of new Set([...budgets.keys(), ...rows.map((row) => row.memberId)])) {
      const own = rows.filter((row) => row.memberId === memberId);
      const budget = budgets.get(memberId) ?? 0;
      const surplus = [...own]
        .sort(
          (a, b) =>
            Number(a.candidateId !== null) - Number(b.candidateId !== null) || b.dotNo - a.dotNo,
        )
        .slice(0, Math.max(0, own.length - budget))
        .map((row) => row.dotNo);
      if (surplus.length > 0) {
        await tx
          .delete(dots)
          .where(
            and(
              eq(dots.roundId, round.id),
              eq(dots.memberId, memberId),
              inArray(dots.dotNo, surplus),
            ),
          );
      }
      if (surplus.some((dotNo) => own.some((row) => row.dotNo === dotNo && row.spot !== null))) {
        await clearSpots(tx, { roundId: round.id, memberId });
      }
      const taken = new Set(own.map((row) => row.dotNo));
      const missing = freeNumbers(taken, budget - own.length).map((dotNo) => {
        return { roundId: round.id, memberId, dotNo, perCandidate: round.perCandidate };
      });
      if (missing.length > 0) await tx.insert(dots).values(missing);
    }
  }
}

/** Takes away the spots of a voter on which no dot lies any more. */
async function clearSpots(
  tx: Transaction,
  { roundId, memberId }: { roundId: string; memberId: string },
): Promise<void> {
  const lies = and(
    eq(dots.roundId, spots.roundId),
    eq(dots.memberId, spots.memberId),
    eq(dots.candidateId, spots.candidateId),
    eq(dots.spot, spots.spot),
  );
  const left = tx.select({ one: dots.dotNo }).from(dots).where(lies);
  const own = and(eq(spots.roundId, roundId), eq(spots.memberId, memberId));
  await tx.delete(spots).where(and(own, notExists(left)));
}

/** Dots of one round as the spots on which they lie, each voter's apart. */
export function spotsOf(dotsOfRound: readonly Dot[]): (DotOnSpot & { readonly spot: number })[] {
  const found = new Map<string, DotOnSpot & { readonly spot: number }>();
  for (const { memberId, candidateId, spot, place } of dotsOfRound) {
    if (candidateId === null || spot === null || place === null) continue;
    const key = `${memberId} ${candidateId} ${spot}`;
    const dots = (found.get(key)?.dots ?? 0) + 1;
    found.set(key, { ...place, memberId, candidateId, spot, dots });
  }
  return [...found.values()];
}

function freeNumbers(taken: ReadonlySet<number>, count: number): number[] {
  const free: number[] = [];
  for (let number = 1; free.length < count; number += 1) if (!taken.has(number)) free.push(number);
  return free;
}
