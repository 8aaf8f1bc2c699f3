/** Day 3, Woensdag, the choice: from the museum of sketches to what will be built. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, noteAndVotePhases, openWork } from '#domain/exercises/open-work';

/** The museum is one board for all that is done in it. */
const inTheMuseum = { ...openWork, wall: 'museum', kind: 'gallery' } as const;

/** All sketches in one row, numbered in random order, anonymous. */
export const museum = {
  ...inTheMuseum,
  id: 'museum',
  day: 3,
  minutes: { default: 15, atLeast: 5, atMost: 30 },
  silent: true,
  authorShownAfter: 'after-critique',
} as const satisfies Exercise;

/** Silent dots on parts of the sketches in the museum. */
export const heatmap = {
  ...inTheMuseum,
  id: 'heatmap',
  day: 3,
  minutes: exactly(20),
  phases: ['open', 'voting', 'result'],
  silent: true,
  authorShownAfter: 'after-critique',
  dots: {
    each: 30,
    decider: 30,
    way: 'spot',
    perCandidate: 3,
    results: 'live-or-at-close',
    voterShown: false,
    optional: false,
  },
} as const satisfies Exercise;

/** Three minutes per sketch; 21 is the series of a team of seven. */
export const bliksemkritiek = {
  ...inTheMuseum,
  id: 'bliksemkritiek',
  day: 3,
  minutes: { default: 21, atLeast: 3, atMost: 45 },
  critiques: true,
  authorShownAfter: 'after-critique',
} as const satisfies Exercise;

/** One dot each, with its reason: what one writes is hidden until the close tells all of it, with names; then each has a minute. */
export const strawpoll = {
  ...inTheMuseum,
  id: 'strawpoll',
  day: 3,
  minutes: exactly(10),
  phases: ['voting', 'result'],
  silent: true,
  hiddenWhileWriting: true,
  turns: { phase: 'result', seconds: 60 },
  authorShownAfter: 'yes',
  dots: {
    each: 1,
    decider: 1,
    deciderAbstainsInFourDays: true,
    way: 'reasoned',
    perCandidate: 1,
    results: 'at-close',
    voterShown: true,
    optional: false,
  },
} as const satisfies Exercise;

/** The Decider's three dots are themselves the binding choice. */
export const supervote = {
  ...inTheMuseum,
  id: 'supervote',
  day: 3,
  minutes: exactly(5),
  phases: ['open', 'voting', 'result'],
  authorShownAfter: 'yes',
  dots: {
    each: 0,
    decider: 3,
    way: 'binding',
    perCandidate: 3,
    results: 'at-close',
    voterShown: true,
    optional: false,
  },
} as const satisfies Exercise;

/** One prototype or two competing ones, looking at what won. */
export const rumble = {
  ...inTheMuseum,
  id: 'rumble',
  day: 3,
  minutes: exactly(5),
} as const satisfies Exercise;

/** Each writes four to six actions; the row that is picked opens the storyboard. */
export const testverloop = {
  ...openWork,
  id: 'testverloop',
  day: 3,
  minutes: exactly(30),
  phases: noteAndVotePhases,
  silent: true,
  hiddenWhileWriting: true,
  row: { least: 4, most: 6 },
  turns: { phase: 'reveal', seconds: 30 },
  dots: {
    each: 1,
    decider: 'abstains',
    perCandidate: 1,
    results: 'at-close',
    voterShown: false,
    optional: false,
  },
  deciderDecides: true,
  tool: 'own',
  wall: 'testverloop',
} as const satisfies Exercise;

/** Ten to fifteen panels; one artist, all discuss, the Decider settles. */
export const storyboard = {
  ...openWork,
  id: 'storyboard',
  day: 3,
  minutes: { default: 90, atLeast: 90, atMost: 180 },
  wall: 'storyboard',
  kind: 'storyboard',
  tool: 'own',
} as const satisfies Exercise;
