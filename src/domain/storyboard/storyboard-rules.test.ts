import { expect, it } from 'vitest';
import { panelCount } from './panel-count';
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
