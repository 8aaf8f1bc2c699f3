/** What the tables of words are keyed by. */
import type { ExerciseId, exercises } from '#domain/exercises/registry';

export type Language = 'nl' | 'en';

/** Said in the reader's language unless told. */
export type Say = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

/** Exercises with a tool of their own. */
export type OwnExerciseId = {
  [Id in ExerciseId]: (typeof exercises)[Id]['tool'] extends 'own' ? Id : never;
}[ExerciseId];

/** Exercises that open as a plain board, and breaks. */
export type PlainExerciseId = Exclude<ExerciseId, OwnExerciseId>;
