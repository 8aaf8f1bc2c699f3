import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authorEditsAlone,
  authorsAreShown,
  dotsEach,
  mayChoose,
  resultsAreLive,
} from '#domain/exercises/choices';
import { exerciseIds, exerciseOf, exercises } from '#domain/exercises/registry';

const loose = exerciseOf('note-en-stem');
const codeOf = (ruling: ReturnType<typeof mayChoose>) =>
  ruling.allowed ? 'allowed' : `${ruling.refusal.code} ${ruling.refusal.field ?? ''}`.trim();

describe('[R3] what a facilitator chooses before a step starts', () => {
  it('[R3] is dots, author and question for a loose note-and-vote', () => {
    const choices = { dots: 3, authorShown: true, question: 'Welke naam?' };
    expect(codeOf(mayChoose(loose, { choices, status: 'planned' }))).toBe('allowed');
    expect(dotsEach(loose, choices)).toBe(3);
    expect(authorsAreShown(loose, choices)).toBe(true);
    expect(authorsAreShown(loose)).toBe(false);
  });

  it.each([1, 4, 2.5])('[R3] is not %d dots', (dots) => {
    expect(codeOf(mayChoose(loose, { choices: { dots }, status: 'planned' }))).toBe(
      'field-invalid dots',
    );
  });

  it('[R3] is live results for a heatmap only', () => {
    const choices = { resultsLive: true };
    const heatmap = exercises.heatmap;
    expect(codeOf(mayChoose(heatmap, { choices, status: 'planned' }))).toBe('allowed');
    expect(resultsAreLive(heatmap, choices)).toBe(true);
    expect(resultsAreLive(heatmap)).toBe(false);
    expect(resultsAreLive(exercises.doel, choices)).toBe(false);
  });

  it('[R3] is nothing of what the table has fixed', () => {
    const { doel } = exercises;
    for (const [field, choices] of Object.entries({
      dots: { dots: 2 },
      authorShown: { authorShown: true },
      resultsLive: { resultsLive: true },
    })) {
      expect(codeOf(mayChoose(doel, { choices, status: 'planned' }))).toBe(
        `field-invalid ${field}`,
      );
    }
  });

  it.each(['open', 'done'] as const)('[R3] is nothing once the step is %s', (status) => {
    expect(codeOf(mayChoose(loose, { choices: {}, status }))).toBe('step-already-started');
  });

  it('[R3] never gives dots outside what the exercise allows, whatever was stored', () => {
    fc.assert(
      fc.property(fc.constantFrom(...exerciseIds), fc.integer(), (id, dots) => {
        const rules = exerciseOf(id).dots;
        const each = dotsEach(exerciseOf(id), { dots });
        expect(each).toBeGreaterThanOrEqual(rules?.each ?? 0);
        expect(each).toBeLessThanOrEqual(rules?.eachAtMost ?? rules?.each ?? 0);
      }),
    );
  });
});

describe('[R47] only the writer changes a note', () => {
  it('[R47] where the facilitator chose it and names stand on the notes', () => {
    const chosen = { authorEdits: true };
    expect(authorEditsAlone(loose, { ...chosen, authorShown: true })).toBe(true);
    expect(authorEditsAlone(loose, chosen)).toBe(false);
    expect(authorEditsAlone(loose, { authorShown: true })).toBe(false);
    expect(authorEditsAlone(exerciseOf('strawpoll'), chosen)).toBe(true);
    expect(authorEditsAlone(exerciseOf('hmw'), chosen)).toBe(false);
  });

  it('[R47] is not to be chosen where names are never shown', () => {
    const asked = { choices: { authorEdits: true }, status: 'planned' } as const;
    expect(codeOf(mayChoose(loose, asked))).toBe('allowed');
    expect(codeOf(mayChoose(exerciseOf('hmw'), asked))).toBe('field-invalid authorEdits');
    const off = { choices: { authorEdits: false }, status: 'planned' } as const;
    expect(codeOf(mayChoose(exerciseOf('hmw'), off))).toBe('allowed');
  });
});
