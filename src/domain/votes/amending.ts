/**
 * A decision in other words: what the experts told may change how the goal, or the leading question, is
 * said. Who decided and when stays; the wording before it is kept with who changed it and why.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { StepStatus } from '#domain/sprint/phases';

export type Amending = {
  readonly exercise: Exercise;
  readonly step: { readonly status: StepStatus };
  /** The words that stand now; undefined where nothing was decided. */
  readonly standing: string | undefined;
  readonly text: string;
  readonly reason: string;
};

/**
 * Refuses: not-amendable (another exercise, whose choice is one of what was voted on), nothing-decided,
 * wrong-phase (while the step is open the Decider takes it back instead), field-empty and field-too-long
 * of `text` and `reason`, field-invalid of a `text` that says the same.
 */
export function mayAmend({ exercise, step, standing, text, reason }: Amending): Ruling {
  if (!exercise.amendable) return refused('not-amendable');
  if (standing === undefined) return refused('nothing-decided');
  if (step.status !== 'done') return refused('wrong-phase');
  for (const [field, words, max] of [
    ['text', text, limits.note],
    ['reason', reason, limits.reason],
  ] as const) {
    if (words.trim() === '') return refused('field-empty', { field });
    if (words.length > max) return refused('field-too-long', { field, about: { max } });
  }
  return text.trim() === standing.trim() ? refused('field-invalid', { field: 'text' }) : allowed;
}
