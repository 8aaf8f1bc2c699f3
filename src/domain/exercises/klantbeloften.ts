/**
 * Klantbeloften: the ladder of behoefte, belofte and bewijs. Concepts on Thursday, which customers are asked
 * about on Friday; then the set: rewritten, chosen, proven, signed. All on one board.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

const onTheLadders = {
  ...openWork,
  wall: 'klantbeloften',
  kind: 'ladders',
  addsToBoard: true,
} as const;

const threeDots = {
  each: 3,
  decider: 'abstains',
  perCandidate: 3,
  results: 'at-close',
  voterShown: false,
  optional: false,
} as const;

/** Three questions aloud, themes and behoeften together; beloften hidden on a behoefte; the Decider keeps three to seven. */
export const conceptbeloften = {
  ...onTheLadders,
  id: 'conceptbeloften',
  day: 4,
  minutes: exactly(40),
  phases: ['open', 'writing', 'reveal', 'voting', 'result', 'decision'],
  hiddenWhileWriting: true,
  dots: threeDots,
  deciderDecides: true,
} as const satisfies Exercise;

/** The concepts are rewritten against what was found, new beloften are written hidden, and all are climbed. */
export const klantbeloften = {
  ...onTheLadders,
  id: 'klantbeloften',
  day: 5,
  minutes: exactly(60),
  phases: ['open', 'writing', 'reveal'],
  hiddenWhileWriting: true,
} as const satisfies Exercise;

/** The vote on which to keep; what is kept is signed in the last phase, in which it can still be mended. */
export const belofteKeuze = {
  ...onTheLadders,
  id: 'belofte-keuze',
  day: 5,
  minutes: { default: 10, atLeast: 5, atMost: 20 },
  phases: ['voting', 'result', 'decision', 'open'],
  silent: true,
  dots: threeDots,
  deciderDecides: true,
} as const satisfies Exercise;
