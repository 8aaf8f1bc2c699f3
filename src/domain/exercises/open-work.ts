/**
 * The part that exercises share which are plain work together on an open board: no secret, no dots.
 * Spread into an exercise's own row, never changed.
 */
export const openWork = {
  phases: ['open'],
  silent: false,
  hiddenWhileWriting: false,
  authorShownAfter: 'no',
  dots: null,
  deciderDecides: false,
  prefix: null,
  tool: 'plain',
  kind: 'wall',
} as const;

/** Hidden writing, reveal, silent dots, the Decider decides: the phases of a whole note-and-vote. */
export const noteAndVotePhases = ['writing', 'reveal', 'voting', 'result', 'decision'] as const;

/** Minutes of an exercise that takes as long as it takes: no range. */
export function exactly<const N extends number>(minutes: N) {
  return { default: minutes, atLeast: minutes, atMost: minutes } as const;
}
