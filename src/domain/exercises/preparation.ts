/** Day 0, Voorbereiding: what the facilitator settles before the team comes together; and on Tuesday who has confirmed. */
import type { Exercise } from '#domain/exercises/exercise';
import { exactly, openWork } from '#domain/exercises/open-work';

const lists = { ...openWork, kind: 'lists', tool: 'own' } as const;

/** Challenge, measurable goal and scope, team, experts, dates, place. */
export const voorbereiding = {
  ...lists,
  id: 'voorbereiding',
  day: 0,
  minutes: { default: 60, atLeast: 30, atMost: 120 },
  wall: 'voorbereiding',
} as const satisfies Exercise;

/** What is already known: the klantreis so far, customer quotes, NPS/CSAT/CES today. */
export const voorkennis = {
  ...openWork,
  id: 'voorkennis',
  day: 0,
  minutes: { default: 30, atLeast: 15, atMost: 60 },
  wall: 'voorkennis',
} as const satisfies Exercise;

/** Recruiting five customers plus one reserve: screener, slots, consent, incentive. */
export const werving = {
  ...lists,
  id: 'werving',
  day: 0,
  minutes: { default: 45, atLeast: 30, atMost: 120 },
  wall: 'werving',
} as const satisfies Exercise;

/** On the same lists: who has confirmed for the test day, and who asks whom today. */
export const wervingBijwerken = {
  ...lists,
  id: 'werving-bijwerken',
  day: 2,
  minutes: exactly(5),
  wall: 'werving',
} as const satisfies Exercise;

/** The readiness list with go/no-go. */
export const gereedheid = {
  ...lists,
  id: 'gereedheid',
  day: 0,
  minutes: { default: 15, atLeast: 10, atMost: 30 },
  wall: 'gereedheid',
} as const satisfies Exercise;
