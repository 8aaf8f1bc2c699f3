/** Day 0, Voorbereiding: what the facilitator settles before the team comes together. */
import type { Exercise } from '#domain/exercises/exercise';
import { openWork } from '#domain/exercises/open-work';

/** Challenge, measurable goal and scope, team, experts, dates, place. */
export const voorbereiding = {
  ...openWork,
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
  ...openWork,
  id: 'werving',
  day: 0,
  minutes: { default: 45, atLeast: 30, atMost: 120 },
  wall: 'werving',
} as const satisfies Exercise;

/** The readiness list with go/no-go. */
export const gereedheid = {
  ...openWork,
  id: 'gereedheid',
  day: 0,
  minutes: { default: 15, atLeast: 10, atMost: 30 },
  wall: 'gereedheid',
} as const satisfies Exercise;
