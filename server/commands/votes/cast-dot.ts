/**
 * Puts one dot: on a candidate, on a spot of an exhibit, or with its reason. Members vote side by side; one
 * member's own requests take turns on the rows of their ballot, so that twenty at once never make more dots than rows.
 */
import { and, eq, sql } from 'drizzle-orm';
import { allowed, ensure, RefusedError } from '#domain/refusal';
import { mayCast } from '#domain/votes/budget';
import { mayCastWithReason } from '#domain/votes/reasons';
import { freeSpot, mayCastOnSpot, spotToJoin, type Spot } from '#domain/votes/spots';
import { boxOf, castingOf, lockBallot } from './ballot';
import type { Doing, Handler } from '#server/commands/command';
import { dots, spots } from '#server/db/ballot-tables';
import type { DotRow } from '#server/stage/authority';

type Casting = Doing<'cast-dot'>;

export const castDot: Handler<'cast-dot'> = {
  lock: 'share',
  movesDots: true,
  // who: the runner asked permissions; who has no ballot is no voter.
  // whether: ruled upon below, when no other request of this member is under way.
  whether: () => allowed,
  // do
  async do(doing) {
    const { tx, authority, me, command } = doing;
    const { roundId, place, reason } = command;
    const way = authority.rounds.find(({ id }) => id === roundId)?.way;
    if (way !== undefined && (way === 'spot') !== (place !== undefined)) {
      throw new RefusedError('field-invalid', { field: 'place' });
    }
    if (way !== 'reasoned' && (reason !== undefined || command.part !== undefined)) {
      throw new RefusedError('field-invalid', { field: 'reason' });
    }
    const rows = await lockBallot(tx, { roundId, memberId: me.id });
    if (way === 'spot') await castOnSpot(doing, rows);
    else if (way === 'reasoned') await castWithReason(doing, rows);
    else await castOnCandidate(doing, rows);
    return null;
  },
};

function rowOf({ roundId, memberId, dotNo }: DotRow) {
  return and(eq(dots.roundId, roundId), eq(dots.memberId, memberId), eq(dots.dotNo, dotNo));
}

function emptyRow(rows: readonly DotRow[]): DotRow {
  const empty = rows.find((row) => row.candidateId === null);
  if (!empty) throw new Error('a ballot with dots left has no empty row');
  return empty;
}

/** The lowest number that no dot of this stack has. */
function freeStackNo(stack: readonly DotRow[]): number {
  const taken = new Set(stack.map((row) => row.stackNo));
  let stackNo = 1;
  while (taken.has(stackNo)) stackNo += 1;
  return stackNo;
}

async function castOnCandidate(
  { tx, authority, me, command }: Casting,
  rows: readonly DotRow[],
): Promise<void> {
  const { candidateId } = command;
  ensure(mayCast(castingOf(authority, me, command, rows)));
  const stackNo = freeStackNo(rows.filter((row) => row.candidateId === candidateId));
  await tx
    .update(dots)
    .set({ candidateId, stackNo })
    .where(rowOf(emptyRow(rows)));
}

/** Dot and reason are one: who has none left puts theirs elsewhere by putting it there. */
async function castWithReason(
  { tx, authority, me, command }: Casting,
  rows: readonly DotRow[],
): Promise<void> {
  const { candidateId, part = null, reason = '' } = command;
  const casting = castingOf(authority, me, command, rows);
  ensure(mayCastWithReason({ ...casting, part, reason, box: boxOf(authority, command) }));
  const row = rows.find((one) => one.candidateId === null) ?? rows[0];
  if (!row) throw new Error('a voter has no row');
  await tx.update(dots).set({ candidateId, stackNo: 1, part, reason }).where(rowOf(row));
}

async function castOnSpot(
  { tx, authority, me, command }: Casting,
  rows: readonly DotRow[],
): Promise<void> {
  const { roundId, candidateId, place = { x: -1, y: -1 } } = command;
  const memberId = me.id;
  const ofVoter = and(eq(spots.roundId, roundId), eq(spots.memberId, memberId));
  const found = await tx
    .select()
    .from(spots)
    .where(and(ofVoter, eq(spots.candidateId, candidateId)));
  const stackOn = (spot: number): DotRow[] =>
    rows.filter((dot) => dot.candidateId === candidateId && dot.spot === spot);
  const own = found.map((row): Spot => ({ ...row, dots: stackOn(row.spot).length }));
  const casting = castingOf(authority, me, command, rows);
  ensure(mayCastOnSpot({ ...casting, place, box: boxOf(authority, command), spots: own }));
  const empty = emptyRow(rows);
  const joined = spotToJoin(own, place);
  if (joined) {
    const there = { candidateId, spot: joined.spot, stackNo: freeStackNo(stackOn(joined.spot)) };
    await tx.update(dots).set(there).where(rowOf(empty));
    return;
  }
  const spot = freeSpot(own);
  // In one statement: a dot costs the database as little as it can.
  await tx.execute(sql`
    with opened as (
      insert into spots (round_id, member_id, candidate_id, spot, x, y)
      values (${roundId}, ${memberId}, ${candidateId}, ${spot}, ${place.x}, ${place.y})
    )
    update dots set candidate_id = ${candidateId}, spot = ${spot}, stack_no = 1
    where round_id = ${roundId} and member_id = ${memberId} and dot_no = ${empty.dotNo}`);
}
