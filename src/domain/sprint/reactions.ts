/**
 * When a reaction may pass: never while a vote runs, and not while a silent exercise is being worked
 * on. What follows the silence (reveal, grouping, result, decision) is talked about, and reacted to.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Phase } from '#domain/sprint/phases';

/** @param moment the open step, or null between steps. Refuses `wrong-phase`. */
export function mayReact(
  moment: { readonly exercise: Exercise; readonly phase: Phase } | null,
): Ruling {
  if (!moment) return allowed;
  const { exercise, phase } = moment;
  const works = phase === 'open' || phase === 'writing';
  return phase === 'voting' || (exercise.silent && works) ? refused('wrong-phase') : allowed;
}
