import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOf } from '#document/ink/ink';
import { simplify, type RawPoint } from '#document/ink/simplify';
import {
  INK_EDGE,
  inkColors,
  inkWidths,
  PRESSURE_MOST,
  STROKE_BYTES,
  strokeTools,
  type Stroke,
} from '#document/ink/stroke';
import {
  decodeStroke,
  encodeStroke,
  isStrokeBytes,
  withoutPressure,
} from '#document/ink/stroke-bytes';
import { dice } from '#tests/convergence/support/seeded';

const place = fc.integer({ min: -INK_EDGE, max: INK_EDGE });
const how = {
  color: fc.constantFrom(...inkColors),
  width: fc.constantFrom(...inkWidths),
};
const line = fc
  .array(fc.tuple(place, place, fc.integer({ min: 0, max: PRESSURE_MOST })), {
    minLength: 1,
    maxLength: 400,
  })
  .chain((all) =>
    fc.record({
      ...how,
      tool: fc.constantFrom('pen' as const, 'marker' as const),
      points: fc.constant(all.map(([x, y]) => [x, y] as const)),
      pressures: fc.constantFrom(
        null,
        all.map(([, , pressure]) => pressure),
      ),
    }),
  );
const shape = fc.record({
  ...how,
  tool: fc.constantFrom('line' as const, 'box' as const),
  points: fc.tuple(fc.tuple(place, place), fc.tuple(place, place)),
  pressures: fc.constant(null),
});
const stroke: fc.Arbitrary<Stroke> = fc.oneof(line, shape);

/** A hand that writes: two circles a second that wander, told 240 times a second as a fast pen is. */
function scribble(seconds: number, seed = 1): RawPoint[] {
  const chance = dice(seed);
  return Array.from({ length: Math.round(seconds * 240) }, (_, index) => {
    const turn = (index / 240) * 4 * Math.PI;
    return {
      x: 200 + index * 0.9 + Math.cos(turn) * 120 + chance.next(),
      y: 300 + Math.sin(turn) * 140 + chance.next(),
      pressure: 0.5 + Math.sin(turn * 1.3) * 0.3 + chance.next() * 0.02,
    };
  });
}

describe('the bytes of a stroke', () => {
  it('[D75] are read back as the stroke that they were made of', () => {
    fc.assert(
      fc.property(stroke, (one) => {
        const bytes = encodeStroke(one);
        expect(decodeStroke(bytes)).toEqual(one);
        expect(isStrokeBytes(bytes)).toBe(true);
      }),
    );
  });

  it('[D75] have one form: other bytes are another stroke, or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.boolean(), (tail, isOurs) => {
        const bytes = isOurs ? Uint8Array.of(1, (tail[0] ?? 0) & 0x3f, ...tail) : tail;
        const read = decodeStroke(bytes);
        if (read) expect(encodeStroke(read)).toEqual(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[D75] are refused, and nothing is thrown, when they are no ink', () => {
    const good = encodeStroke({
      ...{ tool: 'pen', color: 'red', width: 'thin' },
      ...{ points: [[10, 20]], pressures: null },
    });
    const bad: unknown[] = [
      ...[null, undefined, 'ink', [1, 0, 2, 2], {}, new Uint8Array(0), Uint8Array.of(1)],
      Uint8Array.of(1, 0),
      Uint8Array.of(2, ...good.slice(1)),
      good.slice(0, -1),
      Uint8Array.of(...good, 0x80),
      Uint8Array.of(...good, 2),
      Uint8Array.of(1, 0x40, ...good.slice(2)),
      // A line with one end, and a number that is longer than it needs.
      Uint8Array.of(1, 2, ...good.slice(2)),
      Uint8Array.of(1, 0, 0x80, 0, 2),
      // Out of any frame, step by step.
      Uint8Array.of(1, 0, ...Array.from({ length: 8 }, () => [0xfe, 0x7f, 0]).flat()),
      new Uint8Array(STROKE_BYTES + 2).fill(1, 0, 1),
    ];
    expect(bad.filter((one) => isStrokeBytes(one))).toEqual([]);
    expect(() => encodeStroke({ ...decodeStroke(good)!, points: [[0.5, 0]] })).toThrow(RangeError);
    expect(() => encodeStroke({ ...decodeStroke(good)!, points: [] })).toThrow(RangeError);
  });

  it('[D78] lose the pressure and nothing else where the hand must not be known', () => {
    fc.assert(
      fc.property(stroke, (one) => {
        const bare = withoutPressure(encodeStroke(one));
        expect(bare && decodeStroke(bare)).toEqual({ ...one, pressures: null });
      }),
    );
    expect(withoutPressure(Uint8Array.of(9))).toBeUndefined();
  });
});

describe('ink', () => {
  const pen = { tool: 'pen', color: 'ink', width: 'thin' } as const;

  it('[D76] of two seconds of a fast pen with pressure is at most 2 kB', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const ink = inkOf({ ...pen, points: scribble(2, seed) });
      expect(ink?.length).toBeGreaterThan(100);
      expect(ink?.length).toBeLessThan(2_048);
    }
  });

  it('[D76] of a pen that was never lifted fits a stroke all the same, from its begin to its end', () => {
    const points = scribble(120).map(({ x, y, pressure }) => ({ x: x % 1_000, y, pressure }));
    const ink = inkOf({ ...pen, points });
    expect(ink?.length).toBeLessThanOrEqual(STROKE_BYTES);
    const drawn = ink && decodeStroke(ink);
    expect(drawn?.points[0]).toEqual([Math.round(points[0]!.x), Math.round(points[0]!.y)]);
    expect(drawn?.points.at(-1)?.[0]).toBe(Math.round(points.at(-1)!.x));
  });

  it('[D76] lies nowhere further from the pen than can be seen', () => {
    const raw = scribble(3);
    const kept = simplify(raw, 0.5);
    expect(kept.length).toBeLessThan(raw.length / 2);
    for (const { x, y } of raw) {
      const nearest = Math.min(
        ...kept.slice(1).map((end, index) => beside({ x, y }, kept[index]!, end)),
      );
      expect(nearest).toBeLessThanOrEqual(0.5);
    }
  });

  it('[D76] of anything that a device tells is a stroke, or nothing', () => {
    const told = fc.record({
      x: fc.double(),
      y: fc.double(),
      pressure: fc.option(fc.double()),
    });
    fc.assert(
      fc.property(
        fc.array(told, { maxLength: 60 }),
        fc.constantFrom(...strokeTools),
        (points, tool) => {
          const ink = inkOf({ ...pen, tool, points });
          if (ink) expect(isStrokeBytes(ink)).toBe(true);
          else expect(points.some(({ x, y }) => Number.isFinite(x + y))).toBe(false);
        },
      ),
    );
  });

  it('keeps a tap as a dot, and of a line its two ends', () => {
    const dot = inkOf({ ...pen, points: [{ x: 10.4, y: 20.6, pressure: null }] });
    expect(dot && decodeStroke(dot)?.points).toEqual([[10, 21]]);
    const ruler = inkOf({ ...pen, tool: 'line', points: scribble(1) });
    expect(ruler && decodeStroke(ruler)).toMatchObject({ tool: 'line', pressures: null });
    expect(ruler && decodeStroke(ruler)?.points).toHaveLength(2);
  });
});

function beside(
  { x, y }: { x: number; y: number },
  from: { x: number; y: number },
  to: { x: number; y: number },
): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const within = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - within * dx, y - from.y - within * dy);
}
