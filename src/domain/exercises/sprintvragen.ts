/** Sprintvragen: fears turned into questions ('kunnen we...'); the Decider marks the leading one. */
import type { Exercise } from '#domain/exercises/exercise';
import { noteAndVotePhases } from '#domain/exercises/open-work';

export const sprintvragen = {
  id: 'sprintvragen',
  day: 1,
  minutes: { default: 30, atLeast: 30, atMost: 30 },
  phases: noteAndVotePhases,
  silent: true,
  hiddenWhileWriting: true,
  authorShownAfter: 'no',
  dots: {
    each: 3,
    decider: 'abstains',
    perCandidate: 3,
    results: 'at-close',
    voterShown: false,
    optional: false,
  },
  deciderDecides: true,
  amendable: true,
  wall: 'sprintvragen',
  prefix: 'sprint-question',
  tool: 'own',
  expertsRead: true,
  kind: 'wall',
} as const satisfies Exercise;
