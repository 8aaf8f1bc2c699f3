/**
 * Room for groups on the wall: no group lies over another, and no loose note in a group's box seems
 * to be in a group that it is not in. Called inside the step of undo of what made the room needed.
 */
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import type { Board } from '$lib/boards/wall/board.svelte';
import { freeNear, makeRoom } from '#document/make-room';
import { overlaps, type Box } from '$lib/plane/viewport';

const GAP = 2 * NOTE_GAP;
/** Half a note at a time, whatever the size of the group: it stays as near as it can. */
const STEP = { x: (NOTE_WIDTH + NOTE_GAP) / 2, y: (NOTE_HEIGHT + NOTE_GAP) / 2 };

/** @returns the box, moved to the nearest place where it covers no other group than `groupId`. */
export function freeOfGroups(board: Board, box: Box, groupId: string | null): Box {
  return { ...box, ...freeNear(box, { taken: othersOf(board, groupId), gap: GAP, step: STEP }) };
}

/**
 * Clears the box that a group now takes: groups under it go to the nearest free place, then loose
 * notes step aside from it and from the groups that moved.
 * @param inside notes on their way into the group.
 */
export function clearFor(
  board: Board,
  { over, groupId, inside }: { over: Box; groupId: string; inside: readonly string[] },
): void {
  const boxes = new Map(board.wall.groups.map(({ id, box }) => [id, box] as const));
  boxes.set(groupId, over);
  const claimed = [over];
  for (const [id, box] of boxes) {
    if (id === groupId || !overlaps(box, over)) continue;
    const taken = [...boxes].flatMap(([other, at]) => (other === id ? [] : [at]));
    const at = freeNear(box, { taken, gap: GAP, step: STEP });
    board.wall.shiftGroup(id, { from: [box.x, box.y], at: [at.x, at.y] });
    boxes.set(id, { ...box, ...at });
    claimed.push({ ...box, ...at });
  }
  const fixed = [...boxes.values()];
  const aside = new Map<string, Box>();
  for (const over of claimed) stepAside(board, { over, fixed, inside, aside });
}

function stepAside(
  board: Board,
  {
    over,
    fixed,
    inside,
    aside,
  }: {
    over: Box;
    fixed: readonly Box[];
    inside: readonly string[];
    /** Notes that stepped aside already in this act: the wall shows them where they were before it. */
    aside: Map<string, Box>;
  },
): void {
  const loose = board.tops.flatMap(({ id, group }) => {
    const isLoose = group === null && !inside.includes(id);
    const box = isLoose ? (aside.get(id) ?? board.boxes.get(id)) : undefined;
    return box ? [{ id, box }] : [];
  });
  const others = fixed.filter((box) => box.x !== over.x || box.y !== over.y);
  const moved = makeRoom(over, { loose, fixed: others, gap: GAP });
  if (moved.size === 0) return;
  board.wall.shiftNotes(
    loose.flatMap(({ id, box }) => {
      const to = moved.get(id);
      if (!to) return [];
      aside.set(id, { ...box, ...to });
      // Only if it still lies there: a move by somebody else that is not shown yet stands.
      return [{ id, from: [box.x, box.y] as const, at: [to.x, to.y] as const }];
    }),
  );
}

function othersOf(board: Board, groupId: string | null): Box[] {
  return board.wall.groups.flatMap(({ id, box }) => (id === groupId ? [] : [box]));
}
