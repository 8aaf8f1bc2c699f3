/** The words of a step on the agenda: its own title or its exercise's, and what is said in its phase. */
import { privateKindOf } from '#domain/exercises/private-work';
import { counts } from '#domain/sprint/roles';
import { exerciseById } from '#domain/exercises/registry';
import { isHidden, type Phase } from '#domain/sprint/phases';
import { secrecyOf } from '#domain/votes/secrecy';
import type { Stage, StageStep } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import {
  exerciseWords,
  noDotsWords,
  phaseWords,
  prefixWords,
  secrecyWords,
} from '$lib/exercises/words';

export type WordsNow = {
  instruction: string;
  /** Who sees what is written or chosen now, and when; null in a break. */
  secrecy: string | null;
  /** Whether the line is about something that others do not see yet. */
  hidden: boolean;
};

export function stepTitle(step: Pick<StageStep, 'title' | 'exercise'>): string {
  return step.title ?? exerciseWords(step.exercise).title();
}

/** What stands before each note of a step in this sprint, displayed and never stored; null where nothing does. */
export function stepPrefix(
  step: Pick<StageStep, 'exercise'> | null | undefined,
  { language }: Pick<Stage['sprint'], 'language'>,
): string | null {
  const exercise = step ? exerciseById(step.exercise) : undefined;
  return prefixWords(exercise?.prefix ?? null, language)?.short ?? null;
}

export function phaseName(phase: Phase): string {
  return phaseWords(phase);
}

/** In place of the instruction while a reveal counts down. */
export function revealWords(seconds: number): string {
  return seconds > 0 ? m.room_reveal_counts() : m.room_reveal_closed();
}

/** The nu bar's words for a step in its phase, for this reader. */
export function wordsNow(step: StageStep, stage: Stage): WordsNow {
  const words = exerciseWords(step.exercise);
  const phase = step.phase ?? 'open';
  const question = step.choices.question;
  const decided = phase === 'decision' && stage.now?.decision != null;
  const observed = observing(step, stage);
  const asksQuestion = question && (phase === 'writing' || phase === 'voting');
  return {
    instruction: decided
      ? m.room_instruction_decided()
      : asksQuestion
        ? question
        : words.instruction(phase),
    secrecy: observed ?? secrecyLine(step, phase, stage),
    hidden: isHidden(phase) || phase === 'voting' || observed !== null,
  };
}

/** What others see of what customers answer, and of what is written while somebody talks with one; null at any other moment. */
function observing({ exercise }: StageStep, { customers, me }: Stage): string | null {
  if (exerciseById(exercise)?.boardless) return m.scores_secrecy();
  const running = customers?.find(({ state }) => state === 'running');
  if (exercise !== 'interviews' || !running) return null;
  return running.interviewer === me.id ? m.testing_open_minded() : m.testing_secrecy();
}

function secrecyLine(step: StageStep, phase: Phase, stage: Stage): string | null {
  const exercise = exerciseById(step.exercise);
  if (!exercise) return null;
  const votes = (stage.now?.round?.mine?.budget ?? 0) > 0;
  const facilitates = stage.me.role === 'facilitator';
  if (phase === 'voting' && !votes) {
    return facilitates ? m.room_secrecy_voting() : noDotsWords({ decider: stage.me.decider });
  }
  const isOnPad = privateKindOf(exercise) === 'pad';
  if (phase === 'writing' && isOnPad && !counts(stage.me)) return m.pad_watching();
  if (phase === 'writing' && !isOnPad && !stage.now?.pileWritable) {
    return facilitates ? m.room_secrecy_writing() : m.room_secrecy_watching();
  }
  const kind = secrecyOf(exercise, { phase, choices: step.choices });
  return kind ? secrecyWords(kind) : null;
}
