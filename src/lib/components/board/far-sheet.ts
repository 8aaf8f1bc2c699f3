/**
 * The whole wall on one coarse canvas, beneath what is drawn sharply: painted while the hand rests, so
 * that who zooms out finds something there at once and nothing is painted under a moving hand. It may be
 * a moment old; at rest what is in view is drawn anew above it.
 */
import { paintBare } from './bare-painter';
import type { BareSource } from './bare-sheet';
import type { Box } from './viewport';

const MOST_PIXELS = 300_000;
/** Pixels per unit; more would not be seen under a moving hand. */
const MOST_SHARP = 0.5;
/** Dots and stacks reach out of their notes. */
const REACH = 64;

export class FarSheet {
  readonly #canvas: HTMLCanvasElement;
  readonly #source: BareSource;
  #isPainted = false;

  constructor(canvas: HTMLCanvasElement, source: BareSource) {
    this.#canvas = canvas;
    this.#source = source;
  }

  get isPainted(): boolean {
    return this.#isPainted;
  }

  /** @param bounds of all that lies on the wall. */
  paint(bounds: Box): void {
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const area = {
      ...{ x: bounds.x - REACH, y: bounds.y - REACH },
      ...{ w: bounds.w + 2 * REACH, h: bounds.h + 2 * REACH },
    };
    const scale = Math.min(MOST_SHARP, Math.sqrt(MOST_PIXELS / (area.w * area.h)));
    this.#canvas.width = Math.ceil(area.w * scale);
    this.#canvas.height = Math.ceil(area.h * scale);
    this.#canvas.style.transform = `translate(${area.x}px, ${area.y}px) scale(${1 / scale})`;
    context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
    paintBare(context, this.#source.sceneIn(area), {
      ...{ inks: this.#source.inks(), scale, quick: true },
    });
    this.#isPainted = true;
  }
}
