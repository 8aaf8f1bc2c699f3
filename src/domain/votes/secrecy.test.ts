import { describe, expect, it } from 'vitest';
import { exerciseIds, exerciseOf } from '#domain/exercises/registry';
import type { Phase } from '#domain/sprint/phases';
import {
  resultsAreShown,
  secrecyKinds,
  secrecyOf,
  votersAreShown,
  type ShownRound,
} from '#domain/votes/secrecy';

const round = (status: ShownRound['status'], more: Partial<ShownRound> = {}): ShownRound => ({
  status,
  voterShown: false,
  resultsLive: false,
  ...more,
});
const line = (id: string, phase: Phase, choices = {}) =>
  secrecyOf(exerciseOf(id), { phase, choices });

describe('[R11] results', () => {
  it('[R11] are there at the close and not before, unless live was chosen', () => {
    expect(resultsAreShown(round('open'))).toBe(false);
    expect(resultsAreShown(round('closed'))).toBe(true);
    expect(resultsAreShown(round('open', { resultsLive: true }))).toBe(true);
    expect(resultsAreShown(round('undone', { resultsLive: true }))).toBe(false);
  });
});

describe('[R12] voters', () => {
  it('[R12] are shown only after the close and only where the table says so', () => {
    expect(votersAreShown(round('open', { voterShown: true, resultsLive: true }))).toBe(false);
    expect(votersAreShown(round('closed', { voterShown: true }))).toBe(true);
    expect(votersAreShown(round('closed'))).toBe(false);
  });
});

describe('[R13] the line before somebody types or votes', () => {
  it.each(exerciseIds)('[R13] is there in each phase of %s, and only a break has none', (id) => {
    const exercise = exerciseOf(id);
    for (const phase of exercise.phases) {
      const kind = secrecyOf(exercise, { phase });
      if (exercise.tool === 'pause') expect(kind).toBeNull();
      else expect(secrecyKinds).toContain(kind);
    }
  });

  it('[R13] tells the truth about names', () => {
    expect(line('hmw', 'writing')).toBe('writing_unnamed');
    expect(line('experts', 'writing')).toBe('writing_unnamed');
    expect(line('strawpoll', 'writing')).toBe('writing_named');
    expect(line('note-en-stem', 'writing')).toBe('writing_unnamed');
    expect(line('note-en-stem', 'writing', { authorShown: true })).toBe('writing_named');
    expect(line('note-en-stem', 'reveal', { authorShown: true })).toBe('revealed_named');
    expect(line('crazy-8s', 'writing')).toBe('writing_private');
  });

  it('[R13] tells the truth about dots', () => {
    expect(line('hmw-stemmen', 'voting')).toBe('voting_silent');
    expect(line('heatmap', 'voting')).toBe('voting_silent');
    expect(line('heatmap', 'voting', { resultsLive: true })).toBe('voting_live');
    expect(line('strawpoll', 'voting')).toBe('voting_named');
    expect(line('supervote', 'voting')).toBe('voting_binding');
    expect(line('doel', 'result')).toBe('voted_silent');
    expect(line('strawpoll', 'result')).toBe('voted_named');
    expect(line('doel', 'decision')).toBe('decision');
  });
});
