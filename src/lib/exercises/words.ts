/**
 * The words of an exercise in the reader's language: title, the sentence of the nu bar, a worked
 * example; and the lines on secrecy, phases and prefixes (what the facilitator says: `scripts`).
 * Exhaustive over the registry: an exercise, phase or kind without words does not compile.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { exercises, isExerciseId, type ExerciseId } from '#domain/exercises/registry';
import type { Phase } from '#domain/sprint/phases';
import type { SecrecyKind } from '#domain/votes/secrecy';
import { m } from '$lib/paraglide/messages';
import type { Language, OwnExerciseId, Say } from './exercise-words';
import { ownWords } from './own-words';
import { plainExamples } from './plain-examples';
import { plainWords } from './plain-words';

export type ExerciseWords = {
  title(): string;
  /** What to do in a phase; the first phase's sentence when none is given or it is not one of its own. */
  instruction(phase?: Phase | null): string;
  /**
   * A worked example of a note, without its prefix, in the language of the sprint; null where nobody
   * starts with nothing.
   */
  example(language?: Language): string | null;
};

/** @param id of the registry; a stored step never has another. Throws on one that is not. */
export function exerciseWords(id: string): ExerciseWords {
  if (!isExerciseId(id)) throw new Error(`no exercise is called ${id}`);
  const first = exercises[id].phases[0];
  const said = (byPhase: ByPhase, phase: Phase | null | undefined) =>
    (phase && byPhase[phase] ? byPhase[phase] : byPhase[first])?.() ?? '';
  if (isOwn(id)) {
    const { title, instruction, example } = ownWords[id];
    return {
      title: () => title(),
      instruction: (phase) => said(instruction, phase),
      example: (language) => example?.({}, inLanguage(language)) ?? null,
    };
  }
  const { title, instruction } = plainWords[id];
  return {
    title: () => title(),
    instruction: (phase) => said(instruction, phase),
    example: (language) => plainExamples[id]?.({}, inLanguage(language)) ?? null,
  };
}

const secrecy: Readonly<Record<SecrecyKind, Say>> = {
  writing_unnamed: m.exercises_secrecy_writing_unnamed,
  writing_named: m.exercises_secrecy_writing_named,
  writing_private: m.exercises_secrecy_writing_private,
  open_board: m.exercises_secrecy_open_board,
  open_museum: m.exercises_secrecy_open_museum,
  revealed_unnamed: m.exercises_secrecy_revealed_unnamed,
  revealed_named: m.exercises_secrecy_revealed_named,
  voting_silent: m.exercises_secrecy_voting_silent,
  voting_named: m.exercises_secrecy_voting_named,
  voting_live: m.exercises_secrecy_voting_live,
  voting_binding: m.exercises_secrecy_voting_binding,
  voted_silent: m.exercises_secrecy_voted_silent,
  voted_named: m.exercises_secrecy_voted_named,
  decision: m.exercises_secrecy_decision,
};

/** The line that says who will see what, and when. */
export function secrecyWords(kind: SecrecyKind): string {
  return secrecy[kind]();
}

const phaseNames: Readonly<Record<Phase, Say>> = {
  open: m.exercises_phase_open,
  writing: m.exercises_phase_writing,
  reveal: m.exercises_phase_reveal,
  grouping: m.exercises_phase_grouping,
  voting: m.exercises_phase_voting,
  result: m.exercises_phase_result,
  decision: m.exercises_phase_decision,
};

export function phaseWords(phase: Phase): string {
  return phaseNames[phase]();
}

const prefixes: Readonly<Record<NonNullable<Exercise['prefix']>, { short: Say; long: Say }>> = {
  hmw: { short: m.exercises_prefix_hmw, long: m.exercises_prefix_hmw_long },
  'sprint-question': {
    short: m.exercises_prefix_sprint_question,
    long: m.exercises_prefix_sprint_question,
  },
};

/**
 * The fixed beginning of a note: `short` on paper, `long` for who listens. Null without one.
 * @param language of the sprint: its notes read the same for everybody, whatever language they chose.
 */
export function prefixWords(
  prefix: Exercise['prefix'],
  language: Language,
): { short: string; long: string } | null {
  if (!prefix) return null;
  const { short, long } = prefixes[prefix];
  const options = inLanguage(language);
  return { short: short({}, options), long: long({}, options) };
}

function inLanguage(language: Language | undefined): { locale?: Language } {
  return language === undefined ? {} : { locale: language };
}

/** What who has no dots reads instead of a count. */
export function noDotsWords({ decider }: { decider: boolean }): string {
  return decider ? m.exercises_no_dots_decider() : m.exercises_no_dots();
}

type ByPhase = Readonly<Partial<Record<Phase, Say>>>;

function isOwn(id: ExerciseId): id is OwnExerciseId {
  return exercises[id].tool === 'own';
}
