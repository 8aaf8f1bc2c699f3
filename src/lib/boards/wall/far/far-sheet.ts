/**
 * The whole wall on one coarse canvas, for who zooms out: painted while the hand rests, so that something
 * is there at once and nothing is painted under a moving hand. It lies above the notes, not between them
 * and the ground: two large layers cost each frame twice of what one does. It may be a moment old; at rest
 * it is not seen.
 */
import { paintBare } from './bare-painter';
import type { BareSource } from './bare-sheet';
import type { Box } from '$lib/plane/viewport';

const MOST_PIXELS = 1_000_000;
/** Pixels per unit; more would not be seen under a moving hand. */
const MOST_SHARP = 0.5;
/** Dots and stacks reach out of their notes. */
const REACH = 64;

/** As bitmaps: a canvas that is drawn on is copied in each frame in which it moves. */
export type FarCanvases = {
  /** Shows all. */
  readonly whole: HTMLCanvasElement;
  /** Shows all but what is drawn sharply. */
  readonly around: HTMLCanvasElement;
};

export class FarSheet {
  readonly #canvases: FarCanvases;
  readonly #source: BareSource;
  #painted: { canvas: OffscreenCanvas; area: Box; scale: number } | undefined;

  constructor(canvases: FarCanvases, source: BareSource) {
    this.#canvases = canvases;
    this.#source = source;
  }

  get isPainted(): boolean {
    return this.#painted !== undefined;
  }

  /** @param bounds of all that lies on the wall. */
  paint(bounds: Box): void {
    const area = {
      ...{ x: bounds.x - REACH, y: bounds.y - REACH },
      ...{ w: bounds.w + 2 * REACH, h: bounds.h + 2 * REACH },
    };
    const scale = Math.min(MOST_SHARP, Math.sqrt(MOST_PIXELS / (area.w * area.h)));
    const canvas = new OffscreenCanvas(Math.ceil(area.w * scale), Math.ceil(area.h * scale));
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return;
    const inks = this.#source.inks();
    context.fillStyle = inks.wall;
    context.fillRect(0, 0, canvas.width, canvas.height);
    place(context, area, scale);
    paintBare(context, this.#source.sceneIn(area), { inks, scale, quick: true });
    this.#painted = { canvas, area, scale };
    this.#show('whole', undefined);
  }

  /** @param hole what is drawn sharply beneath. */
  cut(hole: Box): void {
    this.#show('around', hole);
  }

  #show(which: keyof FarCanvases, hole: Box | undefined): void {
    if (!this.#painted) return;
    const { canvas, area, scale } = this.#painted;
    // What is handed over is gone, and the sheet itself is needed for further holes.
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const alpha = hole !== undefined;
    const context = copy.getContext('2d', { alpha });
    if (!context) return;
    context.drawImage(canvas, 0, 0);
    place(context, area, scale);
    if (hole) context.clearRect(hole.x, hole.y, hole.w, hole.h);
    const shown = this.#canvases[which];
    shown.width = copy.width;
    shown.height = copy.height;
    shown.style.transform = `translate(${area.x}px, ${area.y}px) scale(${1 / scale})`;
    const bitmap = copy.transferToImageBitmap();
    shown.getContext('bitmaprenderer', { alpha })?.transferFromImageBitmap(bitmap);
  }
}

function place(context: OffscreenCanvasRenderingContext2D, { x, y }: Box, scale: number): void {
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
}
