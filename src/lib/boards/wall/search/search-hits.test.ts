import { describe, expect, it } from 'vitest';
import { hitsOf } from './search-hits';

const wall = {
  notes: [
    { id: 'a', text: 'De monteur komt te laat' },
    { id: 'b', text: 'Één tijdvak\nVan een uur' },
    { id: 'c', text: 'Niemand belt' },
  ],
  groups: [{ id: 'g', label: 'Te laat' }],
};

describe('searching a board', () => {
  it('finds words whatever their capitals and accents', () => {
    expect(hitsOf('EEN', wall)).toEqual([{ kind: 'note', id: 'b' }]);
    expect(hitsOf('één', wall)).toEqual([{ kind: 'note', id: 'b' }]);
  });

  it('names groups before notes', () => {
    expect(hitsOf('te laat', wall).map(({ id }) => id)).toEqual(['g', 'a']);
  });

  it('finds nothing for nothing', () => {
    expect(hitsOf('   ', wall)).toEqual([]);
    expect(hitsOf('storing', wall)).toEqual([]);
  });
});
