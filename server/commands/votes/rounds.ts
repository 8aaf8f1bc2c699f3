/**
 * What happens to a round: it opens with candidates frozen from the board and a row per dot and
 * voter; it closes into tallies, and who chose what goes in the same transaction unless the exercise
 * shows it; a close that is undone leaves nothing but the fact.
 */
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { boardReading } from '#document/kinds/boards';
import { server } from '#document/origins';
import { exerciseOf } from '#domain/exercises/registry';
import { RefusedError } from '#domain/refusal';
import { shuffled } from '#domain/shuffled';
import type { CommandKind } from '#domain/sprint/permissions';
import { roundRules } from '#domain/votes/budget';
import type { Doing } from '#server/commands/command';
import { candidates, dots, heatPlaces, isItsSpot, rounds, spots } from '#server/db/ballot-tables';
import type { Authority, Round, Step } from '#server/stage/authority';
import { reconcileBallots } from '#server/store/ballots';

export function openRoundOf(authority: Authority, stepId: string): Round | undefined {
  return authority.rounds.find((round) => round.stepId === stepId && round.status === 'open');
}

export function closedRoundOf(authority: Authority, stepId: string): Round | undefined {
  return authority.rounds.find((round) => round.stepId === stepId && round.status === 'closed');
}

/** The room of a board; undefined when the step has none. */
export function boardRoomId(authority: Authority, boardId: string | null): string | undefined {
  return authority.rooms.find((room) => room.boardId !== null && room.boardId === boardId)?.id;
}

/** Refuses `no-candidates` when nothing with text is on the board. The board's room must be held. */
export async function openRound(
  { tx, doc, newId, authority, now }: Doing<CommandKind>,
  { step, roomId }: { step: Step; roomId: string | undefined },
): Promise<void> {
  const rules = roundRules(exerciseOf(step.exercise), step.choices);
  const board = roomId === undefined ? undefined : doc(roomId);
  // What somebody had begun and not written yet: nobody can take it away while dots are put.
  if (board) boardReading(board).clearEmpty(board, server);
  const choices = board ? boardReading(board).candidates(board) : [];
  if (!rules || choices.length === 0) {
    throw new RefusedError('no-candidates', { about: { board: exerciseOf(step.exercise).kind } });
  }
  const sprintId = authority.sprint.id;
  const roundId = newId();
  await tx
    .insert(rounds)
    .values({ id: roundId, sprintId, stepId: step.id, ...rules, openedAt: now });
  await tx.insert(candidates).values(
    choices.map(({ exhibit = null, ...choice }, position) => {
      return { roundId, id: newId(), position, exhibit, ...choice };
    }),
  );
  await reconcileBallots(tx, sprintId);
}

/** The command must hold the sprint, so that no dot moves while they are counted. */
export async function closeRound(
  { tx, now, random }: Pick<Doing<CommandKind>, 'tx' | 'now' | 'random'>,
  round: Round,
): Promise<void> {
  const [closed] = await tx
    .update(rounds)
    .set({ status: 'closed', closedAt: now })
    .where(and(eq(rounds.id, round.id), eq(rounds.status, 'open')))
    .returning({ id: rounds.id });
  if (!closed) throw new RefusedError('round-not-open');
  await tx
    .update(candidates)
    .set({
      dots: sql`(select count(*) from ${dots} where ${dots.roundId} = ${candidates.roundId} and ${dots.candidateId} = ${candidates.id})`,
    })
    .where(eq(candidates.roundId, round.id));
  if (round.way === 'spot') await keepHeat({ tx, random }, round.id);
  if (round.voterShown) return;
  await tx.delete(dots).where(eq(dots.roundId, round.id));
  await tx.delete(spots).where(eq(spots.roundId, round.id));
}

/** Where dots lie stays; whose they were does not, nor in which order they came. */
async function keepHeat(
  { tx, random }: Pick<Doing<CommandKind>, 'tx' | 'random'>,
  roundId: string,
): Promise<void> {
  const places = await tx
    .select({ candidateId: spots.candidateId, x: spots.x, y: spots.y, dots: count() })
    .from(dots)
    .innerJoin(spots, isItsSpot)
    .where(eq(dots.roundId, roundId))
    .groupBy(spots.memberId, spots.candidateId, spots.spot, spots.x, spots.y);
  if (places.length === 0) return;
  const rows = shuffled(places, random).map((place, position) => ({ roundId, position, ...place }));
  await tx.insert(heatPlaces).values(rows);
}

/** Takes the results and tallies away; that a round was undone stays known, so that the next one says it is fresh. */
export async function undoClose(tx: Doing<CommandKind>['tx'], stepId: string): Promise<void> {
  if ((await undoRounds(tx, stepId, 'closed')) === 0) throw new RefusedError('phase-moved-on');
}

/** @returns how many rounds of the step were undone: one at most. */
export async function undoRounds(
  tx: Doing<CommandKind>['tx'],
  stepId: string,
  status: 'open' | 'closed',
): Promise<number> {
  const undone = await tx
    .update(rounds)
    .set({ status: 'undone' })
    .where(and(eq(rounds.stepId, stepId), eq(rounds.status, status)))
    .returning({ id: rounds.id });
  const ids = undone.map((round) => round.id);
  if (ids.length === 0) return 0;
  await tx.delete(dots).where(inArray(dots.roundId, ids));
  await tx.delete(candidates).where(inArray(candidates.roundId, ids));
  return ids.length;
}
