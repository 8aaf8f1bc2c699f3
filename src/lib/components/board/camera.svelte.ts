/**
 * Where this browser looks at the plane: the viewport, the size of the screen part, and the moves of
 * buttons and keys. Gestures set the view themselves, frame by frame.
 */
import {
  fit,
  pan,
  reveal,
  visibleWorld,
  zoomAround,
  type Box,
  type Insets,
  type Point,
  type Size,
  type Viewport,
} from './viewport';

/** Room for the tool bar below, the hint above, and a breath at the sides. */
const INSETS: Insets = { top: 56, right: 32, bottom: 96, left: 32 };
/** Notes this far outside the screen stay mounted, so that none flickers at the edge. */
const MARGIN = 320;

export class Camera {
  #view = $state.raw<Viewport>({ x: INSETS.left, y: INSETS.top, scale: 1 });
  #size = $state.raw<Size>({ w: 0, h: 0 });
  #gliding = $state(false);
  /** What the view was last fitted to, as long as nobody moved it since. */
  #fitted: Box | undefined;
  #placed = $state(false);

  get view(): Viewport {
    return this.#view;
  }

  set view(next: Viewport) {
    this.#placed = true;
    this.#gliding = false;
    this.#fitted = undefined;
    this.#view = next;
  }

  get size(): Size {
    return this.#size;
  }

  set size(next: Size) {
    if (next.w === this.#size.w && next.h === this.#size.h) return;
    this.#size = next;
    // A panel came or went: who saw everything goes on seeing everything.
    if (this.#fitted && next.w > 0) this.#view = fit(this.#fitted, next, INSETS);
  }

  /** The plane eases to its place: after a button, never under a finger. */
  get gliding(): boolean {
    return this.#gliding;
  }

  /** Whether the person, or a first fit, has already chosen a view. */
  get placed(): boolean {
    return this.#placed;
  }

  get middle(): Point {
    return { x: this.#size.w / 2, y: this.#size.h / 2 };
  }

  readonly #wanted = $derived(visibleWorld(this.#view, this.#size, MARGIN));
  /** Snapped to half the margin: a pan of a few pixels asks for the same notes and re-renders nothing. */
  readonly #snapped = $derived.by(() => {
    const step = MARGIN / 2 / this.#view.scale;
    const { x, y, w, h } = this.#wanted;
    const left = Math.floor(x / step);
    const top = Math.floor(y / step);
    return `${left},${top},${Math.ceil((x + w) / step) - left},${Math.ceil((y + h) / step) - top},${step}`;
  });

  /** The part of the world whose notes are worth mounting. */
  readonly inView: Box = $derived.by(() => {
    const [left, top, across, down, step] = this.#snapped.split(',').map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { x: left * step, y: top * step, w: across * step, h: down * step };
  });

  zoom(factor: number, around: Point = this.middle): void {
    this.#glide(zoomAround(this.#view, around, factor));
  }

  zoomFull(): void {
    this.#glide(zoomAround(this.#view, this.middle, 1 / this.#view.scale));
  }

  panBy(by: Point): void {
    this.view = pan(this.#view, by);
  }

  /** Keeps the view as it is from now on. */
  stay(): void {
    this.#placed = true;
    this.#fitted = undefined;
  }

  /** Shows all of `content`; at once the first time, gliding later. */
  fit(content: Box | undefined): void {
    if (!content || this.#size.w === 0) return;
    const next = fit(content, this.#size, INSETS);
    if (this.#placed) this.#glide(next);
    else this.view = next;
    this.#fitted = content;
  }

  /** Pans as little as needed to have a note in view, clear of the bars. */
  show(box: Box): void {
    if (this.#size.w === 0) return;
    const next = reveal(this.#view, box, this.#size, INSETS);
    if (next !== this.#view) this.#glide(next);
  }

  #glide(next: Viewport): void {
    this.#placed = true;
    this.#gliding = true;
    this.#fitted = undefined;
    this.#view = next;
  }
}
