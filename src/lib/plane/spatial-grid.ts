/**
 * Which boxes lie in a part of the plane, without looking at all of them. The board asks it which
 * things are in view; a change of one touches only the cells it left and entered.
 */
import { overlaps, type Box } from './viewport';

/** Some 500 units: a screen at 100 % spans some twenty cells. */
const CELL = 512;

type Span = { left: number; top: number; right: number; bottom: number };

const spanOf = (box: Box): Span => ({
  left: Math.floor(box.x / CELL),
  top: Math.floor(box.y / CELL),
  right: Math.floor((box.x + box.w) / CELL),
  bottom: Math.floor((box.y + box.h) / CELL),
});

export class SpatialGrid {
  readonly #boxes = new Map<string, Box>();
  readonly #cells = new Map<string, Set<string>>();

  get size(): number {
    return this.#boxes.size;
  }

  get(id: string): Box | undefined {
    return this.#boxes.get(id);
  }

  /** Puts or moves one box. @returns whether that changed anything. */
  set(id: string, box: Box): boolean {
    const before = this.#boxes.get(id);
    if (before?.x === box.x && before.y === box.y && before.w === box.w && before.h === box.h) {
      return false;
    }
    if (before) this.#leave(id, before);
    this.#boxes.set(id, box);
    this.#each(spanOf(box), (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.add(id);
      else this.#cells.set(key, new Set([id]));
    });
    return true;
  }

  remove(id: string): void {
    const before = this.#boxes.get(id);
    if (!before) return;
    this.#leave(id, before);
    this.#boxes.delete(id);
  }

  /** Takes over a whole set: what is not in it is removed. */
  replace(boxes: Iterable<readonly [string, Box]> & { has(id: string): boolean }): void {
    for (const id of [...this.#boxes.keys()]) if (!boxes.has(id)) this.remove(id);
    for (const [id, box] of boxes) this.set(id, box);
  }

  clear(): void {
    this.#boxes.clear();
    this.#cells.clear();
  }

  box(id: string): Box | undefined {
    return this.#boxes.get(id);
  }

  /** Ids of the boxes that touch `area`, in no particular order. */
  within(area: Box): string[] {
    const found = new Set<string>();
    const span = spanOf(area);
    const cellsAsked = (span.right - span.left + 1) * (span.bottom - span.top + 1);
    const take = (id: string): void => {
      const box = this.#boxes.get(id);
      if (box && overlaps(box, area)) found.add(id);
    };
    // Far zoomed out there are more empty cells to ask than boxes to look at.
    if (cellsAsked > this.#cells.size) for (const id of this.#boxes.keys()) take(id);
    else this.#each(span, (key) => this.#cells.get(key)?.forEach(take));
    return [...found];
  }

  #leave(id: string, box: Box): void {
    this.#each(spanOf(box), (key) => {
      const cell = this.#cells.get(key);
      cell?.delete(id);
      if (cell?.size === 0) this.#cells.delete(key);
    });
  }

  #each(span: Span, visit: (key: string) => void): void {
    for (let row = span.top; row <= span.bottom; row++) {
      for (let column = span.left; column <= span.right; column++) visit(`${column},${row}`);
    }
  }
}
