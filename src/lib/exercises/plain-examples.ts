/**
 * One worked example of a note for each exercise that opens as a plain board: what goes here, shown
 * until the first note. All from one case, a repair service. Breaks have none.
 */
import { m } from '$lib/paraglide/messages';
import type { PlainExerciseId, Say } from './exercise-words';

export const plainExamples: {
  readonly [Id in Exclude<PlainExerciseId, 'pauze' | 'lunch'>]: Say;
} & { readonly pauze?: never; readonly lunch?: never } = {
  voorkennis: m.exercises_voorkennis_example,
  notities: m.exercises_notities_example,
  ideeen: m.exercises_ideeen_example,
  'crazy-8s': m.exercises_crazy_8s_example,
  oplossingsschets: m.exercises_oplossingsschets_example,
  museum: m.exercises_museum_example,
  heatmap: m.exercises_heatmap_example,
  bliksemkritiek: m.exercises_bliksemkritiek_example,
  strawpoll: m.exercises_strawpoll_example,
  supervote: m.exercises_supervote_example,
  rumble: m.exercises_rumble_example,
  conceptbeloften: m.exercises_conceptbeloften_example,
  klantbeloften: m.exercises_klantbeloften_example,
  'belofte-keuze': m.exercises_belofte_keuze_example,
  afsluiting: m.exercises_afsluiting_example,
};
