/** The order in which notes come into view: from the middle of what is seen outwards. Pure. */
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

/** The note that a reader of the rows meets first; null when there is none. */
export function firstOf(
  notes: readonly { readonly id: string; readonly place: { x: number; y: number } }[],
): string | null {
  let first = notes[0];
  for (const note of notes) {
    const { x, y } = note.place;
    if (first && (y < first.place.y || (y === first.place.y && x < first.place.x))) first = note;
  }
  return first?.id ?? null;
}
