/**
 * Paints one frame on two canvases: what is there, and the stroke that is being drawn. A stroke that was
 * added is painted on top of the others; only when one is gone or lies between is everything painted
 * again. Made by the component that has the canvases; holds nothing of a document.
 */
import type { Stroke } from '#document/ink/stroke';
import { shapeOf, shapeOfInk, type StrokeShape } from './stroke-shape';

export type InkLayer = { readonly id: string; readonly ink: Uint8Array };

const THOUSAND = 1_000;
/** More than this nobody sees, and a phone would paint four times as much. */
const RATIO_MOST = 2;

export class InkCanvas {
  readonly #still: HTMLCanvasElement;
  readonly #live: HTMLCanvasElement;
  readonly #scale: number;
  #painted: readonly InkLayer[] = [];
  #width = 0;
  #liveFrame = 0;
  #next: (() => Stroke | undefined) | null = null;

  /** @param scale see `shapeOf`. */
  constructor(still: HTMLCanvasElement, live: HTMLCanvasElement, scale: number) {
    this.#still = still;
    this.#live = live;
    this.#scale = scale;
  }

  /** In CSS pixels. Paints again what was there. */
  resize(width: number, height: number): void {
    const ratio = Math.min(RATIO_MOST, devicePixelRatio || 1);
    this.#width = width;
    for (const canvas of [this.#still, this.#live]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const all = this.#painted;
    this.#painted = [];
    this.paint(all);
  }

  paint(layers: readonly InkLayer[]): void {
    const context = this.#still.getContext('2d');
    if (!context || this.#width === 0) {
      this.#painted = layers;
      return;
    }
    const before = this.#painted;
    const isAddedTo =
      layers.length >= before.length && before.every(({ id }, at) => layers[at]?.id === id);
    this.#ready(context, !isAddedTo);
    for (const { ink } of isAddedTo ? layers.slice(before.length) : layers) {
      const shape = shapeOfInk(ink, this.#scale);
      if (shape) fill(context, shape);
    }
    this.#painted = layers;
  }

  /** The stroke that is being drawn, asked for in the next frame of the screen; null: none. */
  live(stroke: (() => Stroke | undefined) | null): void {
    this.#next = stroke;
    if (stroke === null) this.#paintLive();
    else this.#liveFrame ||= requestAnimationFrame(() => this.#paintLive());
  }

  destroy(): void {
    cancelAnimationFrame(this.#liveFrame);
  }

  #paintLive(): void {
    cancelAnimationFrame(this.#liveFrame);
    this.#liveFrame = 0;
    const context = this.#live.getContext('2d');
    if (!context) return;
    this.#ready(context, true);
    const stroke = this.#next?.();
    if (stroke) fill(context, shapeOf(stroke, this.#scale));
  }

  #ready(context: CanvasRenderingContext2D, isCleared: boolean): void {
    const { canvas } = context;
    if (isCleared) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
    }
    const scale = canvas.width / THOUSAND;
    context.setTransform(scale, 0, 0, scale, 0, 0);
  }
}

function fill(context: CanvasRenderingContext2D, shape: StrokeShape): void {
  const path = new Path2D(shape.d);
  context.globalAlpha = shape.opacity;
  if (shape.line === null) {
    context.fillStyle = shape.color;
    context.fill(path);
    return;
  }
  context.strokeStyle = shape.color;
  context.lineWidth = shape.line;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(path);
}
