import { describe, expect, it } from 'vitest';
import { tidyOrder } from './tidy-order';

const notes = [
  { id: 'a', color: 'pink', text: 'tijdvak 10', dots: 1 },
  { id: 'b', color: 'yellow', text: 'Bellen', dots: 4 },
  { id: 'c', color: 'pink', text: 'tijdvak 9', dots: 4 },
] as const;

describe('tidying a group', () => {
  it('puts the most dots first and keeps the order of equals', () => {
    expect(tidyOrder(notes, 'dots')).toEqual(['b', 'c', 'a']);
  });

  it('lays papers of one colour together', () => {
    expect(tidyOrder(notes, 'color')).toEqual(['b', 'a', 'c']);
  });

  it('knows the alphabet, and that nine comes before ten', () => {
    expect(tidyOrder(notes, 'text')).toEqual(['b', 'c', 'a']);
  });
});
