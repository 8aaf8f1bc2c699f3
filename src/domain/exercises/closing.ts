/** The end of the week: what each takes along. */
import type { Exercise } from '#domain/exercises/exercise';
import { openWork } from '#domain/exercises/open-work';

export const afsluiting = {
  ...openWork,
  id: 'afsluiting',
  day: 5,
  minutes: { default: 10, atLeast: 5, atMost: 20 },
  wall: 'afsluiting',
} as const satisfies Exercise;
