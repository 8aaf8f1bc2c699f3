/** What a kept moment is called, in the language of the page. */
import type { BoardKind } from '#document/schema';
import type { BoardHistory, BoardMoment } from '#protocol/history';
import type { StageStep } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { phaseName, stepTitle } from '$lib/sprint/step-words';

export function momentTitle(
  { reason, phase, removed }: BoardMoment,
  kind: BoardKind = 'wall',
): string {
  if (reason === 'reveal') return m.history_before_reveal();
  if (reason === 'restore') return m.history_before_restore();
  if (reason === 'interval') return m.history_in_between();
  if (reason === 'removal' && kind !== 'wall') return m.history_before_removal_board();
  if (reason === 'removal') {
    return removed !== null && removed > 1
      ? m.history_before_removal({ count: removed })
      : m.history_before_ungrouping();
  }
  if (reason === 'step' || phase === null) return m.history_step_closed();
  return m.history_end_of({ phase: phaseName(phase) });
}

/** The step during which a moment was kept; undefined when it was taken off the agenda. */
export function stepOfMoment(
  { stepId }: BoardMoment,
  steps: readonly StageStep[],
): StageStep | undefined {
  return steps.find((step) => step.id === stepId);
}

/** A board is called after the first step that worked on it. */
export function boardTitle({ steps }: Pick<BoardHistory, 'steps'>): string {
  const [first] = steps;
  return first ? stepTitle(first) : '';
}

/** How much is on a board, in what such a board is counted by. */
const amounts: Readonly<Record<BoardKind, (count: number) => string>> = {
  wall: (count) => (count === 1 ? m.history_notes_one() : m.history_notes({ count })),
  storyboard: (count) =>
    count === 1 ? m.storyboard_panels_one() : m.storyboard_panels_many({ count }),
  prototype: (count) => (count === 1 ? m.prototype_count_one() : m.prototype_count_many({ count })),
  script: (count) => (count === 1 ? m.script_count_one() : m.script_count_many({ count })),
  map: (count) => (count === 1 ? m.history_chapters_one() : m.history_chapters({ count })),
  ladders: (count) => (count === 1 ? m.ladders_count_one() : m.ladders_count({ count })),
  gallery: (count) => (count === 1 ? m.history_sketches_one() : m.history_sketches({ count })),
  grid: (count) => (count === 1 ? m.testing_notes_one() : m.testing_notes({ count })),
  decision: (count) => (count === 1 ? m.outcome_count_one() : m.outcome_count({ count })),
  cards: (count) => (count === 1 ? m.history_cards_one() : m.history_cards({ count })),
  lists: (count) => (count === 1 ? m.history_items_one() : m.history_items({ count })),
};

export function amountWords(count: number, kind: BoardKind = 'wall'): string {
  return amounts[kind](count);
}
