import { describe, expect, it } from 'vitest';
import { RovingFocus, type FocusPlaces } from './roving-focus.svelte';
import type { Box } from './viewport';

/** A plane of three columns and three rows, of which one place is taken twice. */
function plane(): { boxes: Map<string, Box>; roving: RovingFocus } {
  const at = (column: number, row: number): Box => ({
    x: column * 172,
    y: row * 172,
    w: 152,
    h: 152,
  });
  const boxes = new Map<string, Box>();
  for (const row of [0, 1, 2]) {
    for (const column of [0, 1, 2]) boxes.set(`${column}${row}`, at(column, row));
  }
  boxes.set('11 too', at(1, 1));
  const places: FocusPlaces = {
    get order() {
      return [...boxes.keys()].sort();
    },
    boxOf: (id) => boxes.get(id),
    get entry() {
      return '00';
    },
  };
  return { boxes, roving: new RovingFocus(places) };
}

describe('[L50] one Tab stop for a plane', () => {
  it('is where one begins, then what had the focus last, as long as it is there', () => {
    const { boxes, roving } = plane();
    expect(roving.stop).toBe('00');
    roving.landed('21');
    expect(roving.stop).toBe('21');
    boxes.delete('21');
    roving.landed('gone');
    expect(roving.stop).toBe('00');
  });

  it('has arrows go in space, and stay where nothing lies that way', () => {
    const { roving } = plane();
    expect(roving.toward('00', 'right')).toBe('10');
    expect(roving.toward('00', 'down')).toBe('01');
    expect(roving.toward('22', 'left')).toBe('12');
    expect(roving.toward('22', 'up')).toBe('21');
    expect(roving.toward('22', 'right')).toBeUndefined();
    expect(roving.toward('00', 'up')).toBeUndefined();
  });

  it('reaches what lies in the very same place, and goes on from there', () => {
    const { roving } = plane();
    expect(roving.toward('11', 'right')).toBe('11 too');
    expect(roving.toward('11 too', 'right')).toBe('21');
    expect(roving.toward('11 too', 'left')).toBe('11');
    expect(roving.toward('11', 'left')).toBe('01');
  });

  it('has Home and End go to the first and last as one reads', () => {
    const { roving } = plane();
    expect([roving.first, roving.last]).toEqual(['00', '22']);
  });
});
