/** A note-and-vote of the morning as it was left behind: wall, closed round with tallies, decision. */
import { candidatesOf, plainWall } from '#document/plain';
import { exerciseOf } from '#domain/exercises/registry';
import { roundRules } from '#domain/votes/budget';
import type { Database, Transaction } from '#server/db/database';
import { candidates, decisions, rounds } from '#server/db/ballot-tables';
import type { Voted } from '#server/example/case';
import { makeFilledRoom } from '#server/example/fill-room';
import { layTexts } from '#server/example/morning-walls';
import type { Random } from '#server/random';

/** The vote was opened and the decision taken this long before the step ended. */
const VOTED_BEFORE_MS = 9 * 60_000;
const DECIDED_BEFORE_MS = 2 * 60_000;

export type MorningVote = {
  db: Database;
  random: Random;
  newId: () => string;
  sprintId: string;
  stepId: string;
  boardId: string;
  exercise: string;
  openedAt: Date;
  closedAt: Date;
  /** The note with most dots is the one that was decided for. */
  vote: { notes: readonly Voted[]; reason: string };
  decider: { memberId: string | null; name: string };
};

export async function writeVote(tx: Transaction, given: MorningVote): Promise<void> {
  const { newId, sprintId, stepId, boardId, vote, closedAt } = given;
  const texts = vote.notes.map(([text]) => text);
  const choices = await makeFilledRoom(
    tx,
    { kind: 'wall', sprintId, boardId },
    {
      ...{ db: given.db, newId },
      fill: (doc) => layTexts(doc, texts, given.random),
      read: (doc) => candidatesOf(plainWall(doc)),
    },
  );
  const before = (ms: number) => new Date(closedAt.getTime() - ms);
  const rules = roundRules(exerciseOf(given.exercise));
  if (!rules) throw new Error(`${given.exercise} has no votes`);
  const roundId = newId();
  const decidedAt = before(DECIDED_BEFORE_MS);
  await tx.insert(rounds).values({
    ...{ id: roundId, sprintId, stepId, status: 'closed', ...rules },
    openedAt: before(VOTED_BEFORE_MS),
    closedAt: decidedAt,
  });
  const dotsOf = new Map(vote.notes);
  const rows = choices.map((choice, position) => {
    return { ...choice, id: newId(), roundId, position, dots: dotsOf.get(choice.text) ?? 0 };
  });
  await tx.insert(candidates).values(rows);
  const winner = rows.reduce((best, row) => (row.dots > best.dots ? row : best));
  await tx.insert(decisions).values({
    ...{ id: newId(), sprintId, stepId, roundId, candidateId: winner.id, text: winner.text },
    ...{ reason: vote.reason, byName: given.decider.name, byMemberId: given.decider.memberId },
    decidedAt,
  });
}
