/** Day 2, Dinsdag: from demos to one sketch per person. What is made alone stays with its maker. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

const ownPad = {
  ...openWork,
  day: 2,
  phases: ['writing'],
  silent: true,
  hiddenWhileWriting: true,
  privateKind: 'pad',
  leaves: 'keep',
} as const;

/**
 * Each lists one to three products, hidden until all have; then three minutes for each, in an order that
 * is drawn. A second step goes on with the same wall.
 */
export const lightningDemos = {
  ...openWork,
  id: 'lightning-demos',
  day: 2,
  minutes: { default: 60, atLeast: 60, atMost: 120 },
  phases: ['writing', 'reveal'],
  hiddenWhileWriting: true,
  authorShownAfter: 'yes',
  mostNotesEach: 3,
  turns: { phase: 'reveal', seconds: 180 },
  goesOn: true,
  wall: 'lightning-demos',
  kind: 'cards',
  tool: 'own',
} as const satisfies Exercise;

/** Names on parts of the map, or all on one. */
export const verdelen = {
  ...openWork,
  id: 'verdelen',
  day: 2,
  minutes: exactly(15),
  wall: 'kaart',
  kind: 'map',
  tool: 'own',
} as const satisfies Exercise;

export const notities = {
  ...ownPad,
  id: 'notities',
  minutes: exactly(20),
  wall: 'notities',
} as const satisfies Exercise;

export const ideeen = {
  ...ownPad,
  id: 'ideeen',
  minutes: exactly(20),
  wall: 'ideeen',
} as const satisfies Exercise;

/** Never shown unless its owner hands it in. */
export const crazy8s = {
  ...ownPad,
  id: 'crazy-8s',
  turnsByMinute: true,
  minutes: exactly(8),
  wall: 'crazy-8s',
} as const satisfies Exercise;

/** Handed in unseen; the museum hangs them. */
export const oplossingsschets = {
  ...ownPad,
  id: 'oplossingsschets',
  minutes: { default: 60, atLeast: 30, atMost: 90 },
  leaves: 'hand-in',
  wall: 'oplossingsschets',
} as const satisfies Exercise;
