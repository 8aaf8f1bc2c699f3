import { expect, it } from 'vitest';
import { panelCount } from './panel-count';
import { opensWith, pickedRow } from './picked-row';
import { rowActions } from './row-actions';

it.each([
  [0, 'none'],
  [1, 'few'],
  [9, 'few'],
  [10, 'fine'],
  [15, 'fine'],
  [16, 'many'],
])('[R133] %i panels are %s', (panels, count) => {
  expect(panelCount(panels)).toBe(count);
});

it('[R134] a row is read as its actions, one a line, without their numbers', () => {
  expect(
    rowActions('1. Zoekt een monteur\n2) Kiest een uur\n\n- Betaalt 129 euro\n24 uur later'),
  ).toEqual([...['Zoekt een monteur', 'Kiest een uur', 'Betaalt 129 euro', '24 uur later']]);
  expect(rowActions(' \n')).toEqual([]);
});

const steps = [
  { id: 'walk', exercise: 'testverloop' },
  { id: 'again', exercise: 'testverloop' },
  { id: 'hmw', exercise: 'hmw-stemmen' },
];
const decided = (stepId: string, text: string, at = 5, candidateId: string | null = 'c1') => ({
  ...{ stepId, text, candidateId, decidedAt: new Date(at) },
});

it('[R145] the row that opens the story is the one that was picked last, with where it came from', () => {
  const first = decided('walk', 'Zoekt\nKiest');
  const row = (...decisions: (typeof first)[]) => pickedRow({ steps, decisions })?.row ?? null;
  expect(pickedRow({ steps, decisions: [first] })).toEqual({
    ...{ row: 'walk/c1', actions: ['Zoekt', 'Kiest'], decidedAt: new Date(5) },
  });
  expect(row(first, decided('again', 'Belt'), decided('hmw', 'Hoe kunnen we'))).toBe('again/c1');
  expect([row(), row(decided('hmw', 'x')), row(decided('walk', ' \n'))]).toEqual([
    null,
    null,
    null,
  ]);
  expect(row(decided('walk', 'Zoekt', 5, null))).toBeNull();
});

it('[R146] a storyboard opens with it once: not again when its step is repeated', () => {
  const picked = pickedRow({ steps, decisions: [decided('walk', 'Zoekt', 50)] });
  if (!picked) throw new Error('no row');
  expect(opensWith(picked, [])).toBe(true);
  expect(opensWith(picked, [null, new Date(40)])).toBe(true);
  expect(opensWith(picked, [new Date(40), new Date(60)])).toBe(false);
});
