/** The view moves on while something is held at its edge, faster the nearer to it. */
import type { Point, Size } from './viewport';

/** How near to the edge it begins, and how far it goes in a frame of 60 at the very edge. */
const RIM_PX = 48;
const FASTEST_PX = 16;
const FRAME_MS = 1000 / 60;

function push(at: number, length: number): number {
  const near = at < RIM_PX ? at - RIM_PX : Math.max(0, at - (length - RIM_PX));
  return Math.max(-1, Math.min(1, near / RIM_PX)) * FASTEST_PX;
}

/** @returns how far the hand wants to look further in one frame, in screen pixels; nothing in a tiny view. */
export function edgePush(at: Point, { w, h }: Size): Point {
  return {
    x: w > 4 * RIM_PX ? push(at.x, w) : 0,
    y: h > 4 * RIM_PX ? push(at.y, h) : 0,
  };
}

/** Runs frame by frame between `at` and `stop`. `move` is told how far to look further. */
export class AutoPan {
  readonly #move: (by: Point) => void;
  #frame = 0;
  #last = 0;
  #push: Point = { x: 0, y: 0 };

  constructor(move: (by: Point) => void) {
    this.#move = move;
  }

  at(point: Point, size: Size): void {
    this.#push = edgePush(point, size);
    const still = this.#push.x === 0 && this.#push.y === 0;
    if (still) this.stop();
    else if (this.#frame === 0) {
      this.#last = performance.now();
      this.#frame = requestAnimationFrame(this.#step);
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = (now: number): void => {
    const frames = Math.min(4, Math.max(0, now - this.#last) / FRAME_MS);
    this.#last = now;
    this.#frame = requestAnimationFrame(this.#step);
    this.#move({ x: this.#push.x * frames, y: this.#push.y * frames });
  };
}
