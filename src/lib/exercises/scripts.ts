/**
 * What the facilitator says in an exercise: a script for each phase of those with a tool of their
 * own, one for each of the others. Apart from the other words, because only the cockpit shows them.
 * An exercise or a phase without a script does not compile.
 */
import { exercises, isExerciseId, type ExerciseId, type PhaseOf } from '#domain/exercises/registry';
import type { Phase } from '#domain/sprint/phases';
import { m } from '$lib/paraglide/messages';
import type { OwnExerciseId, PlainExerciseId, Say } from './exercise-words';

type OwnScripts = {
  readonly [Id in OwnExerciseId]: Readonly<Record<PhaseOf<Id>, Say>>;
};

const ownScripts: OwnScripts = {
  opening: { open: m.exercises_opening_script },
  'werving-bijwerken': { open: m.exercises_werving_bijwerken_script },
  labcheck: { open: m.exercises_labcheck_script },
  debrief: { open: m.exercises_debrief_script },
  voorbereiding: { open: m.exercises_voorbereiding_script },
  werving: { open: m.exercises_werving_script },
  gereedheid: { open: m.exercises_gereedheid_script },
  doel: {
    writing: m.exercises_doel_script_writing,
    reveal: m.exercises_doel_script_reveal,
    voting: m.exercises_doel_script_voting,
    result: m.exercises_doel_script_result,
    decision: m.exercises_doel_script_decision,
  },
  sprintvragen: {
    writing: m.exercises_sprintvragen_script_writing,
    reveal: m.exercises_sprintvragen_script_reveal,
    voting: m.exercises_sprintvragen_script_voting,
    result: m.exercises_sprintvragen_script_result,
    decision: m.exercises_sprintvragen_script_decision,
  },
  kaart: { open: m.exercises_kaart_script },
  storyboard: { open: m.exercises_storyboard_script },
  'prototype-rollen': { open: m.exercises_prototype_rollen_script },
  prototype: { open: m.exercises_prototype_script },
  interviewscript: { open: m.exercises_interviewscript_script },
  proefronde: { open: m.exercises_proefronde_script },
  'prototype-afmaken': { open: m.exercises_prototype_afmaken_script },
  experts: { writing: m.exercises_experts_script },
  hmw: {
    writing: m.exercises_hmw_script_writing,
    reveal: m.exercises_hmw_script_reveal,
  },
  'hmw-ordenen': {
    grouping: m.exercises_hmw_ordenen_script_grouping,
  },
  'hmw-stemmen': {
    voting: m.exercises_hmw_stemmen_script_voting,
    result: m.exercises_hmw_stemmen_script_result,
    decision: m.exercises_hmw_stemmen_script_decision,
  },
  doelwit: {
    open: m.exercises_doelwit_script_open,
    voting: m.exercises_doelwit_script_voting,
    result: m.exercises_doelwit_script_result,
    decision: m.exercises_doelwit_script_decision,
  },
  'lightning-demos': {
    writing: m.exercises_lightning_demos_script_writing,
    reveal: m.exercises_lightning_demos_script_reveal,
  },
  verdelen: { open: m.exercises_verdelen_script },
  testverloop: {
    writing: m.exercises_testverloop_script_writing,
    reveal: m.exercises_testverloop_script_reveal,
    voting: m.exercises_testverloop_script_voting,
    result: m.exercises_testverloop_script_result,
    decision: m.exercises_testverloop_script_decision,
  },
  interviews: { open: m.exercises_interviews_script },
  scores: { open: m.exercises_scores_script },
  patronen: { open: m.exercises_patronen_script },
  'sprintvragen-beantwoorden': { open: m.exercises_sprintvragen_beantwoorden_script },
  besluit: { open: m.exercises_besluit_script },
  'note-en-stem': {
    writing: m.exercises_note_en_stem_script_writing,
    reveal: m.exercises_note_en_stem_script_reveal,
    voting: m.exercises_note_en_stem_script_voting,
    result: m.exercises_note_en_stem_script_result,
    decision: m.exercises_note_en_stem_script_decision,
  },
};

const plainScripts: Readonly<Record<PlainExerciseId, Say>> = {
  voorkennis: m.exercises_voorkennis_script,
  notities: m.exercises_notities_script,
  ideeen: m.exercises_ideeen_script,
  'crazy-8s': m.exercises_crazy_8s_script,
  oplossingsschets: m.exercises_oplossingsschets_script,
  museum: m.exercises_museum_script,
  heatmap: m.exercises_heatmap_script,
  bliksemkritiek: m.exercises_bliksemkritiek_script,
  strawpoll: m.exercises_strawpoll_script,
  supervote: m.exercises_supervote_script,
  rumble: m.exercises_rumble_script,
  conceptbeloften: m.exercises_conceptbeloften_script,
  klantbeloften: m.exercises_klantbeloften_script,
  'belofte-keuze': m.exercises_belofte_keuze_script,
  afsluiting: m.exercises_afsluiting_script,
  pauze: m.exercises_pauze_script,
  lunch: m.exercises_lunch_script,
};

/**
 * @param id of the registry; a stored step never has another. Throws on one that is not.
 * @param phase the first phase's script when none is given or it is not one of its own
 * @returns the sentence, without quotation marks
 */
export function exerciseScript(id: string, phase?: Phase | null): string {
  if (!isExerciseId(id)) throw new Error(`no exercise is called ${id}`);
  if (!isOwn(id)) return plainScripts[id]();
  const byPhase: Readonly<Partial<Record<Phase, Say>>> = ownScripts[id];
  const first = exercises[id].phases[0];
  return (phase && byPhase[phase] ? byPhase[phase] : byPhase[first])?.() ?? '';
}

function isOwn(id: ExerciseId): id is OwnExerciseId {
  return exercises[id].tool === 'own';
}
