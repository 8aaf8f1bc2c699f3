/** Klantbeloften: the ladder of behoefte, belofte and bewijs, and the vote on which to keep. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

export const klantbeloften = {
  ...openWork,
  id: 'klantbeloften',
  day: 5,
  minutes: exactly(60),
  wall: 'klantbeloften',
  kind: 'ladders',
} as const satisfies Exercise;

export const belofteKeuze = {
  ...openWork,
  id: 'belofte-keuze',
  day: 5,
  minutes: { default: 10, atLeast: 5, atMost: 20 },
  phases: ['open', 'voting', 'result', 'decision'],
  silent: true,
  dots: {
    each: 3,
    decider: 'abstains',
    perCandidate: 3,
    results: 'at-close',
    voterShown: false,
    optional: false,
  },
  deciderDecides: true,
  wall: 'klantbeloften',
  kind: 'ladders',
} as const satisfies Exercise;
