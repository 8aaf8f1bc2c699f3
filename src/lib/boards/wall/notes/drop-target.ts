/**
 * Where dragged notes land, decided from the pointer alone: on a group they go in, on a loose note
 * the two become a group, with Shift they go under it as a stack, anywhere else they lie loose.
 * The same answer draws the hint while dragging and acts on release.
 */
import { holds, type Box, type Point } from '$lib/plane/viewport';

export type DropTarget =
  | { readonly kind: 'loose' }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'pair'; readonly noteId: string }
  | { readonly kind: 'stack'; readonly noteId: string };

/** Tops of stacks only, drawn last on top; notes under another are not on the plane. */
export type Landing = {
  readonly notes: readonly { id: string; box: Box; group: string | null }[];
  readonly groups: readonly { id: string; box: Box }[];
};

/** The outer rim of a note does not count, so that notes can be laid close together. */
const RIM = 0.18;

function core(box: Box): Box {
  return {
    x: box.x + box.w * RIM,
    y: box.y + box.h * RIM,
    w: box.w * (1 - 2 * RIM),
    h: box.h * (1 - 2 * RIM),
  };
}

export function dropTarget(
  landing: Landing,
  at: { point: Point; dragged: ReadonlySet<string>; stacking: boolean },
): DropTarget {
  const below = landing.notes.findLast(
    (note) => !at.dragged.has(note.id) && holds(core(note.box), at.point),
  );
  if (below && at.stacking) return { kind: 'stack', noteId: below.id };
  if (below) {
    return below.group === null
      ? { kind: 'pair', noteId: below.id }
      : { kind: 'group', groupId: below.group };
  }
  const group = landing.groups.findLast(({ box }) => holds(box, at.point));
  return group ? { kind: 'group', groupId: group.id } : { kind: 'loose' };
}

export function sameTarget(a: DropTarget, b: DropTarget): boolean {
  const name = (target: DropTarget): string =>
    target.kind === 'group' ? target.groupId : 'noteId' in target ? target.noteId : '';
  return a.kind === b.kind && name(a) === name(b);
}

/**
 * The note of a group before which a dropped one goes in: rows are read from the left.
 * @param peers the group's notes in order, without what is dragged. @returns null for last.
 */
export function beforeInGroup(
  peers: readonly { readonly id: string; readonly box: Box }[],
  point: Point,
): string | null {
  const after = peers.find(({ box }) => {
    if (point.y < box.y) return true;
    return point.y <= box.y + box.h && point.x < box.x + box.w / 2;
  });
  return after?.id ?? null;
}
