/** Day 5, Vrijdag: five interviews, and what they say. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

/** One step per customer; all fill one grid. */
export const interviews = {
  ...openWork,
  id: 'interviews',
  day: 5,
  minutes: exactly(60),
  silent: true,
  wall: 'interviews',
  kind: 'grid',
  tool: 'own',
} as const satisfies Exercise;

/** Sound, picture, consent, the prototype at its start: ticked off before the first customer comes. */
export const labcheck = {
  ...openWork,
  id: 'labcheck',
  day: 5,
  minutes: exactly(15),
  wall: 'labcheck',
  kind: 'lists',
  tool: 'own',
} as const satisfies Exercise;

/** Between two talks, on the same grid: what struck, while it is fresh. */
export const debrief = {
  ...openWork,
  id: 'debrief',
  day: 5,
  minutes: { default: 10, atLeast: 5, atMost: 15 },
  wall: 'interviews',
  kind: 'grid',
  tool: 'own',
} as const satisfies Exercise;

/** At the end of each interview, and all together after the last: rows that commands keep. */
export const scores = {
  ...openWork,
  id: 'scores',
  day: 5,
  minutes: { default: 10, atLeast: 5, atMost: 15 },
  wall: 'scores',
  boardless: true,
  tool: 'own',
} as const satisfies Exercise;

/** On the same grid: what three of them show, or two strongly. */
export const patronen = {
  ...openWork,
  id: 'patronen',
  day: 5,
  minutes: exactly(20),
  wall: 'interviews',
  kind: 'grid',
  tool: 'own',
} as const satisfies Exercise;

/** From the same grid: an answer per customer, and then the Decider's verdict. */
export const sprintvragenBeantwoorden = {
  ...openWork,
  id: 'sprintvragen-beantwoorden',
  day: 5,
  minutes: exactly(20),
  wall: 'interviews',
  kind: 'grid',
  tool: 'own',
} as const satisfies Exercise;

/** Efficient failure, flawed success or epic win, and what happens next. */
export const besluit = {
  ...openWork,
  id: 'besluit',
  day: 5,
  minutes: exactly(10),
  wall: 'besluit',
  kind: 'decision',
  tool: 'own',
} as const satisfies Exercise;
