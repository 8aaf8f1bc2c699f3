/**
 * The Decider signs klantbeloften, all that were asked for in one act: each is frozen as its next version, in a
 * row that nothing changes any more, and all see who signed. One that may not be signed refuses the whole act.
 */
import { and, eq, inArray } from 'drizzle-orm';
import { frozenOf } from '#document/kinds/ladders/frozen';
import { ladderOfBelofte } from '#document/kinds/ladders/ladder-of';
import { markSigned } from '#document/kinds/ladders/operations';
import { plainLadders, setOf } from '#document/kinds/ladders/plain';
import { server } from '#document/origins';
import { sign, signingRefusal } from '#domain/klantbelofte/signing';
import { allowed, refused, RefusedError } from '#domain/refusal';
import { boardIsWritable, type Phase } from '#domain/sprint/phases';
import { shownName } from '#domain/sprint/names';
import { openStepOf } from '#server/commands/agenda/steps';
import type { Handler } from '#server/commands/command';
import { boardRoomId } from '#server/commands/votes/rounds';
import { signedBeloften } from '#server/db/ladder-tables';
import type { Authority } from '#server/stage/authority';

export const signBeloften: Handler<'sign-beloften'> = {
  rooms({ authority, command }) {
    const room = boardRoomId(authority, command.boardId);
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayWorkOnSet(authority, command.boardId),
  // do
  async do({ tx, authority, me, command, newId, now, doc }) {
    const roomId = boardRoomId(authority, command.boardId);
    if (roomId === undefined) throw new Error('a board that was ruled upon has no room');
    const board = doc(roomId);
    const plain = plainLadders(board);
    const ids = new Set(command.beloften.map(({ id }) => id));
    const of = setOf(plain).filter(({ id }) => !ids.has(id)).length + ids.size;
    const earlier = await tx
      .select()
      .from(signedBeloften)
      .where(
        and(
          eq(signedBeloften.boardId, command.boardId),
          inArray(signedBeloften.belofteId, [...ids]),
        ),
      )
      .orderBy(signedBeloften.version);
    const mandate = me.decider ? null : authority.mandate;
    const onBehalfOf = mandate?.onBehalfOf ?? null;
    for (const { id, seen, reason } of command.beloften) {
      const belofte = plain.beloften.find((one) => one.id === id);
      if (!belofte) throw new RefusedError('no-such-belofte');
      const lack = signingRefusal(ladderOfBelofte(plain, id), {
        of,
        reason: reason || belofte.decided.change,
      });
      if (lack === 'reason-too-long') throw new RefusedError('field-too-long', { field: 'reason' });
      if (lack !== null) throw new RefusedError(lack);
      const versions = earlier
        .filter(({ belofteId }) => belofteId === id)
        .map(({ version, frozen, byName, reason: why, signedAt }) => ({
          ...{ version, frozen, signedBy: byName, signedAt: signedAt.getTime(), reason: why },
        }));
      const signed = sign(versions, {
        ...{ seen, frozen: frozenOf(belofte, plain), signedBy: shownName(me) },
        ...{ signedAt: now.getTime(), reason: reason || belofte.decided.change },
      });
      if (signed === 'reason-too-long')
        throw new RefusedError('field-too-long', { field: 'reason' });
      if (typeof signed === 'string') throw new RefusedError(signed);
      await tx.insert(signedBeloften).values({
        ...{ id: newId(), sprintId: authority.sprint.id, boardId: command.boardId, belofteId: id },
        ...{ version: signed.version, frozen: signed.frozen, reason: signed.reason },
        ...{ byName: signed.signedBy, byMemberId: me.id, onBehalfOf, signedAt: now },
      });
      markSigned(
        board,
        id,
        {
          ...{ version: signed.version, frozen: JSON.stringify(signed.frozen) },
          ...{ signedBy: signed.signedBy, onBehalfOf: onBehalfOf ?? '' },
          ...{ signedAt: signed.signedAt, reason: signed.reason },
        },
        server,
      );
    }
    return null;
  },
};

/** Signing is for the last day, while the ladders are worked on or what was chosen lies there. */
export function mayWorkOnSet(authority: Authority, boardId: string) {
  const isLadders = authority.boards.some(({ id, kind }) => id === boardId && kind === 'ladders');
  if (!isLadders) return refused('no-such-board');
  const open = openStepOf(authority);
  if (open?.boardId !== boardId) return refused('step-not-open');
  if (open.exercise === 'conceptbeloften') return refused('wrong-phase');
  const phase = open.phase as Phase | null;
  const isLying = phase === 'result' || phase === 'decision';
  return phase !== null && (isLying || boardIsWritable(phase)) ? allowed : refused('wrong-phase');
}
