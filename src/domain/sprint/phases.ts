/**
 * Phases of a step (glossary: hidden writing, reveal, grouping, voting, result, decision), and
 * `open` for plain work on a board. The exercise says which it has and in what order.
 */
export const phases = [
  'open',
  'writing',
  'reveal',
  'grouping',
  'voting',
  'result',
  'decision',
] as const;
export type Phase = (typeof phases)[number];

export const stepStatuses = ['planned', 'open', 'done', 'skipped'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** Notes are written into private piles only in this phase. */
export function isHidden(phase: Phase): boolean {
  return phase === 'writing';
}

/** Phases in which members who write may change the shared board. */
export function boardIsWritable(phase: Phase): boolean {
  return phase === 'open' || phase === 'reveal' || phase === 'grouping';
}

/** Cursors are neither sent nor shown: they would tell where others look while choice is silent. */
export function cursorsAreHidden(phase: Phase): boolean {
  return phase === 'writing' || phase === 'voting';
}
