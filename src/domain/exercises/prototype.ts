/** Day 4, Donderdag: a prototype that looks real, a trial run, an interview script. */
import type { Exercise } from '#domain/exercises/exercise';
import { openWork } from '#domain/exercises/open-work';

/** Everything that makes the prototype is one board: roles, scenes, links, what must be mended. */
const onThePrototype = { ...openWork, wall: 'prototype', kind: 'prototype', tool: 'own' } as const;

/** Makers, stitcher, writer, asset collector, interviewer; the storyboard's scenes split over them. */
export const prototypeRollen = {
  ...onThePrototype,
  id: 'prototype-rollen',
  day: 4,
  minutes: { default: 20, atLeast: 15, atMost: 45 },
} as const satisfies Exercise;

export const prototype = {
  ...onThePrototype,
  id: 'prototype',
  day: 4,
  minutes: { default: 100, atLeast: 30, atMost: 360 },
} as const satisfies Exercise;

/** Five acts, written against the sprint questions and the klantbeloften; slots confirmed. */
export const interviewscript = {
  ...openWork,
  id: 'interviewscript',
  day: 4,
  minutes: { default: 45, atLeast: 30, atMost: 90 },
  wall: 'interviewscript',
  kind: 'script',
  tool: 'own',
} as const satisfies Exercise;

/** At 15:00; the Decider and the interviewer must see it. */
export const proefronde = {
  ...onThePrototype,
  id: 'proefronde',
  day: 4,
  minutes: { default: 30, atLeast: 15, atMost: 60 },
} as const satisfies Exercise;

/** The fix list of the trial run, and the checklist for consistency. */
export const prototypeAfmaken = {
  ...onThePrototype,
  id: 'prototype-afmaken',
  day: 4,
  minutes: { default: 75, atLeast: 30, atMost: 120 },
} as const satisfies Exercise;
