import { expect, it } from 'vitest';
import { exerciseOf } from '#domain/exercises/registry';
import type { Phase } from '#domain/sprint/phases';
import { mayReact } from '#domain/sprint/reactions';

const may = (exercise: string, phase: Phase) =>
  mayReact({ exercise: exerciseOf(exercise), phase }).allowed;

it('[R45] nobody reacts while a silent exercise is worked on, or while any vote runs', () => {
  expect(may('hmw', 'writing')).toBe(false);
  expect(may('museum', 'open')).toBe(false);
  expect(may('hmw-stemmen', 'voting')).toBe(false);
  expect(may('supervote', 'voting')).toBe(false);
});

it('[R45] everybody may react between steps, in open work, and once the silence is over', () => {
  expect(mayReact(null).allowed).toBe(true);
  expect(may('kaart', 'open')).toBe(true);
  expect(may('experts', 'writing')).toBe(true);
  for (const phase of ['reveal', 'result', 'decision'] as const) {
    expect(may('note-en-stem', phase)).toBe(true);
  }
});
