/** What changes in the room, as sentences for who listens rather than looks. */
import type { AnnouncedMinute } from '#domain/sprint/timebox';
import type { Stage } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { openStep } from './agenda-view';
import { raisedHands } from './awaited';
import { dateWords } from './week-days';
import { phaseName, stepTitle } from './step-words';

export function minuteSentence(minute: AnnouncedMinute): string {
  if (minute === 0) return m.room_said_time_up();
  return minute === 1 ? m.room_said_one_minute() : m.room_said_minutes({ count: minute });
}

/** @returns the sentence for what the newest stage brought, or null where nothing worth saying did. */
export function changeSentence(before: Stage, after: Stage): string | null {
  const step = openStep(after);
  const { lastDayOn } = after.sprint;
  if (lastDayOn !== null && before.sprint.lastDayOn !== lastDayOn) {
    return m.room_said_postponed({ date: dateWords(lastDayOn) });
  }
  if (before.now?.stepId !== after.now?.stepId) {
    return step
      ? m.room_said_step({ step: stepTitle(step), minutes: step.minutes })
      : m.room_said_step_closed();
  }
  const was = before.now;
  const is = after.now;
  if (!was || !is || was.phaseKey === is.phaseKey) {
    if (is && was && was.revealsAt === null && is.revealsAt !== null) return m.room_said_counts();
    if (is && was && was.revealsAt !== null && is.revealsAt === null)
      return m.room_said_no_reveal();
    return decisionSentence(before, after) ?? handSentence(before, after);
  }
  if (was.phase === 'writing') return m.room_said_reveal({ count: was.pileTotal });
  if (is.phase === 'result') return resultSentence(after);
  return m.room_said_phase({ phase: phaseName(is.phase) });
}

function resultSentence(stage: Stage): string {
  const round = stage.now?.round;
  const best = round?.results?.[0];
  const text = round?.candidates.find((candidate) => candidate.id === best?.candidateId)?.text;
  return best && text
    ? m.room_said_result({ text, dots: best.dots })
    : m.room_said_phase({ phase: phaseName('result') });
}

/** A hand that goes up is told to who gives the floor. */
function handSentence(before: Stage, after: Stage): string | null {
  if (after.me.role !== 'facilitator') return null;
  const wasUp = new Set(raisedHands(before).map((member) => member.id));
  const up = raisedHands(after).find(({ id }) => !wasUp.has(id) && id !== after.me.id);
  return up ? m.room_said_hand({ name: up.name }) : null;
}

function decisionSentence(before: Stage, after: Stage): string | null {
  const decision = after.now?.decision;
  if (!decision || before.now?.decision?.decidedAt === decision.decidedAt) return null;
  return m.room_said_decision({ name: decision.by, text: decision.text });
}
