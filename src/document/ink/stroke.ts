/**
 * What one stroke of a pen is, wherever it is drawn: its tool, colour and width, and the points it went
 * through. Knows no screen and no document. A place is in thousandths of the frame's width, both ways,
 * so a drawing keeps its shape at every size.
 */

export const strokeTools = ['pen', 'marker', 'line', 'box'] as const;
/** `line` goes from its first point to its second; `box` has them as opposite corners. */
export type StrokeTool = (typeof strokeTools)[number];

export const inkColors = ['ink', 'ochre', 'red', 'blue'] as const;
export type InkColor = (typeof inkColors)[number];

export const inkWidths = ['thin', 'thick'] as const;
export type InkWidth = (typeof inkWidths)[number];

/** Whole thousandths of the frame's width. The frame begins at [0, 0]; a pen may leave it. */
export type InkPoint = readonly [x: number, y: number];

export type Stroke = {
  readonly tool: StrokeTool;
  readonly color: InkColor;
  readonly width: InkWidth;
  /** One for a dot; two for a line or box. */
  readonly points: readonly InkPoint[];
  /** How hard the pen was pressed at each point, 0 to 255; null where the device does not tell. */
  readonly pressures: readonly number[] | null;
};

/** Furthest from the frame's corner that is kept: two frames beyond a tall one. */
export const INK_EDGE = 4_000;
export const PRESSURE_MOST = 255;
/** Bytes of a stored stroke. Two seconds of the fastest pen take a quarter of it; see `ink.ts`. */
export const STROKE_BYTES = 8_192;

/** Whether a tool has two points and no pressure. */
export function isShape(tool: StrokeTool): boolean {
  return tool === 'line' || tool === 'box';
}
