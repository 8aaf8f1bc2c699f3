/**
 * Words of the exercises that have a tool of their own: an instruction for each phase, and a worked
 * example where people write. A phase without words does not compile.
 */
import type { PhaseOf } from '#domain/exercises/registry';
import type { OwnExerciseId, Say } from './exercise-words';
import { m } from '$lib/paraglide/messages';

type OwnWords<Id extends OwnExerciseId> = {
  readonly title: Say;
  readonly instruction: Readonly<Record<PhaseOf<Id>, Say>>;
  /** Stands on the empty board; without the prefix, which is displayed before it. */
  readonly example: Say | null;
};

export const ownWords: { readonly [Id in OwnExerciseId]: OwnWords<Id> } = {
  voorbereiding: {
    title: m.exercises_voorbereiding_title,
    instruction: { open: m.exercises_voorbereiding_instruction },
    example: null,
  },
  werving: {
    title: m.exercises_werving_title,
    instruction: { open: m.exercises_werving_instruction },
    example: null,
  },
  'werving-bijwerken': {
    title: m.exercises_werving_bijwerken_title,
    instruction: { open: m.exercises_werving_bijwerken_instruction },
    example: null,
  },
  gereedheid: {
    title: m.exercises_gereedheid_title,
    instruction: { open: m.exercises_gereedheid_instruction },
    example: null,
  },
  labcheck: {
    title: m.exercises_labcheck_title,
    instruction: { open: m.exercises_labcheck_instruction },
    example: null,
  },
  debrief: {
    title: m.exercises_debrief_title,
    instruction: { open: m.exercises_debrief_instruction },
    example: null,
  },
  opening: {
    title: m.exercises_opening_title,
    instruction: { open: m.exercises_opening_instruction },
    example: null,
  },
  doel: {
    title: m.exercises_doel_title,
    instruction: {
      writing: m.exercises_doel_instruction_writing,
      reveal: m.exercises_doel_instruction_reveal,
      voting: m.exercises_doel_instruction_voting,
      result: m.exercises_doel_instruction_result,
      decision: m.exercises_doel_instruction_decision,
    },
    example: m.exercises_doel_example,
  },
  sprintvragen: {
    title: m.exercises_sprintvragen_title,
    instruction: {
      writing: m.exercises_sprintvragen_instruction_writing,
      reveal: m.exercises_sprintvragen_instruction_reveal,
      voting: m.exercises_sprintvragen_instruction_voting,
      result: m.exercises_sprintvragen_instruction_result,
      decision: m.exercises_sprintvragen_instruction_decision,
    },
    example: m.exercises_sprintvragen_example,
  },
  kaart: {
    title: m.exercises_kaart_title,
    instruction: { open: m.exercises_kaart_instruction },
    example: null,
  },
  storyboard: {
    title: m.exercises_storyboard_title,
    instruction: { open: m.exercises_storyboard_instruction },
    example: null,
  },
  'prototype-rollen': {
    title: m.exercises_prototype_rollen_title,
    instruction: { open: m.exercises_prototype_rollen_instruction },
    example: null,
  },
  prototype: {
    title: m.exercises_prototype_title,
    instruction: { open: m.exercises_prototype_instruction },
    example: null,
  },
  interviewscript: {
    title: m.exercises_interviewscript_title,
    instruction: { open: m.exercises_interviewscript_instruction },
    example: null,
  },
  proefronde: {
    title: m.exercises_proefronde_title,
    instruction: { open: m.exercises_proefronde_instruction },
    example: null,
  },
  'prototype-afmaken': {
    title: m.exercises_prototype_afmaken_title,
    instruction: { open: m.exercises_prototype_afmaken_instruction },
    example: null,
  },
  experts: {
    title: m.exercises_experts_title,
    instruction: { writing: m.exercises_experts_instruction },
    example: m.exercises_hmw_example,
  },
  hmw: {
    title: m.exercises_hmw_title,
    instruction: {
      writing: m.exercises_hmw_instruction_writing,
      reveal: m.exercises_hmw_instruction_reveal,
    },
    example: m.exercises_hmw_example,
  },
  'hmw-ordenen': {
    title: m.exercises_hmw_ordenen_title,
    instruction: { grouping: m.exercises_hmw_ordenen_instruction },
    example: null,
  },
  'hmw-stemmen': {
    title: m.exercises_hmw_stemmen_title,
    instruction: {
      voting: m.exercises_hmw_stemmen_instruction_voting,
      result: m.exercises_hmw_stemmen_instruction_result,
      decision: m.exercises_hmw_stemmen_instruction_decision,
    },
    example: null,
  },
  doelwit: {
    title: m.exercises_doelwit_title,
    instruction: {
      open: m.exercises_doelwit_instruction_open,
      voting: m.exercises_doelwit_instruction_voting,
      result: m.exercises_doelwit_instruction_result,
      decision: m.exercises_doelwit_instruction_decision,
    },
    example: null,
  },
  'lightning-demos': {
    title: m.exercises_lightning_demos_title,
    instruction: {
      writing: m.exercises_lightning_demos_instruction_writing,
      reveal: m.exercises_lightning_demos_instruction_reveal,
    },
    example: m.exercises_lightning_demos_example,
  },
  verdelen: {
    title: m.exercises_verdelen_title,
    instruction: { open: m.exercises_verdelen_instruction },
    example: null,
  },
  testverloop: {
    title: m.exercises_testverloop_title,
    instruction: {
      writing: m.exercises_testverloop_instruction_writing,
      reveal: m.exercises_testverloop_instruction_reveal,
      voting: m.exercises_testverloop_instruction_voting,
      result: m.exercises_testverloop_instruction_result,
      decision: m.exercises_testverloop_instruction_decision,
    },
    example: m.exercises_testverloop_example,
  },
  interviews: {
    title: m.exercises_interviews_title,
    instruction: { open: m.exercises_interviews_instruction },
    example: m.exercises_interviews_example,
  },
  scores: {
    title: m.exercises_scores_title,
    instruction: { open: m.exercises_scores_instruction },
    example: null,
  },
  patronen: {
    title: m.exercises_patronen_title,
    instruction: { open: m.exercises_patronen_instruction },
    example: m.exercises_patronen_example,
  },
  'sprintvragen-beantwoorden': {
    title: m.exercises_sprintvragen_beantwoorden_title,
    instruction: { open: m.exercises_sprintvragen_beantwoorden_instruction },
    example: m.exercises_sprintvragen_beantwoorden_example,
  },
  besluit: {
    title: m.exercises_besluit_title,
    instruction: { open: m.exercises_besluit_instruction },
    example: m.exercises_besluit_example,
  },
  'note-en-stem': {
    title: m.exercises_note_en_stem_title,
    instruction: {
      writing: m.exercises_note_en_stem_instruction_writing,
      reveal: m.exercises_note_en_stem_instruction_reveal,
      voting: m.exercises_note_en_stem_instruction_voting,
      result: m.exercises_note_en_stem_instruction_result,
      decision: m.exercises_note_en_stem_instruction_decision,
    },
    example: m.exercises_note_en_stem_example,
  },
};
