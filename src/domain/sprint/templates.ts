/**
 * The two templates of a week: which exercises on which day, in which order, for how many minutes.
 * A facilitator changes all of it afterwards. Day 0 is the preparation and has no hours.
 */
import { exercises, type ExerciseId } from '#domain/exercises/registry';
import type { Day } from '#domain/sprint/days';

export const templates = ['five-day', 'four-day'] as const;
export type Template = (typeof templates)[number];

export type TemplateStep = {
  readonly day: Day;
  readonly exercise: ExerciseId;
  readonly minutes: number;
};

/** An exercise with its default minutes, or with minutes of its own in this template. */
type Entry = ExerciseId | readonly [ExerciseId, number];

const preparation: readonly Entry[] = ['voorbereiding', 'voorkennis', 'werving', 'gereedheid'];

const choosing: readonly Entry[] = [
  'museum',
  'heatmap',
  'bliksemkritiek',
  'pauze',
  'strawpoll',
  'supervote',
  'rumble',
  'testverloop',
  ['storyboard', 50],
  'lunch',
  ['storyboard', 75],
  'pauze',
  ['storyboard', 45],
];

const building: readonly Entry[] = [
  'prototype-rollen',
  ['prototype', 60],
  'pauze',
  'conceptbeloften',
  'interviewscript',
  'lunch',
  ['prototype', 60],
  'proefronde',
  'pauze',
  'prototype-afmaken',
];

const testing: readonly Entry[] = [
  'labcheck',
  ['interviews', 50],
  'debrief',
  ['interviews', 50],
  'pauze',
  ['interviews', 50],
  'debrief',
  ['interviews', 50],
  ['lunch', 45],
  ['interviews', 50],
  'debrief',
  ['scores', 5],
  'patronen',
  'sprintvragen-beantwoorden',
  ['klantbeloften', 50],
  'belofte-keuze',
  'besluit',
  ['afsluiting', 5],
];

const fiveDays: readonly (readonly Entry[])[] = [
  preparation,
  [
    'opening',
    'doel',
    'sprintvragen',
    'pauze',
    'kaart',
    'lunch',
    'experts',
    'experts',
    'pauze',
    'experts',
    ['hmw', 5],
    'hmw-ordenen',
    'hmw-stemmen',
    'doelwit',
  ],
  [
    'lightning-demos',
    'pauze',
    'lightning-demos',
    'verdelen',
    'lunch',
    'notities',
    'ideeen',
    'crazy-8s',
    'pauze',
    'werving-bijwerken',
    ['oplossingsschets', 85],
  ],
  choosing,
  building,
  testing,
];

/** The 2.0 order: experts before the goal, one day to understand and sketch, one to decide. */
const fourDays: readonly (readonly Entry[])[] = [
  preparation,
  [
    'opening',
    ['experts', 25],
    ['experts', 25],
    ['hmw', 5],
    'hmw-ordenen',
    ['hmw-stemmen', 5],
    ['doel', 15],
    ['pauze', 5],
    'sprintvragen',
    ['kaart', 45],
    ['lunch', 45],
    'doelwit',
    'lightning-demos',
    'verdelen',
    ['pauze', 5],
    'werving-bijwerken',
    'notities',
    'ideeen',
    'crazy-8s',
    ['oplossingsschets', 30],
  ],
  choosing,
  building,
  testing,
];

/** The steps of a new sprint, in order. */
export function templateSteps(template: Template): readonly TemplateStep[] {
  const week = template === 'five-day' ? fiveDays : fourDays;
  return week.flatMap((entries, day) =>
    entries.map((entry) => {
      const [exercise, minutes] = typeof entry === 'string' ? [entry, undefined] : entry;
      return { day: day as Day, exercise, minutes: minutes ?? exercises[exercise].minutes.default };
    }),
  );
}

/** The last day: the day of the tests. */
export function lastDayOf(template: Template): Day {
  return template === 'five-day' ? 5 : 4;
}
