/** Monday's map: the map itself, and the target that the Decider picks on it. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

/** Everybody draws and corrects, unless the facilitator chose to draw alone. */
export const kaart = {
  ...openWork,
  id: 'kaart',
  expertsRead: true,
  day: 1,
  minutes: { default: 90, atLeast: 45, atMost: 90 },
  wall: 'kaart',
  kind: 'map',
  tool: 'own',
} as const satisfies Exercise;

/**
 * One customer and one moment, on the map itself. The straw poll on chapters may be left out: its
 * round is then closed at once, which still freezes what the Decider chooses from.
 */
export const doelwit = {
  ...openWork,
  id: 'doelwit',
  day: 1,
  minutes: exactly(30),
  phases: ['open', 'voting', 'result', 'decision'],
  dots: {
    each: 1,
    decider: 'abstains',
    perCandidate: 1,
    results: 'at-close',
    voterShown: false,
    optional: true,
  },
  deciderDecides: true,
  wall: 'kaart',
  kind: 'map',
  tool: 'own',
} as const satisfies Exercise;
