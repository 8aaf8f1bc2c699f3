/**
 * Where this browser looks at the plane: the viewport, the size of the screen part, and the moves of
 * buttons and keys. Gestures set the view themselves, frame by frame: what need not follow each frame
 * listens to `lately`.
 */
import { untrack } from 'svelte';
import {
  askedBox,
  fit,
  pan,
  reveal,
  SCALE_MAX,
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
/** Pixels of the screen around it that count as in view, so that nothing flickers at the edge. */
const MARGIN = 120;
/** The same for what is worth having at hand before it comes into view. */
const WIDE_MARGIN = 600;
/** How often `lately` is told of a view that moves; still for so long it counts as at rest. */
const LATELY_MS = 120;
/** Words that tell the scale are painted with the whole page: each so many times of `lately`. */
const TOLD_EVERY = 3;

export class Camera {
  #view = $state.raw<Viewport>({ x: INSETS.left, y: INSETS.top, scale: 1 });
  /** By itself, not derived: what is derived is looked at in each frame of a pan. */
  #scale = $state(1);
  #size = $state.raw<Size>({ w: 0, h: 0 });
  #gliding = $state(false);
  /** What the view was last fitted to, as long as nobody moved it since. */
  #fitted: Box | undefined;
  #placed = $state(false);
  #lately = $state.raw<Viewport>(this.#view);
  #stirring = $state(false);
  #restingScale = $state(1);
  #percent = $state(100);

  get view(): Viewport {
    return this.#view;
  }

  set view(next: Viewport) {
    this.#placed = true;
    this.#gliding = false;
    this.#fitted = undefined;
    this.#place(next);
    this.#stir();
  }

  /** Of the view; who needs no more of it has nothing to do while it pans. */
  get scale(): number {
    return this.#scale;
  }

  /** The view as it is at rest, and now and then while it moves. */
  get lately(): Viewport {
    return this.#lately;
  }

  /** It was moved a moment ago. */
  get stirring(): boolean {
    return this.#stirring;
  }

  /** The scale as it is told in words, in whole per cents. */
  get percent(): number {
    return this.#percent;
  }

  /** The scale as it was when it last rested. */
  get restingScale(): number {
    return this.#restingScale;
  }

  /** It comes closer or goes further away now. */
  get zooming(): boolean {
    return this.#scale !== this.#restingScale;
  }

  #stir(): void {
    if (untrack(() => this.#stirring)) return;
    this.#stirring = true;
    let ticks = 0;
    const look = (): void => {
      const isStill = this.#lately === this.#view;
      this.#lately = this.#view;
      if (isStill || ++ticks % TOLD_EVERY === 0) this.#tellScale();
      if (!isStill) {
        setTimeout(look, LATELY_MS);
        return;
      }
      this.#restingScale = this.#view.scale;
      this.#stirring = false;
    };
    setTimeout(look, LATELY_MS);
  }

  #place(next: Viewport): void {
    this.#view = next;
    this.#scale = next.scale;
  }

  #settle(next: Viewport): void {
    this.#place(next);
    this.#lately = next;
    this.#restingScale = next.scale;
    this.#tellScale();
  }

  #tellScale(): void {
    this.#percent = Math.round(this.#view.scale * 100);
  }

  get size(): Size {
    return this.#size;
  }

  set size(next: Size) {
    if (next.w === this.#size.w && next.h === this.#size.h) return;
    this.#size = next;
    // A panel came or went: who saw everything goes on seeing everything.
    if (this.#fitted && next.w > 0) this.#settle(fit(this.#fitted, next, INSETS));
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

  #asked: Box | undefined;
  /**
   * The part of the world that counts as in view: the same one until the view comes near its edge, so
   * that a pan or zoom of some pixels asks for the same things and draws nothing again.
   */
  readonly inView: Box = $derived.by(() => {
    this.#asked = askedBox(this.#asked, this.#lately, this.#size, MARGIN);
    return this.#asked;
  });

  #askedAround: Box | undefined;
  /** The same with more around it. */
  readonly around: Box = $derived.by(() => {
    this.#askedAround = askedBox(this.#askedAround, this.#lately, this.#size, WIDE_MARGIN);
    return this.#askedAround;
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
    else this.#settle(next);
    this.#placed = true;
    this.#fitted = content;
  }

  /** What is in view, without any margin. */
  get seen(): Box {
    return visibleWorld(this.#view, this.#size);
  }

  get seenLately(): Box {
    return visibleWorld(this.#lately, this.#size);
  }

  /** Looks at just this part of the world, as whoever sees it does; larger than 100 % where they do. */
  lookAt(box: Box): void {
    if (this.#size.w === 0) return;
    const none = { top: 0, right: 0, bottom: 0, left: 0 };
    this.#glide(fit(box, this.#size, none, SCALE_MAX));
  }

  /** Looks at a thing at 100 %, in the middle. */
  approach(box: Box): void {
    if (this.#size.w > 0) this.#glide(fit(box, this.#size, INSETS));
  }

  /** Pans as little as needed to have a thing in view, clear of the bars. */
  show(box: Box): void {
    if (this.#size.w === 0) return;
    const next = reveal(this.#view, box, this.#size, INSETS);
    if (next !== this.#view) this.#glide(next);
  }

  #glide(next: Viewport): void {
    this.#placed = true;
    this.#gliding = true;
    this.#fitted = undefined;
    this.#settle(next);
  }
}
