/** The first quarter of Monday: who is who, the week, house rules; the ticked list stays. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

export const opening = {
  ...openWork,
  id: 'opening',
  day: 1,
  minutes: exactly(15),
  wall: 'opening',
  kind: 'lists',
  tool: 'own',
} as const satisfies Exercise;
