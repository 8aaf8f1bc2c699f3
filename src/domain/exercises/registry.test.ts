import { describe, expect, it } from 'vitest';
import type { Exercise } from '#domain/exercises/exercise';
import {
  exerciseById,
  exerciseIds,
  exerciseOf,
  exercises,
  wallFor,
} from '#domain/exercises/registry';

const all: readonly Exercise[] = exerciseIds.map((id) => exercises[id]);

/** The minutes as the week plans them; null where there are none of its own. */
const printedMinutes: readonly [id: string, day: number, minutes: string | null][] = [
  ['opening', 1, '15'],
  ['doel', 1, '15-30'],
  ['sprintvragen', 1, '30'],
  ['kaart', 1, '45-90'],
  ['experts', 1, '15-30'],
  ['hmw', 1, null],
  ['hmw-ordenen', 1, '10'],
  ['hmw-stemmen', 1, '5-15'],
  ['doelwit', 1, '30'],
  ['lightning-demos', 2, '60-120'],
  ['verdelen', 2, '15'],
  ['notities', 2, '20'],
  ['ideeen', 2, '20'],
  ['crazy-8s', 2, '8'],
  ['oplossingsschets', 2, '30-90'],
  ['museum', 3, null],
  ['heatmap', 3, '20'],
  ['bliksemkritiek', 3, null],
  ['strawpoll', 3, '10'],
  ['supervote', 3, '5'],
  ['rumble', 3, '5'],
  ['testverloop', 3, '30'],
  ['storyboard', 3, '90-180'],
  ['conceptbeloften', 4, '40'],
  ['interviews', 5, '60'],
  ['scores', 5, null],
  ['patronen', 5, '20'],
  ['sprintvragen-beantwoorden', 5, '20'],
  ['klantbeloften', 5, '60'],
  ['besluit', 5, '10'],
];

describe('[R1] the registry of exercises', () => {
  it.each(printedMinutes)('[R1] holds %s on day %i', (id, day, minutes) => {
    const exercise = exerciseOf(id);
    expect(exercise.day).toBe(day);
    if (minutes === null) return;
    const [least, most = least] = minutes.split('-').map(Number);
    expect(exercise.minutes.atLeast).toBe(least);
    expect(exercise.minutes.atMost).toBe(most);
  });

  it('[R1] holds the preparation, the making of the prototype, the loose vote and the breaks', () => {
    const idsOf = (day: number | null) =>
      all.filter((exercise) => exercise.day === day).map((exercise) => exercise.id);
    expect(idsOf(0)).toEqual(['voorbereiding', 'voorkennis', 'werving', 'gereedheid']);
    expect(idsOf(4)).toContain('proefronde');
    expect(idsOf(null)).toEqual(['note-en-stem', 'pauze', 'lunch']);
  });

  it.each(exerciseIds)('[R1] files %s under its own id, with phases and likely minutes', (id) => {
    const exercise: Exercise = exercises[id];
    expect(exercise.id).toBe(id);
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(exercise.phases.length).toBeGreaterThan(0);
    expect(new Set(exercise.phases).size).toBe(exercise.phases.length);
    const { default: usual, atLeast, atMost } = exercise.minutes;
    expect(usual).toBeGreaterThanOrEqual(atLeast);
    expect(usual).toBeLessThanOrEqual(atMost);
  });

  it.each(exerciseIds)('[R1] lets the phases of %s agree with its dots and its Decider', (id) => {
    const exercise: Exercise = exercises[id];
    expect(exercise.phases.includes('voting')).toBe(exercise.dots !== null);
    expect(exercise.phases.includes('decision')).toBe(exercise.deciderDecides);
    const result = exercise.phases.indexOf('result');
    if (exercise.dots) expect(exercise.phases[result - 1]).toBe('voting');
    if (exercise.phases.includes('writing')) expect(exercise.hiddenWhileWriting).toBe(true);
  });

  it('[R1] knows which exercises have a tool of their own', () => {
    const own = all.filter((exercise) => exercise.tool === 'own').map((exercise) => exercise.id);
    expect(own).toEqual([
      'voorbereiding',
      'werving',
      'gereedheid',
      'opening',
      'doel',
      'sprintvragen',
      'kaart',
      'experts',
      'hmw',
      'hmw-ordenen',
      'hmw-stemmen',
      'doelwit',
      'lightning-demos',
      'verdelen',
      'werving-bijwerken',
      'testverloop',
      'storyboard',
      'prototype-rollen',
      'prototype',
      'interviewscript',
      'proefronde',
      'prototype-afmaken',
      'labcheck',
      'interviews',
      'debrief',
      'scores',
      'patronen',
      'sprintvragen-beantwoorden',
      'besluit',
      'note-en-stem',
    ]);
    const pauses = all.filter((exercise) => exercise.tool === 'pause');
    expect(pauses.map((exercise) => exercise.id)).toEqual(['pauze', 'lunch']);
  });

  it('does not take a word from Object for an exercise', () => {
    expect(exerciseById('toString')).toBeUndefined();
    expect(exerciseById('__proto__')).toBeUndefined();
    expect(() => exerciseOf('borrel')).toThrow('borrel');
  });
});

describe('[R4] walls', () => {
  it('[R4] lets experts and the three HMW exercises work on one wall', () => {
    const walls = ['experts', 'hmw', 'hmw-ordenen', 'hmw-stemmen'].map((id) =>
      wallFor(exerciseOf(id), `step of ${id}`),
    );
    expect(new Set(walls)).toEqual(new Set(['hmw']));
  });

  it('[R4] gives each loose note-and-vote its own wall', () => {
    const loose = exerciseOf('note-en-stem');
    expect(wallFor(loose, 'a')).not.toBe(wallFor(loose, 'b'));
  });
});
