/**
 * From where a pen went to what is kept of it: rounded, thinned to the points that carry its shape,
 * and never more bytes than a stroke may have. Called once per stroke, when the pen is lifted. Pure.
 */
import { encodeStroke } from '#document/ink/stroke-bytes';
import { simplify, type RawPoint } from '#document/ink/simplify';
import {
  INK_EDGE,
  isShape,
  PRESSURE_MOST,
  STROKE_BYTES,
  type InkPoint,
  type Stroke,
} from '#document/ink/stroke';

export type RawStroke = Pick<Stroke, 'tool' | 'color' | 'width'> & {
  /** In thousandths of the frame's width, between whole ones too; what is no number is left out. Pressure 0 to 1, or null where the device tells none. */
  readonly points: readonly RawPoint[];
};

/** How far a kept line may lie from where the pen was: half a pixel on a frame of a thousand. */
const TOLERANCE = 0.5;

/**
 * @param most bytes; coarser where it would be more.
 * @returns the stroke's bytes; undefined when it has no point.
 */
export function inkOf(
  { points: raw, ...how }: RawStroke,
  most = STROKE_BYTES,
): Uint8Array<ArrayBuffer> | undefined {
  const told = raw.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const pen = isShape(how.tool) ? corners(told) : told;
  const isPressed = !isShape(how.tool) && pen.some(({ pressure }) => pressure !== null);
  for (let tolerance = TOLERANCE; ; tolerance *= 2) {
    const kept = isShape(how.tool) ? pen : eachOnce(simplify(pen, tolerance));
    if (kept.length === 0) return undefined;
    const bytes = encodeStroke({
      ...how,
      points: kept.map(toPoint),
      pressures: isPressed ? kept.map(toPressure) : null,
    });
    if (bytes.length <= most) return bytes;
  }
}

function corners(raw: readonly RawPoint[]): RawPoint[] {
  const [first, last] = [raw[0], raw.at(-1)];
  return first && last ? [first, last] : [];
}

/** Points that fall on the same thousandth say nothing after the first. */
function eachOnce(points: readonly RawPoint[]): RawPoint[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    if (!before) return true;
    const [x, y] = toPoint(point);
    const [lastX, lastY] = toPoint(before);
    return x !== lastX || y !== lastY;
  });
}

function toPoint({ x, y }: RawPoint): InkPoint {
  return [rounded(x), rounded(y)];
}

function rounded(place: number): number {
  // Adding zero: a rounded -0.2 would be -0, which is no other place.
  return Math.round(Math.max(-INK_EDGE, Math.min(INK_EDGE, place))) + 0;
}

function toPressure({ pressure }: RawPoint): number {
  const known = pressure !== null && Number.isFinite(pressure) ? pressure : 0.5;
  return Math.round(Math.max(0, Math.min(1, known)) * PRESSURE_MOST);
}
