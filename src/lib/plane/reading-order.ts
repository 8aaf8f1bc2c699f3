/**
 * The order in which a person reads a plane: rows from the top, each from the left, a frame with
 * what it holds as one. Tab, the arrows and the list view follow it, not the order of storage.
 */
import type { Box } from './viewport';

/** Sorts boxes into rows: what begins above the middle of a row's first box belongs to that row. */
export function inReadingOrder<T extends { readonly box: Box }>(items: readonly T[]): T[] {
  const byTop = [...items].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const ordered: T[] = [];
  let row: T[] = [];
  let rowEnds = -Infinity;
  const close = (): void => {
    ordered.push(...row.sort((a, b) => a.box.x - b.box.x));
    row = [];
  };
  for (const item of byTop) {
    if (item.box.y >= rowEnds) {
      close();
      rowEnds = item.box.y + Math.min(item.box.h, 152) / 2;
    }
    row.push(item);
  }
  close();
  return ordered;
}
