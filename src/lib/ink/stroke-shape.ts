/**
 * A stroke as a shape to be painted: on a canvas, in a still picture, in an export and on paper alike.
 * perfect-freehand gives the pen its width. Pure: knows no document and no screen.
 */
import { getStroke } from 'perfect-freehand';
import {
  PRESSURE_MOST,
  type InkColor,
  type InkWidth,
  type Stroke,
  type StrokeTool,
} from '#document/ink/stroke';
import { decodeStroke } from '#document/ink/stroke-bytes';

export type StrokeShape = {
  /** Path data, in thousandths of the frame's width. */
  readonly d: string;
  readonly color: string;
  readonly opacity: number;
  /** Width of the line along the path; null: the path is an outline that is filled. */
  readonly line: number | null;
};

/** On paper, which is light in both themes: the ink of notes, and the strong colours of three days. */
export const inkPaints: Readonly<Record<InkColor, string>> = {
  ink: 'oklch(25% 0.02 70)',
  ochre: 'oklch(52% 0.115 72)',
  red: 'oklch(53% 0.165 28)',
  blue: 'oklch(51% 0.135 252)',
};

/** In thousandths of a panel's width. */
const widths: Readonly<Record<StrokeTool, Readonly<Record<InkWidth, number>>>> = {
  pen: { thin: 11, thick: 20 },
  marker: { thin: 42, thick: 76 },
  line: { thin: 9, thick: 17 },
  box: { thin: 9, thick: 17 },
};
const MARKER_OPACITY = 0.32;

/** How wide a stroke is, in thousandths of its frame's width. @param scale see `shapeOf`. */
export function strokeWidth({ tool, width }: Pick<Stroke, 'tool' | 'width'>, scale = 1): number {
  return widths[tool][width] * scale;
}

/** @param scale how wide a pen is beside that of a panel: on a sheet that fills the screen, less. */
export function shapeOf(stroke: Stroke, scale = 1): StrokeShape {
  const { tool, color, points } = stroke;
  const width = strokeWidth(stroke, scale);
  const paint = { color: inkPaints[color], opacity: tool === 'marker' ? MARKER_OPACITY : 1 };
  if (tool === 'line' || tool === 'box') {
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = points;
    const d =
      tool === 'line'
        ? `M${x1} ${y1}L${x2} ${y2}`
        : `M${x1} ${y1}L${x2} ${y1}L${x2} ${y2}L${x1} ${y2}Z`;
    return { ...paint, d, line: width };
  }
  return { ...paint, d: outlineOf(stroke, width), line: null };
}

/** The same of stored bytes, made once; undefined when they are no stroke. */
export function shapeOfInk(ink: Uint8Array, scale = 1): StrokeShape | undefined {
  const known = shapes.get(ink);
  if (known?.scale === scale) return known.shape;
  const stroke = decodeStroke(ink);
  const shape = stroke && shapeOf(stroke, scale);
  shapes.set(ink, { scale, shape });
  return shape;
}
const shapes = new WeakMap<Uint8Array, { scale: number; shape: StrokeShape | undefined }>();

function outlineOf({ tool, points, pressures }: Stroke, size: number): string {
  const pen = dense(points.map(([x, y], at) => [x, y, (pressures?.[at] ?? 0) / PRESSURE_MOST]));
  const outline = getStroke(pen, {
    size,
    last: true,
    smoothing: 0.5,
    // What was kept of it is smooth already: more would cut its corners.
    streamline: 0,
    simulatePressure: false,
    thinning: tool === 'pen' && pressures ? 0.6 : 0,
  });
  return smoothPath(outline);
}

/** Furthest from point to point, in thousandths: what was left out of a straight line, so that corners stay corners. */
const STEP = 10;
type PenPoint = [x: number, y: number, pressure: number];

function dense(points: readonly number[][]): PenPoint[] {
  return points.flatMap((point, at) => {
    const [x = 0, y = 0, pressure = 0] = point;
    const [fromX = x, fromY = y, from = pressure] = points[at - 1] ?? point;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / STEP));
    return Array.from({ length: steps }, (_, step): PenPoint => {
      const part = (step + 1) / steps;
      return [
        fromX + (x - fromX) * part,
        fromY + (y - fromY) * part,
        from + (pressure - from) * part,
      ];
    });
  });
}

/** Through the middles between its points, closed. */
function smoothPath(outline: readonly (readonly number[])[]): string {
  const at = (index: number): [number, number] => {
    const [x = 0, y = 0] = outline[index % outline.length] ?? [];
    return [x, y];
  };
  if (outline.length === 0) return '';
  const middle = (index: number): string => {
    const [[x1, y1], [x2, y2]] = [at(index), at(index + 1)];
    return `${short((x1 + x2) / 2)} ${short((y1 + y2) / 2)}`;
  };
  let d = `M${middle(0)}`;
  for (let index = 1; index <= outline.length; index += 1) {
    const [x, y] = at(index);
    d += `Q${short(x)} ${short(y)} ${middle(index)}`;
  }
  return `${d}Z`;
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10);
}
