/**
 * Draws many notes as plain rectangles on one canvas: paper, words when they can be read or a hint of
 * them, dots as size, what is selected or found. Knows no elements and no board; `BareNotes.svelte`
 * tells it what there is.
 */
import { LINE_HEIGHT } from '$lib/boards/wall/notes/fit-text';
import type { Box } from '$lib/plane/viewport';

export type BareNote = {
  readonly id: string;
  readonly box: Box;
  readonly color: string;
  readonly text: string;
  /** Sheets that peep out under it. */
  readonly beneath: number;
  /** Dots of the result; 0 for none. */
  readonly dots: number;
  readonly mark: 'selected' | 'chosen' | null;
  readonly dimmed: boolean;
};
export type BareGroup = { readonly box: Box; readonly label: string };

/** Colours as the canvas takes them, resolved from the tokens. */
export type BareInks = {
  readonly paper: Readonly<Record<string, string>>;
  readonly edge: Readonly<Record<string, string>>;
  readonly ink: string;
  readonly day: string;
  readonly dotInk: string;
  readonly wash: string;
  readonly wall: string;
  readonly onWall: string;
  readonly font: string;
  readonly title: string;
};
/** Of a canvas on the page or off it. */
export type Ink = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type TextOnPaper = { readonly size: number; readonly lines: readonly string[] };

export type BareScene = {
  readonly groups: readonly BareGroup[];
  readonly notes: readonly BareNote[];
  /** Most dots that a note has. */
  readonly mostDots: number;
  readonly textOf: (text: string) => TextOnPaper;
};

const PADDING = 14;
/** Below this size on the screen letters are drawn as a hint only, and below the next not at all. */
const READABLE_PX = 6;
const HINT_PX = 1.6;
const MARKS = { selected: 2, chosen: 3 } as const;

/**
 * @param context transformed so that it takes the plane's units. @param scale pixels of the screen per unit.
 * @param quick under a moving hand: no letters, hints at most.
 */
export function paintBare(
  context: Ink,
  { groups, notes, mostDots, textOf }: BareScene,
  { inks, scale, quick }: { inks: BareInks; scale: number; quick: boolean },
): void {
  for (const group of groups) paintGroup(context, group, inks, scale);
  paintPapers(context, notes, inks, scale);
  context.textBaseline = 'alphabetic';
  const letters = !quick && 16 * scale >= READABLE_PX;
  if (letters || 13 * scale >= HINT_PX * 2) {
    for (const note of notes) paintWords(context, note, { inks, textOf, letters });
  }
  for (const note of notes) {
    if (note.dots > 0) paintDots(context, note, { inks, scale, most: mostDots });
    if (note.mark) paintMark(context, note.box, inks.day, MARKS[note.mark] / Math.min(1, scale));
  }
}

function paintGroup(context: Ink, { box, label }: BareGroup, inks: BareInks, scale: number): void {
  context.fillStyle = inks.wash;
  context.fillRect(box.x, box.y, box.w, box.h);
  context.strokeStyle = inks.day;
  context.lineWidth = 1 / scale;
  context.strokeRect(box.x, box.y, box.w, box.h);
  const size = Math.max(19, 11 / scale);
  if (label === '' || size > 80) return;
  context.fillStyle = inks.onWall;
  context.font = `650 ${size}px ${inks.title}`;
  context.fillText(label, box.x + 16, box.y + size * 0.35, box.w - 32);
}

/** In the order given. Far out, where no note is larger than a fingernail, colour by colour: much faster. */
function paintPapers(
  context: Ink,
  notes: readonly BareNote[],
  inks: BareInks,
  scale: number,
): void {
  const far = scale < 0.3;
  const byColor = new Map<string, Box[]>();
  for (const { box, color, beneath, dimmed } of notes) {
    if (far && !dimmed) {
      const boxes = byColor.get(color);
      if (boxes) boxes.push(box);
      else byColor.set(color, [box]);
      continue;
    }
    context.globalAlpha = dimmed ? 0.55 : 1;
    if (beneath > 0) {
      context.fillStyle = inks.edge[color] ?? inks.ink;
      context.fillRect(box.x + 5, box.y + 5, box.w - 1, box.h - 1);
    }
    context.fillStyle = inks.paper[color] ?? inks.ink;
    context.fillRect(box.x, box.y, box.w, box.h);
    context.globalAlpha = 1;
  }
  for (const [color, boxes] of byColor) {
    context.fillStyle = inks.paper[color] ?? inks.ink;
    context.beginPath();
    for (const box of boxes) context.rect(box.x, box.y, box.w, box.h);
    context.fill();
  }
}

function paintWords(
  context: Ink,
  { box, text }: BareNote,
  { inks, textOf, letters }: { inks: BareInks; textOf: BareScene['textOf']; letters: boolean },
): void {
  if (text === '') return;
  const { size, lines } = textOf(text);
  context.fillStyle = inks.ink;
  if (letters) context.font = `500 ${size}px ${inks.font}`;
  else context.globalAlpha = 0.45;
  const step = size * LINE_HEIGHT;
  lines.forEach((line, at) => {
    const top = box.y + PADDING + at * step;
    if (top + step > box.y + box.h) return;
    if (letters) context.fillText(line, box.x + PADDING, top + size * 1.02);
    else {
      const w = Math.min(box.w - 2 * PADDING, line.length * size * 0.5);
      context.fillRect(box.x + PADDING, top + size * 0.35, w, size * 0.5);
    }
  });
  context.globalAlpha = 1;
}

function paintDots(
  context: Ink,
  { box, dots }: BareNote,
  { inks, scale, most }: { inks: BareInks; scale: number; most: number },
): void {
  // The area follows the count; never smaller than can be seen.
  const radius = Math.max(22 + 38 * Math.sqrt(dots / Math.max(1, most)), 5 / scale);
  const x = box.x + box.w - 12;
  const y = box.y + box.h - 12;
  context.fillStyle = inks.day;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  if (radius * scale < 7) return;
  context.fillStyle = inks.dotInk;
  context.font = `700 ${radius}px ${inks.font}`;
  context.textAlign = 'center';
  context.fillText(String(dots), x, y + radius * 0.36);
  context.textAlign = 'start';
}

function paintMark(context: Ink, box: Box, color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.strokeRect(box.x - width, box.y - width, box.w + 2 * width, box.h + 2 * width);
}
