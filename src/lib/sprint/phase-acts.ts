/**
 * What the phase offers: the one act that brings the room on, the way back, and who is asked to do
 * something now. The rules are the domain's; here they become buttons.
 */
import { exerciseById } from '#domain/exercises/registry';
import { nextPhase, phaseBefore } from '#domain/sprint/phase-machine';
import type { Phase } from '#domain/sprint/phases';
import { writes } from '#domain/sprint/roles';
import type { Stage, StageStep } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { nextStep, openStep } from './agenda-view';
import { stepTitle } from './step-words';

export type PhaseAct =
  | { kind: 'advance'; label: string; stepId: string; from: Phase; to: Phase }
  | { kind: 'next-step'; label: string; from: string | null }
  | { kind: 'close-step'; label: string; stepId: string };

const forwardWords: Partial<Record<Phase, Partial<Record<Phase, () => string>>>> = {
  writing: { reveal: m.room_act_reveal },
  voting: { result: m.room_act_close_round },
  result: { decision: m.room_act_ask_decision },
};

function forwardLabel(from: Phase, to: Phase): string {
  const words = forwardWords[from]?.[to];
  if (words) return words();
  if (to === 'voting') return m.room_act_open_round();
  if (to === 'grouping') return m.room_act_group();
  return m.room_act_go_on();
}

/** The one primary act of the facilitator; null when the week is done. */
export function primaryAct(stage: Stage): PhaseAct | null {
  const step = openStep(stage);
  const next = nextStep(stage);
  if (!step?.phase) return next ? openFirst(stage, next) : null;
  const exercise = exerciseById(step.exercise);
  const to = exercise ? nextPhase(exercise, step.phase) : null;
  if (to) {
    return {
      kind: 'advance',
      label: forwardLabel(step.phase, to),
      stepId: step.id,
      from: step.phase,
      to,
    };
  }
  return next
    ? { kind: 'next-step', label: m.room_act_next({ step: stepTitle(next) }), from: step.id }
    : { kind: 'close-step', label: m.room_act_close_last(), stepId: step.id };
}

function openFirst(stage: Stage, next: StageStep): PhaseAct {
  const first = stage.agenda.every(
    (step) => step.status === 'planned' || step.status === 'skipped',
  );
  return {
    kind: 'next-step',
    label: first ? m.room_act_first() : m.room_act_next({ step: stepTitle(next) }),
    from: null,
  };
}

/** The way back from a result or a decision; null where there is none. */
export function backAct(stage: Stage): Extract<PhaseAct, { kind: 'advance' }> | null {
  const step = openStep(stage);
  const exercise = step ? exerciseById(step.exercise) : undefined;
  if (!step?.phase || !exercise) return null;
  const to = phaseBefore(exercise, step.phase);
  if (!to) return null;
  const label = to === 'voting' ? m.room_act_vote_again() : m.room_act_back_to_result();
  return { kind: 'advance', label, stepId: step.id, from: step.phase, to };
}

/** Whether the reader has something to be ready with. */
export function isAskedNow(stage: Stage): boolean {
  const { now, me } = stage;
  if (!now) return false;
  const pause = exerciseById(openStep(stage)?.exercise ?? '')?.tool === 'pause';
  if (pause) return false;
  if (now.phase === 'voting') return (now.round?.mine?.budget ?? 0) > 0;
  if (now.phase === 'result' || now.phase === 'decision' || now.phase === 'reveal') return false;
  return writes(me);
}
