/**
 * A stroke as bytes, which is how a document holds it: one value that nobody changes after it was
 * drawn. A byte for the version, one for tool, colour, width and pressure, then each point as its
 * distance to the one before (two variable-length integers with their sign in the lowest bit) and its
 * pressure. A stroke has exactly one form in bytes, so bytes hide nothing. Pure.
 */
import {
  INK_EDGE,
  inkColors,
  inkWidths,
  isShape,
  PRESSURE_MOST,
  STROKE_BYTES,
  strokeTools,
  type InkPoint,
  type Stroke,
} from '#document/ink/stroke';

const VERSION = 1;
const HAS_PRESSURE = 0b0010_0000;
const HEAD_BYTES = 2;
/** 7 bits each: more than the way across twice the edge. */
const NUMBER_BYTES = 2;

/** Throws RangeError for what is no stroke: a point or pressure that is not whole or too far, or the wrong number of them. */
export function encodeStroke(stroke: Stroke): Uint8Array<ArrayBuffer> {
  const { tool, color, width, points, pressures } = stroke;
  if (!isWhole(stroke)) throw new RangeError('not a stroke');
  const bytes = new Uint8Array(HEAD_BYTES + points.length * (2 * NUMBER_BYTES + 1));
  bytes[0] = VERSION;
  bytes[1] =
    strokeTools.indexOf(tool) |
    (inkColors.indexOf(color) << 2) |
    (inkWidths.indexOf(width) << 4) |
    (pressures ? HAS_PRESSURE : 0);
  let at = HEAD_BYTES;
  let [lastX, lastY] = [0, 0];
  points.forEach(([x, y], index) => {
    at = writeNumber(bytes, at, x - lastX);
    at = writeNumber(bytes, at, y - lastY);
    if (pressures) bytes[at++] = pressures[index] ?? 0;
    [lastX, lastY] = [x, y];
  });
  return bytes.slice(0, at);
}

/** The stroke that these bytes are; undefined for anything that `encodeStroke` never makes. Never throws. */
export function decodeStroke(bytes: unknown): Stroke | undefined {
  if (!(bytes instanceof Uint8Array) || bytes.length > STROKE_BYTES) return undefined;
  const head = bytes[1];
  if (bytes[0] !== VERSION || head === undefined || head >= HAS_PRESSURE << 1) return undefined;
  const points: InkPoint[] = [];
  const pressures: number[] | null = head & HAS_PRESSURE ? [] : null;
  let [x, y] = [0, 0];
  for (let at = HEAD_BYTES; at < bytes.length;) {
    const across = readNumber(bytes, at);
    const down = across && readNumber(bytes, across.next);
    if (!down) return undefined;
    x += across.number;
    y += down.number;
    points.push([x, y]);
    at = down.next;
    if (pressures) {
      const pressure = bytes[at++];
      if (pressure === undefined) return undefined;
      pressures.push(pressure);
    }
  }
  const stroke: Stroke = {
    tool: strokeTools[head & 0b11] ?? 'pen',
    color: inkColors[(head >> 2) & 0b11] ?? 'ink',
    width: inkWidths[(head >> 4) & 0b1] ?? 'thin',
    points,
    pressures,
  };
  return isWhole(stroke) ? stroke : undefined;
}

/** Whether this may be stored as a stroke: what the server asks of every browser. */
export function isStrokeBytes(value: unknown): value is Uint8Array {
  return decodeStroke(value) !== undefined;
}

/**
 * The same stroke without how hard the pen was pressed: a hand is known by its pressure. What is no
 * stroke is no stroke afterwards either.
 */
export function withoutPressure(bytes: Uint8Array): Uint8Array | undefined {
  const stroke = decodeStroke(bytes);
  return stroke && encodeStroke({ ...stroke, pressures: null });
}

function isWhole({ tool, points, pressures }: Stroke): boolean {
  const fits = isShape(tool) ? points.length === 2 && pressures === null : points.length > 0;
  return (
    fits &&
    points.every((point) => point.every((one) => isWithin(one, -INK_EDGE, INK_EDGE))) &&
    (pressures === null ||
      (pressures.length === points.length &&
        pressures.every((one) => isWithin(one, 0, PRESSURE_MOST))))
  );
}

function isWithin(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}

/** 0, -1, 1, -2 ... as 0, 1, 2, 3 ...: what is near takes one byte. */
function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let rest = number < 0 ? -number * 2 - 1 : number * 2;
  for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
  bytes[at++] = rest;
  return at;
}

/** Undefined when the bytes end in it, it is longer than it needs, or larger than any distance. */
function readNumber(bytes: Uint8Array, at: number): { number: number; next: number } | undefined {
  let rest = 0;
  for (let length = 0; length < NUMBER_BYTES; length += 1) {
    const byte = bytes[at + length];
    if (byte === undefined) return undefined;
    rest |= (byte & 0x7f) << (7 * length);
    if (byte >= 0x80) continue;
    if (byte === 0 && length > 0) return undefined;
    return { number: rest & 1 ? -((rest + 1) / 2) : rest / 2, next: at + length + 1 };
  }
  return undefined;
}
