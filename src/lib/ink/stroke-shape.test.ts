import { describe, expect, it } from 'vitest';
import { encodeStroke } from '#document/ink/stroke-bytes';
import type { Stroke } from '#document/ink/stroke';
import { shapeOf, shapeOfInk } from './stroke-shape';
import { touchedStrokes } from './touched-strokes';

const stroke = (more: Partial<Stroke> = {}): Stroke => ({
  ...{ tool: 'pen', color: 'red', width: 'thin', pressures: null },
  points: [
    [100, 100],
    [200, 100],
    [300, 120],
  ],
  ...more,
});

describe('the shape of a stroke', () => {
  it('is an outline for a pen, also for a dot, and a line for what has two ends', () => {
    expect(shapeOf(stroke())).toMatchObject({ line: null, opacity: 1 });
    expect(shapeOf(stroke({ points: [[5, 5]] })).d).toMatch(/^M[-\d. Q]+Z$/);
    const two: Stroke['points'] = [
      [0, 0],
      [10, 20],
    ];
    expect(shapeOf(stroke({ tool: 'line', points: two })).d).toBe('M0 0L10 20');
    expect(shapeOf(stroke({ tool: 'box', points: two })).d).toBe('M0 0L10 0L10 20L0 20Z');
    expect(shapeOf(stroke({ tool: 'marker' })).opacity).toBeLessThan(1);
  });

  it('is made once of stored bytes, and of no other bytes', () => {
    const ink = encodeStroke(stroke());
    expect(shapeOfInk(ink)).toBe(shapeOfInk(ink));
    expect(shapeOfInk(Uint8Array.of(9))).toBeUndefined();
  });
});

it('an eraser touches the strokes beneath it, a box along its sides alone', () => {
  const box = stroke({
    tool: 'box',
    points: [
      [0, 0],
      [400, 400],
    ],
  });
  const strokes = [
    { id: 'pen', ink: encodeStroke(stroke()) },
    { id: 'box', ink: encodeStroke(box) },
    { id: 'none', ink: Uint8Array.of(9) },
  ];
  expect(touchedStrokes(strokes, { x: 150, y: 104 })).toEqual(['pen']);
  expect(touchedStrokes(strokes, { x: 400, y: 200 })).toEqual(['box']);
  expect(touchedStrokes(strokes, { x: 250, y: 300 })).toEqual([]);
});
