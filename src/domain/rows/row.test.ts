import { describe, expect, it } from 'vitest';
import { actionsOf, rowLength, withAction } from '#domain/rows/row';

describe('[R125] a row of actions', () => {
  it('[R125] is one text with an action to a line, in order', () => {
    let row = withAction('', 0, 'krijgt het bericht');
    row = withAction(row, 2, 'doet\nopen');
    expect(row).toBe('krijgt het bericht\n\ndoet open');
    row = withAction(row, 1, 'opent de route');
    expect(actionsOf(row)).toEqual(['krijgt het bericht', 'opent de route', 'doet open']);
    expect(withAction(row, 2, '')).toBe('krijgt het bericht\nopent de route');
    expect(withAction('een', 0, '')).toBe('');
  });

  it('[R125] is said to be short of four actions or beyond six, and never refused', () => {
    const bounds = { least: 4, most: 6 };
    const of = (count: number): string =>
      Array.from({ length: count }, (_, at) => `${at}`).join('\n');
    expect(rowLength(' \n', bounds)).toBe('empty');
    expect(rowLength(of(3), bounds)).toBe('few');
    expect(rowLength(of(4), bounds)).toBe('fits');
    expect(rowLength(of(6), bounds)).toBe('fits');
    expect(rowLength(of(7), bounds)).toBe('many');
  });
});
