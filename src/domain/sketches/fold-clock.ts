/**
 * Which fold of a Crazy 8s sheet it is time for: one for each whole minute of the step's clock. Asked by
 * the pad; the same on every screen, because the clock is.
 */
import { MINUTE_MS, remaining, type Clock } from '#domain/sprint/timebox';

/** Folds of the sheet, one a minute. */
export const FOLD_COUNT = 8;

export type FoldTime = {
  /** From 1. In minutes beyond the eighth the last one. */
  readonly fold: number;
  /** What is left of its minute, in ms. A whole minute while the clock does not run yet. */
  readonly leftMs: number;
  /** The time is up: the sheet is read and no longer drawn on, until minutes are added. */
  readonly isOver: boolean;
};

/** @param now in ms on the server's clock. A paused clock pauses the folds; extra minutes are the last fold's. */
export function foldTime(clock: Clock, now: number): FoldTime {
  const left = remaining(clock, now);
  const spent = clock.durationMs - left;
  const minute = Math.floor(spent / MINUTE_MS);
  const fold = Math.min(FOLD_COUNT, Math.max(1, minute + 1));
  const endsAt = fold === FOLD_COUNT ? clock.durationMs : fold * MINUTE_MS;
  return {
    fold,
    leftMs: Math.max(0, endsAt - spent),
    isOver: left === 0 && clock.state !== 'idle',
  };
}

/**
 * Where one draws: at the fold of the clock, or at an earlier one that one went back to, until the
 * clock moves on.
 * @param back the fold that was gone back to, and which fold it was time for then; null: none.
 */
export function drawnFold(
  { fold }: Pick<FoldTime, 'fold'>,
  back: { readonly to: number; readonly from: number } | null,
): number {
  return back !== null && back.from === fold && back.to <= fold ? back.to : fold;
}
