/**
 * Draws the overview map: the things on a layer that is kept and painted anew at most once a second,
 * over it where the others point. Colours are the page's own tokens.
 */
import { onMap, type MapFit } from './map-geometry';
import type { Box, Point, Size } from './viewport';

export type MapScene = {
  readonly size: Size;
  readonly things: () => readonly { color: string; box: Box }[];
  readonly frames: () => readonly Box[];
  readonly others: readonly { at: Point; color: string }[];
  readonly fit: MapFit;
};

/** Smaller than this a thing would vanish. */
const LEAST_PX = 1.5;
const DOT_PX = 3;
const LAYER_EVERY_MS = 1_000;

export class MapPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #tokens: Readonly<Record<string, string>>;
  readonly #layer = document.createElement('canvas');
  #inks: { theme: string; colors: Readonly<Record<string, string>>; line: string } | undefined;
  #fit: MapFit | undefined;
  #isStale = true;
  #paintedAt = -Infinity;

  /** @param tokens the CSS custom property for each colour. */
  constructor(canvas: HTMLCanvasElement, tokens: Readonly<Record<string, string>>) {
    this.#canvas = canvas;
    this.#tokens = tokens;
  }

  /** Things changed, came or went. */
  forget(): void {
    this.#isStale = true;
  }

  /** @returns whether the things are as they are now; else draw again when the layer may be painted. */
  draw(scene: MapScene): boolean {
    const context = this.#canvas.getContext('2d');
    if (!context) return true;
    const { size, fit } = scene;
    const sharp = globalThis.devicePixelRatio || 1;
    for (const canvas of [this.#canvas, this.#layer]) fitPixels(canvas, size, sharp);
    const { color, backgroundColor } = getComputedStyle(this.#canvas);
    if (this.#inks?.theme !== backgroundColor + color) this.#isStale = true;
    const moved = this.#fit?.scale !== fit.scale || this.#fit.x !== fit.x || this.#fit.y !== fit.y;
    const mayPaint = performance.now() - this.#paintedAt > LAYER_EVERY_MS;
    if (moved || (this.#isStale && mayPaint)) this.#paintLayer(scene, sharp);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#layer, 0, 0);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.strokeStyle = color;
    context.lineWidth = 1;
    for (const other of scene.others) {
      const { x, y } = onMap(fit, { ...other.at, w: 0, h: 0 });
      context.beginPath();
      context.arc(x, y, DOT_PX, 0, 2 * Math.PI);
      context.fillStyle = this.#inks?.colors[other.color] ?? color;
      context.fill();
      context.stroke();
    }
    return !this.#isStale;
  }

  #paintLayer({ things, frames, fit, size }: MapScene, sharp: number): void {
    const context = this.#layer.getContext('2d');
    if (!context) return;
    const { colors, line } = this.#readInks();
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, size.w, size.h);
    context.strokeStyle = line;
    context.lineWidth = 1;
    for (const frame of frames()) {
      const { x, y, w, h } = onMap(fit, frame);
      context.strokeRect(x, y, w, h);
    }
    const all = things();
    context.lineWidth = 0.5;
    for (const color of Object.keys(this.#tokens)) {
      context.fillStyle = colors[color] ?? line;
      context.beginPath();
      let widest = 0;
      for (const thing of all) {
        if (thing.color !== color) continue;
        const { x, y, w, h } = onMap(fit, thing.box);
        context.rect(x, y, Math.max(LEAST_PX, w), Math.max(LEAST_PX, h));
        widest = Math.max(widest, w);
      }
      context.fill();
      // White on a white sheet would not show.
      if (widest > 6) context.stroke();
    }
    this.#fit = fit;
    this.#isStale = false;
    this.#paintedAt = performance.now();
  }

  /** Tokens hold light and dark in one: the page tells which it is. */
  #readInks(): { colors: Readonly<Record<string, string>>; line: string } {
    const { color, backgroundColor } = getComputedStyle(this.#canvas);
    const theme = backgroundColor + color;
    if (this.#inks?.theme === theme) return this.#inks;
    const probe = document.createElement('span');
    this.#canvas.after(probe);
    const ask = (token: string): string => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    const colors = Object.fromEntries(
      Object.entries(this.#tokens).map(([color, token]) => [color, ask(token)]),
    );
    this.#inks = { theme, colors, line: ask('--line-strong') };
    probe.remove();
    return this.#inks;
  }
}

function fitPixels(canvas: HTMLCanvasElement, { w, h }: Size, sharp: number): void {
  if (canvas.width === Math.round(w * sharp) && canvas.height === Math.round(h * sharp)) return;
  canvas.width = Math.round(w * sharp);
  canvas.height = Math.round(h * sharp);
}
