/**
 * Every exercise of the week, in its order. The only list of them: agenda,
 * commands and words are typed by it.
 */
import {
  bliksemkritiek,
  heatmap,
  museum,
  rumble,
  storyboard,
  strawpoll,
  supervote,
  testverloop,
} from '#domain/exercises/deciding';
import { afsluiting } from '#domain/exercises/closing';
import { doel } from '#domain/exercises/doel';
import type { Exercise } from '#domain/exercises/exercise';
import { experts, hmw, hmwOrdenen, hmwStemmen } from '#domain/exercises/hmw';
import { belofteKeuze, conceptbeloften, klantbeloften } from '#domain/exercises/klantbeloften';
import { doelwit, kaart } from '#domain/exercises/map';
import { noteEnStem } from '#domain/exercises/note-en-stem';
import { opening } from '#domain/exercises/opening';
import { lunch, pauze } from '#domain/exercises/pauses';
import {
  gereedheid,
  voorbereiding,
  voorkennis,
  werving,
  wervingBijwerken,
} from '#domain/exercises/preparation';
import {
  interviewscript,
  proefronde,
  prototype,
  prototypeAfmaken,
  prototypeRollen,
} from '#domain/exercises/prototype';
import {
  crazy8s,
  ideeen,
  lightningDemos,
  notities,
  oplossingsschets,
  verdelen,
} from '#domain/exercises/sketching';
import { sprintvragen } from '#domain/exercises/sprintvragen';
import {
  besluit,
  debrief,
  interviews,
  labcheck,
  patronen,
  scores,
  sprintvragenBeantwoorden,
} from '#domain/exercises/testing';

export const exercises = {
  voorbereiding,
  voorkennis,
  werving,
  gereedheid,
  opening,
  doel,
  sprintvragen,
  kaart,
  experts,
  hmw,
  'hmw-ordenen': hmwOrdenen,
  'hmw-stemmen': hmwStemmen,
  doelwit,
  'lightning-demos': lightningDemos,
  verdelen,
  notities,
  ideeen,
  'crazy-8s': crazy8s,
  'werving-bijwerken': wervingBijwerken,
  oplossingsschets,
  museum,
  heatmap,
  bliksemkritiek,
  strawpoll,
  supervote,
  rumble,
  testverloop,
  storyboard,
  'prototype-rollen': prototypeRollen,
  prototype,
  conceptbeloften,
  interviewscript,
  proefronde,
  'prototype-afmaken': prototypeAfmaken,
  labcheck,
  interviews,
  debrief,
  scores,
  patronen,
  'sprintvragen-beantwoorden': sprintvragenBeantwoorden,
  klantbeloften,
  'belofte-keuze': belofteKeuze,
  besluit,
  afsluiting,
  'note-en-stem': noteEnStem,
  pauze,
  lunch,
} as const satisfies Readonly<Record<string, Exercise>>;

export type ExerciseId = keyof typeof exercises;

/** The phases of one exercise as a union, so that its words can be asked for each of them. */
export type PhaseOf<Id extends ExerciseId> = (typeof exercises)[Id]['phases'][number];

export const exerciseIds = Object.keys(exercises) as readonly ExerciseId[];

export function isExerciseId(id: string): id is ExerciseId {
  return Object.hasOwn(exercises, id);
}

/** @returns undefined for a word that is no exercise: what a browser sent is not trusted. */
export function exerciseById(id: string): Exercise | undefined {
  return isExerciseId(id) ? exercises[id] : undefined;
}

/** The exercise of a stored step. Throws on an unknown id: a step is never stored with one. */
export function exerciseOf(id: string): Exercise {
  const exercise = exerciseById(id);
  if (!exercise) throw new Error(`no exercise is called ${id}`);
  return exercise;
}

/** The key of the wall on which a step works: steps of one sprint with equal keys share a board. */
export function wallFor(exercise: Exercise, stepId: string): string {
  return exercise.wallPerStep ? `${exercise.wall}/${stepId}` : exercise.wall;
}
