/**
 * What a stand-in can draw: a few things, each in a few lines, as somebody would who says that they
 * cannot draw. Each lies in a box of one by one, the origin at its top left. Pure.
 */
export type Point = readonly [x: number, y: number];
/** One stroke of the pen: through these points, straight or as a curve. */
export type Pull = { readonly through: readonly Point[]; readonly accent?: true };

export const figureNames = [
  'phone',
  'person',
  'clock',
  'van',
  'house',
  'bubble',
  'list',
  'arrow',
  'smile',
  'check',
  'euro',
  'washer',
] as const;
export type FigureName = (typeof figureNames)[number];

const box = (x: number, y: number, w: number, h: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
  [x, y],
];
const circle = (x: number, y: number, r: number, from = 0, turn = 1): Point[] =>
  Array.from({ length: 19 }, (_, at): Point => {
    const angle = (from + (turn * at) / 18) * 2 * Math.PI;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
const pull = (...through: Point[]): Pull => ({ through });
const accent = (...through: Point[]): Pull => ({ through, accent: true });

export const figures: Readonly<Record<FigureName, readonly Pull[]>> = {
  phone: [
    pull(...box(0.25, 0, 0.5, 1)),
    pull([0.25, 0.14], [0.75, 0.14]),
    pull([0.25, 0.86], [0.75, 0.86]),
    pull(...circle(0.5, 0.93, 0.03)),
    accent(...box(0.32, 0.24, 0.36, 0.16)),
    pull([0.34, 0.52], [0.66, 0.52]),
    pull([0.34, 0.62], [0.6, 0.62]),
    pull([0.34, 0.72], [0.64, 0.72]),
  ],
  person: [
    pull(...circle(0.5, 0.17, 0.15)),
    pull([0.5, 0.32], [0.5, 0.68]),
    pull([0.22, 0.48], [0.5, 0.4], [0.78, 0.48]),
    pull([0.28, 1], [0.5, 0.68], [0.72, 1]),
    pull([0.43, 0.21], [0.5, 0.25], [0.57, 0.21]),
  ],
  clock: [
    pull(...circle(0.5, 0.5, 0.46)),
    accent([0.5, 0.5], [0.5, 0.2]),
    accent([0.5, 0.5], [0.72, 0.6]),
    pull([0.5, 0.06], [0.5, 0.12]),
    pull([0.94, 0.5], [0.88, 0.5]),
    pull([0.5, 0.94], [0.5, 0.88]),
    pull([0.06, 0.5], [0.12, 0.5]),
  ],
  van: [
    pull([0.02, 0.75], [0.02, 0.3], [0.62, 0.3], [0.62, 0.75]),
    pull([0.62, 0.42], [0.82, 0.42], [0.98, 0.6], [0.98, 0.75], [0.02, 0.75]),
    pull([0.67, 0.48], [0.79, 0.48], [0.88, 0.6], [0.67, 0.6], [0.67, 0.48]),
    pull(...circle(0.24, 0.78, 0.1)),
    pull(...circle(0.78, 0.78, 0.1)),
    accent([0.12, 0.45], [0.5, 0.45]),
  ],
  house: [
    pull([0.04, 0.45], [0.5, 0.06], [0.96, 0.45]),
    pull([0.14, 0.4], [0.14, 0.98], [0.86, 0.98], [0.86, 0.4]),
    accent([0.4, 0.98], [0.4, 0.62], [0.6, 0.62], [0.6, 0.98]),
    pull(...box(0.22, 0.5, 0.13, 0.16)),
    pull(...box(0.67, 0.5, 0.13, 0.16)),
  ],
  bubble: [
    pull(
      [0.3, 0.7],
      [0.1, 0.62],
      [0.04, 0.4],
      [0.16, 0.16],
      [0.5, 0.08],
      [0.84, 0.16],
      [0.96, 0.4],
      [0.88, 0.62],
      [0.6, 0.72],
      [0.42, 0.72],
      [0.22, 0.95],
      [0.3, 0.7],
    ),
    accent([0.24, 0.32], [0.76, 0.32]),
    pull([0.24, 0.46], [0.68, 0.46]),
  ],
  list: [
    pull(...box(0.02, 0.05, 0.1, 0.14)),
    accent([0.03, 0.12], [0.07, 0.18], [0.14, 0.02]),
    pull([0.22, 0.13], [0.94, 0.13]),
    pull(...box(0.02, 0.4, 0.1, 0.14)),
    pull([0.22, 0.48], [0.84, 0.48]),
    pull(...box(0.02, 0.75, 0.1, 0.14)),
    pull([0.22, 0.83], [0.9, 0.83]),
  ],
  arrow: [
    pull([0.02, 0.62], [0.3, 0.42], [0.62, 0.4], [0.96, 0.5]),
    pull([0.78, 0.34], [0.96, 0.5], [0.74, 0.62]),
  ],
  smile: [
    pull(...circle(0.5, 0.5, 0.46)),
    pull([0.36, 0.36], [0.37, 0.42]),
    pull([0.63, 0.36], [0.64, 0.42]),
    accent([0.26, 0.58], [0.38, 0.74], [0.5, 0.78], [0.62, 0.74], [0.74, 0.58]),
  ],
  check: [accent([0.08, 0.52], [0.38, 0.86], [0.94, 0.1])],
  euro: [
    pull(...circle(0.56, 0.5, 0.4, 0.12, 0.76)),
    accent([0.04, 0.42], [0.58, 0.42]),
    accent([0.04, 0.57], [0.54, 0.57]),
  ],
  washer: [
    pull(...box(0.08, 0.02, 0.84, 0.96)),
    pull([0.08, 0.2], [0.92, 0.2]),
    pull(...circle(0.5, 0.6, 0.28)),
    pull(...circle(0.5, 0.6, 0.19)),
    accent([0.33, 0.66], [0.42, 0.6], [0.52, 0.68], [0.66, 0.6]),
    pull(...circle(0.2, 0.11, 0.035)),
  ],
};
