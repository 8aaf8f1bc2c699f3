/**
 * Hoe kunnen we...: written with the experts, then grouped and voted on, all on one wall. While an
 * expert talks everybody writes into the same hidden pile that the HMW step reveals.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly } from '#domain/exercises/open-work';

const onTheHmwWall = {
  day: 1,
  hiddenWhileWriting: true,
  authorShownAfter: 'no',
  dots: null,
  deciderDecides: false,
  wall: 'hmw',
  prefix: 'hmw',
  tool: 'own',
  kind: 'wall',
} as const;

/** One step per expert: two minutes to read the wall, then talk; repeated for the next expert. */
export const experts = {
  ...onTheHmwWall,
  id: 'experts',
  minutes: { default: 30, atLeast: 15, atMost: 30 },
  phases: ['writing'],
  silent: false,
  beside: ['kaart'],
} as const satisfies Exercise;

/** The piles are completed, then all notes turn over together. */
export const hmw = {
  ...onTheHmwWall,
  id: 'hmw',
  minutes: { default: 10, atLeast: 5, atMost: 30 },
  phases: ['writing', 'reveal'],
  silent: true,
  fewestNotes: 20,
} as const satisfies Exercise;

export const hmwOrdenen = {
  ...onTheHmwWall,
  id: 'hmw-ordenen',
  minutes: exactly(10),
  phases: ['grouping'],
  silent: false,
} as const satisfies Exercise;

/** Own notes and doubling are allowed; the Decider has four dots and chooses afterwards. */
export const hmwStemmen = {
  ...onTheHmwWall,
  id: 'hmw-stemmen',
  minutes: { default: 10, atLeast: 5, atMost: 15 },
  phases: ['voting', 'result', 'decision'],
  silent: true,
  dots: {
    each: 2,
    decider: 4,
    perCandidate: 4,
    results: 'at-close',
    voterShown: false,
    optional: false,
  },
  deciderDecides: true,
} as const satisfies Exercise;
