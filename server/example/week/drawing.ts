/**
 * Draws what a panel has to show, each stand-in in a way of their own: how sure the pen is, how it leans, how thick it is
 * and which colour catches the eye. The same drawing in the same style is always the same strokes. Pure.
 */
import { inkOf } from '#document/ink/ink';
import type { InkColor, InkWidth } from '#document/ink/stroke';
import { seededChance } from '#server/example/chance';
import { figures, type FigureName, type Point } from '#server/example/week/figures';

/** Where and how large, in thousandths of the panel's width. */
export type Figure = readonly [name: FigureName, x: number, y: number, size: number];

export type PenStyle = {
  readonly seed: string;
  /** How far the pen strays, in thousandths of the panel's width. */
  readonly strays: number;
  /** In radians, clockwise. */
  readonly leans: number;
  readonly width: InkWidth;
  readonly accent: InkColor;
};

/** Points of one stroke lie at most so far apart, in thousandths, so that a straight one can waver. */
const STEP = 14;
/** Waves in a stroke of a hundred thousandths. */
const WAVES = 0.9;

/** @returns the bytes of each stroke, in the order in which they are drawn. */
export function strokesOf(figure: Figure, style: PenStyle): Uint8Array<ArrayBuffer>[] {
  const [name, x, y, size] = figure;
  const chance = seededChance(`${style.seed} ${figure.join(' ')}`);
  return figures[name].flatMap(({ through, accent }) => {
    const tilt = style.leans + (chance() - 0.5) * 0.05;
    const placed = through.map(([px, py]): Point => {
      const [dx, dy] = [(px - 0.5) * size, (py - 0.5) * size];
      return [
        x + size / 2 + dx * Math.cos(tilt) - dy * Math.sin(tilt),
        y + size / 2 + dx * Math.sin(tilt) + dy * Math.cos(tilt),
      ];
    });
    const ink = inkOf({
      ...{ tool: 'pen', width: style.width, color: accent ? style.accent : 'ink' },
      points: wavering(placed, style.strays, chance).map(([px, py]) => ({
        ...{ x: px, y: py, pressure: null },
      })),
    });
    return ink ?? [];
  });
}

/** A pen that goes from point to point and strays on the way, slowly, as people’s do. */
function wavering(points: readonly Point[], strays: number, chance: () => number): Point[] {
  const phases = [chance(), chance()].map((one) => one * 2 * Math.PI);
  const drift = [chance() - 0.5, chance() - 0.5].map((one) => one * strays);
  const all: Point[] = [];
  let gone = 0;
  points.forEach((to, at) => {
    const from = points[at - 1] ?? to;
    const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const steps = Math.max(1, Math.ceil(far / STEP));
    for (let step = at === 0 ? steps : 1; step <= steps; step += 1) {
      const share = step / steps;
      const along = ((gone + far * share) / 100) * WAVES * 2 * Math.PI;
      all.push([
        from[0] +
          (to[0] - from[0]) * share +
          (drift[0] ?? 0) +
          strays * 0.5 * Math.sin(along + (phases[0] ?? 0)),
        from[1] +
          (to[1] - from[1]) * share +
          (drift[1] ?? 0) +
          strays * 0.5 * Math.cos(along + (phases[1] ?? 0)),
      ]);
    }
    gone += far;
  });
  return all;
}
