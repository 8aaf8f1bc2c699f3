/** A step of the agenda and what it left behind, as every reader may know them. */
import type { Day } from '#domain/sprint/days';
import type { Phase, StepStatus } from '#domain/sprint/phases';
import { roomName } from '#protocol/rooms';
import type { BoardAddress, StageDecision, StageStep } from '#protocol/stage';
import { mayReadBoard } from '#server/rooms/access';
import type { Authority, Decision, Member, Step } from '#server/stage/authority';

const MINUTE_MS = 60_000;

export function composeStep(authority: Authority, step: Step, reader: Member): StageStep {
  return {
    id: step.id,
    day: step.day as Day,
    exercise: step.exercise,
    title: step.title,
    minutes: step.minutes,
    status: step.status as StepStatus,
    phase: step.phase as Phase | null,
    actualMinutes:
      step.openedAt && step.closedAt
        ? Math.max(0, Math.round((step.closedAt.getTime() - step.openedAt.getTime()) / MINUTE_MS))
        : null,
    closedAt: step.status === 'done' ? (step.closedAt?.getTime() ?? null) : null,
    board: composeBoard(authority, step, reader),
    boardLocked: isLocked(authority, step),
    hasDecision: authority.decisions.some((decision) => decision.stepId === step.id),
    choices: step.choices,
  };
}

/** Null where there is none, and for who may not read it. */
export function composeBoard(
  authority: Authority,
  step: Step,
  reader: Member,
): BoardAddress | null {
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  if (!room?.boardId || !mayReadBoard(reader, room.boardId, authority)) return null;
  const { boardId, lineage } = room;
  const kind = authority.boards.find(({ id }) => id === boardId)?.kind ?? 'wall';
  const sprintId = authority.sprint.id;
  return { boardId, kind, lineage, room: roomName({ kind: 'board', sprintId, boardId, lineage }) };
}

/** Whether the board of a step is read-only for who does not facilitate. */
export function isLocked(authority: Authority, step: Step): boolean {
  return authority.boards.find((board) => board.id === step.boardId)?.locked ?? false;
}

/** Of a choice on a map: the customer and the moment, by their ids on it. */
export function targetOf({ candidates }: Authority, decision: Decision): StageDecision['target'] {
  const { actorId, roundId, candidateId } = decision;
  const chosen = candidates.find((one) => one.roundId === roundId && one.id === candidateId);
  const chapterId = chosen?.noteIds[0];
  return actorId === null || chapterId === undefined ? null : { actorId, chapterId };
}

export function composeDecision(authority: Authority, decision: Decision): StageDecision {
  return {
    stepId: decision.stepId,
    candidateId: decision.candidateId,
    text: decision.text,
    reason: decision.reason,
    by: decision.byName,
    onBehalfOf: decision.onBehalfOf,
    mandateAt: decision.mandateGivenAt?.getTime() ?? null,
    decidedAt: decision.decidedAt.getTime(),
    amended: decision.amended,
    target: targetOf(authority, decision),
    choice: decision.choice,
  };
}

/** When the first step was opened; null before. */
export function startedAtOf(authority: Authority): number | null {
  const opened = authority.steps.flatMap((step) => step.openedAt?.getTime() ?? []);
  return opened.length > 0 ? Math.min(...opened) : null;
}
