/**
 * What a person does with selected notes, by drop, key or menu alike: into a group, into a new one,
 * on a stack, loose, coloured, removed. Each is one undo step of the wall view.
 */
import { toast } from 'svelte-sonner';
import { groupBox } from '#document/layout';
import { local } from '#document/origins';
import { GROUP_HEADER, GROUP_PADDING, NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';
import { beforeInGroup, type DropTarget } from '$lib/boards/wall/notes/drop-target';
import { clearFor, freeOfGroups } from './group-places';
import { reasonAgainst } from '$lib/boards/wall/menus/rights-words';
import { boundsOf, type Point } from '$lib/plane/viewport';

export function groupName(label: string): string {
  return label.trim() === '' ? m.board_group_unnamed() : label.trim();
}

/** Those that this person may move; when some may not, says so and why. */
export function movable(board: Board, ids: readonly string[]): string[] {
  const free = ids.filter((id) => board.wall.canMove(id));
  if (free.length < ids.length) {
    const why = reasonAgainst(board, ids, () => false);
    toast(m.board_left_alone({ count: ids.length - free.length }), { description: why ?? '' });
  }
  return free;
}

/** Several changes as one transaction and one step of undo. */
export function oneStep(board: Board, act: () => void): void {
  const { room } = board.wall;
  room.step(() => room.doc.transact(act, local));
}

/** Puts notes where a drop or the menu says. `by` is how far they were carried, in the plane's units. */
export function land(
  board: Board,
  ids: readonly string[],
  { target, by }: { target: DropTarget; by: Point },
): void {
  switch (target.kind) {
    case 'group':
      putInGroup(board, ids, { groupId: target.groupId, by });
      break;
    case 'pair':
      groupTogether(board, [target.noteId, ...ids]);
      break;
    case 'stack':
      board.wall.stackOn([...ids], target.noteId);
      break;
    case 'loose':
      board.wall.moveNotes(
        ids.flatMap((id) => {
          const place = board.wall.note(id)?.place;
          return place
            ? [{ id, at: [Math.round(place.x + by.x), Math.round(place.y + by.y)] as const }]
            : [];
        }),
      );
  }
}

/** Into a group: where they are dropped, or last; loose notes under the grown box step aside. */
export function putInGroup(
  board: Board,
  ids: readonly string[],
  { groupId, by }: { groupId: string; by?: Point },
): void {
  const { wall } = board;
  const group = wall.group(groupId);
  if (!group) return;
  const peers = group.noteIds.flatMap((id) => {
    const box = ids.includes(id) ? undefined : board.boxes.get(id);
    return box ? [{ id, box }] : [];
  });
  const first = wall.note(ids[0] ?? '')?.place;
  const middle = first &&
    by && { x: first.x + by.x + NOTE_WIDTH / 2, y: first.y + by.y + NOTE_HEIGHT / 2 };
  oneStep(board, () => {
    wall.placeInGroup([...ids], groupId, middle ? beforeInGroup(peers, middle) : null);
    clearFor(board, {
      over: groupBox({ at: [group.box.x, group.box.y] }, peers.length + ids.length),
      groupId,
      inside: ids,
    });
  });
}

/** Makes a group where the first of the notes lies and asks for its name on the spot. */
export function groupTogether(board: Board, ids: readonly string[]): void {
  const place = board.wall.note(ids[0] ?? '')?.place;
  if (!place) return;
  const here = [
    Math.round(place.x - GROUP_PADDING),
    Math.round(place.y - GROUP_PADDING - GROUP_HEADER),
  ] as const;
  const over = freeOfGroups(board, groupBox({ at: here }, ids.length), null);
  oneStep(board, () => {
    const groupId = board.wall.makeGroup({ at: [over.x, over.y], noteIds: [...ids] });
    if (groupId === null) return;
    clearFor(board, { over, groupId, inside: ids });
    board.labelling = groupId;
  });
  board.camera.show(over);
  board.clear();
}

/** Moves a group with what is in it, clear of other groups; loose notes where it lands step aside. */
export function moveGroup(board: Board, groupId: string, by: Point): void {
  const box = board.wall.group(groupId)?.box;
  if (!box) return;
  const wanted = { ...box, x: Math.round(box.x + by.x), y: Math.round(box.y + by.y) };
  const over = freeOfGroups(board, wanted, groupId);
  oneStep(board, () => {
    board.wall.moveGroup(groupId, [over.x, over.y]);
    clearFor(board, { over, groupId, inside: [] });
  });
}

/** Lays notes beside the group or stack that they are in, in a row below it. */
export function layLoose(board: Board, ids: readonly string[]): void {
  const groups = board.wall.groups.filter((group) => ids.some((id) => group.noteIds.includes(id)));
  const around = boundsOf(groups.map((group) => group.box));
  board.wall.moveNotes(
    ids.flatMap((id, index) => {
      const place = board.wall.note(id)?.place;
      if (!place) return [];
      if (!around) return [{ id, at: [Math.round(place.x), Math.round(place.y)] as const }];
      return [
        {
          id,
          at: [
            around.x + index * (NOTE_WIDTH + NOTE_GAP),
            around.y + around.h + 2 * NOTE_GAP,
          ] as const,
        },
      ];
    }),
  );
}

/** Nudges notes by an arrow key; in a group, where they lie by rule, it changes their place in the row. */
export function nudge(board: Board, wanted: readonly string[], by: Point): void {
  const ids = movable(board, wanted);
  const loose = ids.filter((id) => board.wall.note(id)?.group === null);
  if (loose.length > 0) board.wall.nudge(loose, by);
  for (const id of ids) {
    if (!loose.includes(id)) stepInRow(board, id, by.x < 0 || by.y < 0 ? -1 : 1);
  }
}

/** Changes a note's place in its row: among the notes of its group, or among the loose ones of the list. */
export function stepInRow(board: Board, id: string, step: 1 | -1): void {
  const group = board.wall.note(id)?.group ?? null;
  const peers = board.tops.filter((note) => note.group === group).map((note) => note.id);
  const to = peers.indexOf(id) + step;
  if (to < 0 || to >= peers.length) return;
  board.wall.reorderNotes([id], (step === -1 ? peers[to] : peers[to + 1]) ?? null);
  board.say(m.board_list_now_at({ place: to + 1, count: peers.length }));
}
