/** What the big screen says: to everybody at once, so never what only its opener may know. */
import { exerciseById } from '#domain/exercises/registry';
import type { Stage } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { openStep } from '$lib/sprint/agenda-view';
import { wordsNow } from '$lib/sprint/step-words';

export type ScreenWords = {
  instruction: string;
  /** Who sees what is done now, said to the room; null where nothing is hidden. */
  secrecy: string | null;
  /** How far everybody who counts is; null where nothing is counted. */
  progress: string | null;
};

/** @returns null while no step is open. */
export function screenWords(stage: Stage): ScreenWords | null {
  const step = openStep(stage);
  const { now } = stage;
  if (!step || !now) return null;
  return {
    instruction: wordsNow(step, stage).instruction,
    secrecy: secrecyOf(now.phase),
    progress: exerciseById(step.exercise)?.tool === 'pause' ? null : progressOf(stage),
  };
}

function secrecyOf(phase: string): string | null {
  if (phase === 'writing') return m.screen_hidden();
  return phase === 'voting' ? m.screen_voting() : null;
}

function progressOf({ members, now }: Stage): string | null {
  const counted = members.filter((member) => member.counted);
  const ready = counted.filter((member) => member.ready).length;
  if (now?.phase === 'voting' && now.round && now.round.placed !== null) {
    return m.screen_dots({ placed: now.round.placed, given: now.round.given });
  }
  if (now?.phase === 'result' || now?.phase === 'decision' || counted.length === 0) return null;
  return m.screen_ready({ ready, total: counted.length });
}
