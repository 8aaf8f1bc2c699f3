/**
 * The canvas behind the notes: a sheet of the plane somewhat larger than the view, which moves and
 * scales with the plane for nothing. It is painted anew when the view leaves it or has come much
 * closer, and sharp once the hand rests; a note that changes is painted over by itself.
 */
import { nextFrame } from '$lib/room/next-frame';
import { paintBare, type BareInks, type BareScene } from './bare-painter';
import {
  askedBox,
  boundsOf,
  contains,
  overlaps,
  visibleWorld,
  type Box,
  type Size,
  type Viewport,
} from '$lib/plane/viewport';

export type BareSource = {
  /** What is to be drawn in a part of the plane, in the order of drawing. */
  sceneIn(area: Box): BareScene;
  /** Where a note is drawn now; undefined for one that is not. */
  boxOf(id: string): Box | undefined;
  inks(): BareInks;
};

/** Pixels of the screen around the view. Under a moving hand there is more of it, more coarsely. */
const MARGIN = { moving: 800, still: 300 } as const;
const MOST_PIXELS = { moving: 600_000, still: 6_000_000 } as const;
/** Painted anew under a moving hand when pixels have become this much larger. */
const STRETCH = 2.5;
/** More changes than this in one frame: all is painted anew. */
const MOST_PATCHES = 300;
/** Marks and dots reach this far out of a note. */
const REACH = 64;

type Sheet = { area: Box; scale: number; pixels: number; quick: boolean };

export class BareSheet {
  readonly #canvas: HTMLCanvasElement;
  readonly #source: BareSource;
  readonly #frame = nextFrame(() => this.#paint());
  #inks: BareInks | undefined;
  #view: Viewport = { x: 0, y: 0, scale: 1 };
  #screen: Size = { w: 0, h: 0 };
  #resting = true;
  #sheet: Sheet | undefined;
  #isWhole = true;
  readonly #painted = new Map<string, Box>();
  #patches: Box[] = [];
  readonly #touched = new Set<string>();

  constructor(canvas: HTMLCanvasElement, source: BareSource) {
    this.#canvas = canvas;
    this.#source = source;
  }

  /**
   * Where one looks now. @param how `resting`: the hand is still; `covered`: something else is drawn where
   * this sheet does not reach, so that nothing need be painted before the hand rests.
   */
  look(view: Viewport, screen: Size, how: { resting: boolean; covered: boolean }): void {
    this.#view = view;
    this.#screen = screen;
    this.#resting = how.resting;
    if (this.#isStale() && !(how.covered && !how.resting)) this.repaint();
  }

  /** What it shows is no longer kept up to date: it is not to be seen before it is painted anew. */
  forget(): void {
    this.#sheet = undefined;
    this.#frame.cancel();
    this.#canvas.style.visibility = 'hidden';
  }

  /** The part of the plane that is drawn. */
  get area(): Box | undefined {
    return this.#sheet?.area;
  }

  repaint(): void {
    this.#isWhole = true;
    this.#frame.ask();
  }

  /** The colours changed. */
  refresh(): void {
    this.#inks = undefined;
    this.repaint();
  }

  /** These notes changed, came or went. */
  touch(ids: Iterable<string>): void {
    for (const id of ids) {
      for (const box of [this.#painted.get(id), this.#source.boxOf(id)]) {
        if (box) this.#patches.push(box);
      }
      this.#touched.add(id);
    }
    this.#frame.ask();
  }

  stop(): void {
    this.#frame.cancel();
  }

  #isStale(): boolean {
    const sheet = this.#sheet;
    if (!sheet) return true;
    const closer = this.#view.scale / sheet.scale;
    if (!this.#resting) {
      return closer > STRETCH || !contains(sheet.area, visibleWorld(this.#view, this.#screen));
    }
    if (sheet.quick || closer !== 1) return true;
    return askedBox(sheet.area, this.#view, this.#screen, MARGIN.still) !== sheet.area;
  }

  #paint(): void {
    const context = this.#canvas.getContext('2d');
    if (!context || this.#screen.w === 0) return;
    this.#inks ??= this.#source.inks();
    if (this.#isWhole || this.#patches.length > MOST_PATCHES) this.#paintAll(context);
    else if (this.#sheet) this.#paintPatches(context, this.#sheet);
    this.#isWhole = false;
    this.#patches = [];
    this.#touched.clear();
  }

  #paintAll(context: CanvasRenderingContext2D): void {
    const { scale } = this.#view;
    const pace = this.#resting ? 'still' : 'moving';
    const area = visibleWorld(this.#view, this.#screen, MARGIN[pace]);
    const wanted = scale * (globalThis.devicePixelRatio || 1);
    const pixels = Math.min(wanted, Math.sqrt(MOST_PIXELS[pace] / (area.w * area.h)));
    const sheet = { area, scale, pixels, quick: !this.#resting };
    this.#sheet = sheet;
    const canvas = this.#canvas;
    const size = { w: Math.ceil(area.w * pixels), h: Math.ceil(area.h * pixels) };
    if (canvas.width !== size.w || canvas.height !== size.h) {
      canvas.width = size.w;
      canvas.height = size.h;
    }
    canvas.style.visibility = '';
    canvas.style.transform = `translate(${area.x}px, ${area.y}px) scale(${1 / pixels})`;
    this.#painted.clear();
    this.#place(context, sheet);
    context.clearRect(area.x, area.y, area.w, area.h);
    this.#draw(context, area, sheet);
  }

  #paintPatches(context: CanvasRenderingContext2D, sheet: Sheet): void {
    this.#place(context, sheet);
    for (const patch of joined(this.#patches, sheet.area)) {
      context.save();
      context.beginPath();
      context.rect(patch.x, patch.y, patch.w, patch.h);
      context.clip();
      context.clearRect(patch.x, patch.y, patch.w, patch.h);
      this.#draw(context, patch, sheet);
      context.restore();
    }
    this.#forgetGone();
  }

  #place(context: CanvasRenderingContext2D, { area, pixels }: Sheet): void {
    context.setTransform(pixels, 0, 0, pixels, -area.x * pixels, -area.y * pixels);
  }

  #draw(context: CanvasRenderingContext2D, area: Box, { scale, quick }: Sheet): void {
    const scene = this.#source.sceneIn(area);
    for (const { id, box } of scene.notes) this.#painted.set(id, box);
    if (this.#inks) paintBare(context, scene, { inks: this.#inks, scale, quick });
  }

  #forgetGone(): void {
    for (const id of this.#touched) {
      if (!this.#source.boxOf(id)) this.#painted.delete(id);
    }
  }
}

/** The patches with their reach, within the sheet; those that touch each other as one. */
export function joined(patches: readonly Box[], within: Box): Box[] {
  const apart: Box[] = [];
  for (const { x, y, w, h } of patches) {
    let box = { x: x - REACH, y: y - REACH, w: w + 2 * REACH, h: h + 2 * REACH };
    if (!overlaps(box, within)) continue;
    for (let at = apart.length - 1; at >= 0; at--) {
      const other = apart[at];
      if (!other || !overlaps(other, box)) continue;
      box = boundsOf([other, box]) ?? box;
      apart.splice(at, 1);
    }
    apart.push(box);
  }
  return apart;
}
