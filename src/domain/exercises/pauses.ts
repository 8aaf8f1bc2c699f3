/** Breaks are steps too, so that the forecast is honest. */
import type { Exercise } from '#domain/exercises/exercise';
import { openWork } from '#domain/exercises/open-work';

export const pauze = {
  ...openWork,
  id: 'pauze',
  day: null,
  minutes: { default: 15, atLeast: 5, atMost: 30 },
  wall: 'pauze',
  tool: 'pause',
} as const satisfies Exercise;

export const lunch = {
  ...openWork,
  id: 'lunch',
  day: null,
  minutes: { default: 60, atLeast: 30, atMost: 90 },
  wall: 'lunch',
  tool: 'pause',
} as const satisfies Exercise;
