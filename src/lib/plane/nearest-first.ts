/** The order in which things come into view: from the middle of what is seen outwards. Pure. */
import type { Box } from './viewport';

export function nearestFirst(
  ids: readonly string[],
  boxes: { get(id: string): Box | undefined },
  seen: Box,
): string[] {
  const middle = { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 };
  const far = (id: string): number => {
    const box = boxes.get(id);
    if (!box) return Infinity;
    return Math.max(
      Math.abs(box.x + box.w / 2 - middle.x) / seen.w,
      Math.abs(box.y + box.h / 2 - middle.y) / seen.h,
    );
  };
  const away = new Map(ids.map((id) => [id, far(id)]));
  return [...ids].sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0));
}

/** The one that a reader of the rows meets first; undefined when there is none. */
export function firstOf(
  ids: readonly string[],
  boxes: { get(id: string): Box | undefined },
): string | undefined {
  let first: { id: string; box: Box } | undefined;
  for (const id of ids) {
    const box = boxes.get(id);
    if (!box) continue;
    const isSooner =
      !first || box.y < first.box.y || (box.y === first.box.y && box.x < first.box.x);
    if (isSooner) first = { id, box };
  }
  return first?.id;
}
