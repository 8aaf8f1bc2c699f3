import { describe, expect, it } from 'vitest';
import { cutLinesFor, piecesBetween, withLine } from './cuts';

const tall = { width: 700, height: 1_000 };
const wide = { width: 1_000, height: 700 };

describe('cutting a sheet', () => {
  it('[L45] cuts Crazy 8s into eight as they were folded, standing or lying', () => {
    expect(cutLinesFor('folds', wide)).toEqual({ columns: [0.25, 0.5, 0.75], rows: [0.5] });
    expect(cutLinesFor('folds', tall)).toEqual({ columns: [0.5], rows: [0.25, 0.5, 0.75] });
    const pieces = piecesBetween(cutLinesFor('folds', wide));
    expect(pieces.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(pieces[5]).toEqual({ place: 6, crop: [0.25, 0.5, 0.25, 0.5] });
  });

  it('[L45] cuts a sketch into three along its longest side, and leaves a loose sheet whole', () => {
    expect(piecesBetween(cutLinesFor('sketch', tall)).map(({ crop }) => crop[1])).toEqual([
      0, 0.3333, 0.6667,
    ]);
    expect(piecesBetween(cutLinesFor('sketch', wide)).map(({ crop }) => crop[0])).toEqual([
      0, 0.3333, 0.6667,
    ]);
    expect(piecesBetween(cutLinesFor('sheets', tall))).toEqual([{ place: 1, crop: [0, 0, 1, 1] }]);
  });

  it('[L45] lets a line be moved between its neighbours, and every part of the sheet stays in one piece', () => {
    const lines = cutLinesFor('folds', wide);
    const moved = withLine(lines, { along: 'columns', at: 1 }, 0.58);
    expect(moved.columns).toEqual([0.25, 0.58, 0.75]);
    expect(withLine(lines, { along: 'columns', at: 0 }, 0.9).columns[0]).toBeCloseTo(0.45);
    expect(withLine(lines, { along: 'rows', at: 0 }, -1).rows[0]).toBeCloseTo(0.05);
    const area = piecesBetween(moved).reduce((sum, { crop }) => sum + crop[2] * crop[3], 0);
    expect(area).toBeCloseTo(1, 3);
    for (const { crop } of piecesBetween(moved)) {
      expect(crop[0] + crop[2]).toBeLessThanOrEqual(1.000_001);
    }
  });
});
