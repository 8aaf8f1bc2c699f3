/**
 * When a sketch may be handed in or taken back. What is in hangs when the museum opens; from then on
 * everybody has seen it. The commands and the pad ask the same ruling.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { leavesOf } from '#domain/exercises/private-work';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { counts, type Standing } from '#domain/sprint/roles';
import type { StepStatus } from '#domain/sprint/phases';

/** One sketch each; a second may be made and is never asked for. */
export const sketchPlaces = [1, 2] as const;
export type SketchPlace = (typeof sketchPlaces)[number];

/** Under which name the frames of a sketch lie on a pad: of the first, that of its step. */
export function sketchKey(stepId: string, place: SketchPlace): string {
  return place === 1 ? stepId : `${stepId}-${place}`;
}

/** `hung`: the sketches hang and can still be numbered anew. `voted`: dots were put, so they cannot. */
export type Museum = 'closed' | 'hung' | 'voted';

export type HandingIn = {
  readonly exercise: Exercise;
  readonly status: StepStatus;
  readonly member: Standing;
  readonly museum: Museum;
};

/**
 * Refuses: wrong-phase (another kind of step), step-not-open (it was never opened), not-your-role (who
 * does not take part), sketches-voted-on (numbers that have dots stay what they are).
 */
export function mayHandIn({ exercise, status, member, museum }: HandingIn): Ruling {
  if (leavesOf(exercise) !== 'hand-in') return refused('wrong-phase');
  if (status !== 'open' && status !== 'done') return refused('step-not-open');
  if (!counts(member)) return refused('not-your-role');
  return museum === 'voted' ? refused('sketches-voted-on') : allowed;
}

/**
 * What one sketch may weigh, in bytes as it is kept: twelve times what a busy one of 500 strokes takes, and
 * 5,000 short strokes. Everybody who comes into the museum is sent all of it.
 */
export const SKETCH_BYTES = 262_144;
/** All that is handed in together: twelve of the heaviest. */
export const SKETCHES_BYTES = 12 * SKETCH_BYTES;

/**
 * Whether there is place for it in the museum, so that what was handed in can always be hung.
 * @param asked.others what the other sketches of the sprint weigh together, in bytes.
 * Refuses: sketch-too-heavy.
 */
export function mayWeigh({ bytes, others }: { bytes: number; others: number }): Ruling {
  const fits = bytes <= SKETCH_BYTES && others + bytes <= SKETCHES_BYTES;
  return fits ? allowed : refused('sketch-too-heavy');
}

/** Refuses: not-handed-in, sketch-hangs. */
export function mayTakeBack({ isIn, hangs }: { isIn: boolean; hangs: boolean }): Ruling {
  if (!isIn) return refused('not-handed-in');
  return hangs ? refused('sketch-hangs') : allowed;
}
