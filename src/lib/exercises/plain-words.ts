/**
 * Words of the exercises that open as a plain board, and of the breaks: an instruction for each
 * phase. An exercise or a phase without words does not compile.
 */
import type { PhaseOf } from '#domain/exercises/registry';
import type { PlainExerciseId, Say } from './exercise-words';
import { m } from '$lib/paraglide/messages';

type PlainWords<Id extends PlainExerciseId> = {
  readonly title: Say;
  readonly instruction: Readonly<Record<PhaseOf<Id>, Say>>;
};

export const plainWords: { readonly [Id in PlainExerciseId]: PlainWords<Id> } = {
  voorkennis: {
    title: m.exercises_voorkennis_title,
    instruction: { open: m.exercises_voorkennis_instruction },
  },
  notities: {
    title: m.exercises_notities_title,
    instruction: { writing: m.exercises_notities_instruction },
  },
  ideeen: {
    title: m.exercises_ideeen_title,
    instruction: { writing: m.exercises_ideeen_instruction },
  },
  'crazy-8s': {
    title: m.exercises_crazy_8s_title,
    instruction: { writing: m.exercises_crazy_8s_instruction },
  },
  oplossingsschets: {
    title: m.exercises_oplossingsschets_title,
    instruction: { writing: m.exercises_oplossingsschets_instruction },
  },
  museum: {
    title: m.exercises_museum_title,
    instruction: { open: m.exercises_museum_instruction },
  },
  heatmap: {
    title: m.exercises_heatmap_title,
    instruction: {
      open: m.exercises_heatmap_instruction_open,
      voting: m.exercises_heatmap_instruction_voting,
      result: m.exercises_heatmap_instruction_result,
    },
  },
  bliksemkritiek: {
    title: m.exercises_bliksemkritiek_title,
    instruction: { open: m.exercises_bliksemkritiek_instruction },
  },
  strawpoll: {
    title: m.exercises_strawpoll_title,
    instruction: {
      voting: m.exercises_strawpoll_instruction_voting,
      result: m.exercises_strawpoll_instruction_result,
    },
  },
  supervote: {
    title: m.exercises_supervote_title,
    instruction: {
      open: m.exercises_supervote_instruction_open,
      voting: m.exercises_supervote_instruction_voting,
      result: m.exercises_supervote_instruction_result,
    },
  },
  rumble: {
    title: m.exercises_rumble_title,
    instruction: { open: m.exercises_rumble_instruction },
  },
  conceptbeloften: {
    title: m.exercises_conceptbeloften_title,
    instruction: {
      open: m.exercises_conceptbeloften_instruction_open,
      writing: m.exercises_conceptbeloften_instruction_writing,
      reveal: m.exercises_conceptbeloften_instruction_reveal,
      voting: m.exercises_conceptbeloften_instruction_voting,
      result: m.exercises_conceptbeloften_instruction_result,
      decision: m.exercises_conceptbeloften_instruction_decision,
    },
  },
  klantbeloften: {
    title: m.exercises_klantbeloften_title,
    instruction: {
      open: m.exercises_klantbeloften_instruction_open,
      writing: m.exercises_klantbeloften_instruction_writing,
      reveal: m.exercises_klantbeloften_instruction_reveal,
    },
  },
  'belofte-keuze': {
    title: m.exercises_belofte_keuze_title,
    instruction: {
      open: m.exercises_belofte_keuze_instruction_open,
      voting: m.exercises_belofte_keuze_instruction_voting,
      result: m.exercises_belofte_keuze_instruction_result,
      decision: m.exercises_belofte_keuze_instruction_decision,
    },
  },
  afsluiting: {
    title: m.exercises_afsluiting_title,
    instruction: { open: m.exercises_afsluiting_instruction },
  },
  pauze: {
    title: m.exercises_pauze_title,
    instruction: { open: m.exercises_pauze_instruction },
  },
  lunch: {
    title: m.exercises_lunch_title,
    instruction: { open: m.exercises_lunch_instruction },
  },
};
