import { expect, it } from 'vitest';
import { leavesOf, privateKindOf } from '#domain/exercises/private-work';
import { exercises, exerciseIds, exerciseOf } from '#domain/exercises/registry';
import {
  mayHandIn,
  mayTakeBack,
  mayWeigh,
  SKETCH_BYTES,
  sketchKey,
  SKETCHES_BYTES,
  type HandingIn,
} from '#domain/sketches/handing-in';
import { effectOf } from '#domain/sprint/phase-machine';
import type { Standing } from '#domain/sprint/roles';
import { boardPlanFor } from '#domain/sprint/walls';

const padded = exerciseIds.filter((id) => privateKindOf(exerciseOf(id)) === 'pad');

it('[R90] says of each exercise where it is made alone and what leaving it does', () => {
  expect(padded).toEqual(['notities', 'ideeen', 'crazy-8s', 'oplossingsschets']);
  expect(padded.map((id) => leavesOf(exerciseOf(id)))).toEqual(['keep', 'keep', 'keep', 'hand-in']);
  expect(leavesOf(exercises.hmw)).toBe('reveal');
  expect(leavesOf(exercises.museum)).toBeNull();
});

it('[R90] gives what is made on a pad no shared board, and lays nothing of it', () => {
  for (const exercise of padded) {
    const step = { id: 's', exercise, phase: null, boardId: null };
    expect(boardPlanFor(step, { steps: [step], boards: [] })).toEqual({ kind: 'none' });
    expect(effectOf(exerciseOf(exercise), 'writing', 'result')).toBe('none');
  }
  expect(effectOf(exercises.hmw, 'writing', 'reveal')).toBe('reveal');
});

it('[R91] takes a sketch of who takes part, from the opening of its step until the first dot', () => {
  const member: Standing = {
    ...{ role: 'deelnemer', decider: false, standIn: false, participates: false },
    hasAccount: false,
  };
  const exercise = exercises.oplossingsschets;
  const says = (more: Partial<HandingIn>): string => {
    const asked: HandingIn = { exercise, status: 'open', member, museum: 'closed', ...more };
    const ruling = mayHandIn(asked);
    return ruling.allowed ? 'ok' : ruling.refusal.code;
  };
  expect(says({})).toBe('ok');
  expect(says({ status: 'done', museum: 'hung' })).toBe('ok');
  expect(says({ museum: 'voted' })).toBe('sketches-voted-on');
  expect(says({ status: 'planned' })).toBe('step-not-open');
  expect(says({ exercise: exercises['crazy-8s'] })).toBe('wrong-phase');
  expect(says({ member: { ...member, role: 'expert' } })).toBe('not-your-role');
  expect(says({ member: { ...member, role: 'facilitator' } })).toBe('not-your-role');
  expect(says({ member: { ...member, role: 'facilitator', participates: true } })).toBe('ok');
});

it('[R91] gives back what is in and does not hang', () => {
  const codeOf = (is: { isIn: boolean; hangs: boolean }) => {
    const ruling = mayTakeBack(is);
    return ruling.allowed ? 'ok' : ruling.refusal.code;
  };
  expect(codeOf({ isIn: true, hangs: false })).toBe('ok');
  expect(codeOf({ isIn: true, hangs: true })).toBe('sketch-hangs');
  expect(codeOf({ isIn: false, hangs: false })).toBe('not-handed-in');
  expect(sketchKey('step', 1)).toBe('step');
  expect(sketchKey('step', 2)).not.toBe('step');
});

it('[R140] takes a sketch that finds place in the museum, beside all the others', () => {
  const says = (bytes: number, others: number): string => {
    const ruling = mayWeigh({ bytes, others });
    return ruling.allowed ? 'ok' : ruling.refusal.code;
  };
  expect(says(SKETCH_BYTES, 0)).toBe('ok');
  expect(says(SKETCH_BYTES + 1, 0)).toBe('sketch-too-heavy');
  expect(says(SKETCH_BYTES, 11 * SKETCH_BYTES)).toBe('ok');
  expect(says(1, SKETCHES_BYTES - 1)).toBe('ok');
  expect(says(2, SKETCHES_BYTES - 1)).toBe('sketch-too-heavy');
});
