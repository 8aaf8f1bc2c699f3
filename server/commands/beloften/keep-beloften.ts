/** The Decider keeps three to seven beloften after the vote: recorded as a decision, marked on the ladders, in one transaction. */
import { plainLadders } from '#document/kinds/ladders/plain';
import { keepBeloften as keepOn } from '#document/kinds/ladders/operations';
import { server } from '#document/origins';
import { exerciseOf } from '#domain/exercises/registry';
import { mayKeep, type Keeping } from '#domain/klantbelofte/keeping';
import { refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { requireStep, stepById } from '#server/commands/agenda/steps';
import type { Handler } from '#server/commands/command';
import { boardRoomId, closedRoundOf } from '#server/commands/votes/rounds';
import { decisions } from '#server/db/ballot-tables';

/** What is kept on this day is put to customers on the next. */
const CONCEPTS = 'conceptbeloften';

export const keepBeloften: Handler<'keep-beloften'> = {
  rooms({ authority, command }) {
    const room = boardRoomId(authority, stepById(authority, command.stepId)?.boardId ?? null);
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const round = closedRoundOf(authority, step.id);
    return mayKeep({
      me,
      step: { ...(step as Omit<Keeping['step'], 'kind'>), kind: exerciseOf(step.exercise).kind },
      voted: round !== undefined,
      decided: authority.decisions.some(({ stepId }) => stepId === step.id),
      candidateIds: authority.candidates.flatMap((one) =>
        one.roundId === round?.id ? [one.id] : [],
      ),
      kept: command.kept,
      reason: command.reason,
    });
  },
  // do
  async do({ tx, authority, me, command, newId, now, doc }) {
    const step = requireStep(authority, command.stepId);
    const round = closedRoundOf(authority, step.id);
    const roomId = boardRoomId(authority, step.boardId);
    if (!round || roomId === undefined) throw new Error('a round that was ruled upon is not there');
    const chosen = authority.candidates.filter(
      ({ id, roundId }) => roundId === round.id && command.kept.includes(id),
    );
    const board = doc(roomId);
    const ids = new Set(chosen.flatMap(({ noteIds }) => noteIds));
    const kept = plainLadders(board).beloften.flatMap(({ id }) => (ids.has(id) ? [id] : []));
    keepOn(board, kept, { concept: step.exercise === CONCEPTS }, server);
    // The Decider decides in their own name, whoever else holds a mandate.
    const mandate = me.decider ? null : authority.mandate;
    await tx.insert(decisions).values({
      ...{ id: newId(), sprintId: authority.sprint.id, stepId: step.id, roundId: round.id },
      candidateId: chosen[0]?.id ?? null,
      text: chosen.map(({ text }) => text).join('\n'),
      ...{ reason: command.reason, byName: shownName(me), byMemberId: me.id, decidedAt: now },
      ...{ mandateId: mandate?.id ?? null, onBehalfOf: mandate?.onBehalfOf ?? null },
    });
    return null;
  },
};
