import { describe, expect, it } from 'vitest';
import type { Exercise } from '#domain/exercises/exercise';
import { exerciseIds, exerciseOf } from '#domain/exercises/registry';
import { phases } from '#domain/sprint/phases';
import { secrecyKinds } from '#domain/votes/secrecy';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { exerciseScript } from './scripts';
import { stepPrefix } from '$lib/sprint/step-words';
import { exerciseWords, noDotsWords, phaseWords, prefixWords, secrecyWords } from './words';

describe.each(['nl', 'en'] as const)('the words of the exercises in %s', (language) => {
  const speak = () => overwriteGetLocale(() => language);

  it.each(exerciseIds)('are all there for %s', (id) => {
    speak();
    const words = exerciseWords(id);
    const sentences = exerciseOf(id).phases.flatMap((phase) => [
      words.instruction(phase),
      exerciseScript(id, phase),
    ]);
    for (const sentence of [words.title(), words.instruction(), exerciseScript(id), ...sentences]) {
      expect(sentence.length).toBeGreaterThan(2);
      expect(sentence).not.toContain('!');
      expect(sentence).not.toMatch(/^exercises_/);
    }
  });

  it('fall back to the first phase for a phase that the exercise does not have', () => {
    speak();
    const words = exerciseWords('hmw-stemmen');
    expect(words.instruction('writing')).toBe(words.instruction('voting'));
    expect(words.instruction(null)).toBe(words.instruction('voting'));
    expect(exerciseScript('hmw-stemmen', 'writing')).toBe(exerciseScript('hmw-stemmen', 'voting'));
  });

  it('are there for every phase, kind of secrecy and prefix', () => {
    speak();
    expect(new Set(phases.map(phaseWords)).size).toBe(phases.length);
    expect(new Set(secrecyKinds.map(secrecyWords)).size).toBe(secrecyKinds.length);
    expect(prefixWords(null, 'nl')).toBeNull();
    expect(noDotsWords({ decider: true })).not.toBe(noDotsWords({ decider: false }));
  });
});

describe('the words of the exercises', () => {
  it('[R72] show the prefix and the example in the language of the sprint, whoever reads', () => {
    for (const reader of ['nl', 'en'] as const) {
      overwriteGetLocale(() => reader);
      expect(prefixWords('hmw', 'nl')).toEqual({ short: 'HKW', long: 'Hoe kunnen we' });
      expect(prefixWords('hmw', 'en')).toEqual({ short: 'HMW', long: 'How might we' });
      expect(stepPrefix({ exercise: 'sprintvragen' }, { language: 'en' })).toBe('Can we');
      expect(exerciseWords('hmw').example('nl')).toMatch(/^het wachten.*\?$/);
      expect(exerciseWords('hmw').example('en')).toMatch(/^make waiting.*\?$/);
    }
  });

  it('give an example wherever people may start with nothing', () => {
    for (const id of exerciseIds) {
      const { tool, kind, boardless, phases: own }: Exercise = exerciseOf(id);
      // A map shows a beginning of its own.
      const isWritten = tool !== 'pause' && kind === 'wall' && !boardless;
      const startsEmpty = isWritten && (own.includes('writing') || own.includes('open'));
      if (startsEmpty) expect(exerciseWords(id).example(), id).not.toBeNull();
    }
  });

  it('are asked only of exercises', () => {
    expect(() => exerciseWords('borrel')).toThrow('borrel');
    expect(() => exerciseScript('borrel')).toThrow('borrel');
  });
});
