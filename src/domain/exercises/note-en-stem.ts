/** The loose note-and-vote, at any moment: the facilitator chooses the question, the dots and the names. */
import type { Exercise } from '#domain/exercises/exercise';
import { noteAndVotePhases } from '#domain/exercises/open-work';

export const noteEnStem = {
  id: 'note-en-stem',
  day: null,
  minutes: { default: 15, atLeast: 5, atMost: 45 },
  phases: noteAndVotePhases,
  silent: true,
  hiddenWhileWriting: true,
  authorShownAfter: 'facilitator-chooses',
  dots: {
    each: 2,
    eachAtMost: 3,
    decider: 'abstains',
    perCandidate: 3,
    results: 'at-close',
    voterShown: false,
    optional: false,
  },
  deciderDecides: true,
  wall: 'note-en-stem',
  wallPerStep: true,
  prefix: null,
  tool: 'own',
  kind: 'wall',
} as const satisfies Exercise;
