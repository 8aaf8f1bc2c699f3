/** The sprint itself in the stage, its clock, and what facilitators wrote for each other. */
import type { Stage, StageClock, StageMember } from '#protocol/stage';
import { SPRINT_NOTE, type Authority, type Sprint, type Step } from '#server/stage/authority';
import { startedAtOf } from '#server/stage/stage-step';

/** @param isFacilitator code and links go to facilitators only. */
export function composeSprint(authority: Authority, isFacilitator: boolean): Stage['sprint'] {
  const { sprint } = authority;
  return {
    id: sprint.id,
    name: sprint.name,
    challenge: sprint.challenge,
    language: sprint.language as 'nl' | 'en',
    videoUrl: sprint.videoUrl,
    startsOn: sprint.startsOn,
    lastDayOn: sprint.lastDayOn,
    lastDayReason: sprint.lastDayReason,
    timeZone: sprint.timeZone,
    template: sprint.template as 'five-day' | 'four-day',
    deleteAfter: sprint.deleteAfter,
    doorOpen: sprint.doorOpen,
    code: isFacilitator ? (authority.door?.code ?? null) : null,
    joinLinks: isFacilitator
      ? authority.joinLinks.flatMap(({ id, role, decider }) => {
          const token = authority.door?.tokens.get(id);
          return token ? [{ id, role: role as StageMember['role'], decider, token }] : [];
        })
      : [],
    startedAt: startedAtOf(authority),
    goal: goalOf(authority),
    exampleUntil: sprint.exampleUntil?.getTime() ?? null,
  };
}

export function composeClock(sprint: Sprint): StageClock {
  const durationMs = sprint.clockDurationMs;
  if (sprint.clockDeadlineAt) {
    return { state: 'running', durationMs, deadlineAt: sprint.clockDeadlineAt.getTime() };
  }
  if (sprint.clockRemainingMs !== null) {
    return { state: 'paused', durationMs, remainingMs: sprint.clockRemainingMs };
  }
  return { state: 'idle', durationMs };
}

/** What facilitators wrote for each other; asked only for a reader who facilitates. */
export function composeFacilitatorNotes(
  { facilitatorNotes }: Authority,
  open: Step | undefined,
): Stage['facilitatorNotes'] {
  const about = (subject: string | undefined) => {
    const note = facilitatorNotes.find((one) => one.about === subject);
    return note ? { text: note.text, version: note.version } : null;
  };
  return { step: about(open?.id), sprint: about(SPRINT_NOTE) };
}

/** The last standing decision of a Langetermijndoel. */
function goalOf(authority: Authority): string | null {
  const goals = new Set(
    authority.steps.filter((step) => step.exercise === 'doel').map((step) => step.id),
  );
  return authority.decisions.findLast((decision) => goals.has(decision.stepId))?.text ?? null;
}
