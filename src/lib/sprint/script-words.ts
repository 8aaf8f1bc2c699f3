/** What the facilitator says now; only the cockpit reads it, so it is fetched with it. */
import type { Stage, StageStep } from '#protocol/stage';
import { exerciseScript } from '$lib/exercises/scripts';
import { m } from '$lib/paraglide/messages';

/** @returns the sentence for a step in its phase, without quotation marks */
export function scriptNow(step: StageStep, stage: Stage): string {
  const phase = step.phase ?? 'open';
  const decided = phase === 'decision' && stage.now?.decision != null;
  return decided ? m.room_script_decided() : exerciseScript(step.exercise, phase);
}
