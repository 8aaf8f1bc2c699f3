/** Langetermijndoel: each writes hidden, one dot, the Decider abstains and then decides. */
import type { Exercise } from '#domain/exercises/exercise';
import { noteAndVotePhases } from '#domain/exercises/open-work';

export const doel = {
  id: 'doel',
  day: 1,
  minutes: { default: 30, atLeast: 15, atMost: 30 },
  phases: noteAndVotePhases,
  silent: true,
  hiddenWhileWriting: true,
  authorShownAfter: 'no',
  dots: {
    each: 1,
    decider: 'abstains',
    perCandidate: 1,
    results: 'at-close',
    voterShown: false,
    optional: false,
  },
  deciderDecides: true,
  amendable: true,
  wall: 'doel',
  prefix: null,
  tool: 'own',
  expertsRead: true,
  kind: 'wall',
} as const satisfies Exercise;
