/** The binding choice: one candidate of the closed round, with a reason, by name and date. */
import { exerciseOf } from '#domain/exercises/registry';
import { plainMap } from '#document/kinds/map/plain';
import { RefusedError, refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { mayDecide, type Deciding } from '#domain/votes/decision';
import { boardRoomId, closedRoundOf } from './rounds';
import { stepById } from '#server/commands/agenda/steps';
import { decisions } from '#server/db/ballot-tables';
import type { Handler } from '#server/commands/command';

export const decide: Handler<'decide'> = {
  // On a map the customer is named as they stand there.
  rooms({ authority, command }) {
    const step = stepById(authority, command.stepId);
    const room = step && isOnMap(step) ? boardRoomId(authority, step.boardId) : undefined;
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const round = closedRoundOf(authority, step.id);
    const choices = authority.candidates.filter((one) => one.roundId === round?.id);
    // Of beloften several are kept, by a command of their own.
    if (exerciseOf(step.exercise).kind === 'ladders') return refused('wrong-phase');
    if (isOnMap(step) !== (command.actorId !== undefined)) {
      return refused('field-invalid', { field: 'actorId' });
    }
    return mayDecide({
      me,
      step: step as Deciding['step'],
      exercise: exerciseOf(step.exercise),
      decided: authority.decisions.some((one) => one.stepId === step.id),
      round: round ? { status: 'closed' } : null,
      candidateIds: choices.map((one) => one.id),
      candidateId: command.candidateId,
      reason: command.reason,
    });
  },
  // do
  async do({ tx, authority, me, command, newId, now, doc }) {
    const { stepId, candidateId, actorId, reason } = command;
    const round = closedRoundOf(authority, stepId);
    const chosen = authority.candidates.find(
      (one) => one.roundId === round?.id && one.id === candidateId,
    );
    if (!round || !chosen) throw new Error('a candidate that was ruled upon is not there');
    const roomId = boardRoomId(authority, stepById(authority, stepId)?.boardId ?? null);
    const actor =
      actorId !== undefined && roomId !== undefined
        ? plainMap(doc(roomId)).actors.find(({ id }) => id === actorId)
        : undefined;
    if (actorId !== undefined && !actor) throw new RefusedError('no-such-candidate');
    // The Decider decides in their own name, whoever else holds a mandate.
    const mandate = me.decider ? null : authority.mandate;
    await tx.insert(decisions).values({
      id: newId(),
      sprintId: authority.sprint.id,
      stepId,
      roundId: round.id,
      candidateId,
      text: actor ? `${actor.name.trim()}: ${chosen.text}` : chosen.text,
      actorId: actor?.id ?? null,
      reason,
      byName: shownName(me),
      byMemberId: me.id,
      mandateId: mandate?.id ?? null,
      onBehalfOf: mandate?.onBehalfOf ?? null,
      decidedAt: now,
    });
    return null;
  },
};

/** The choice is one customer and one moment where the step works on a map. */
function isOnMap({ exercise }: { exercise: string }): boolean {
  return exerciseOf(exercise).kind === 'map';
}
