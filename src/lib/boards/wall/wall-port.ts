/** The wall as a plane sees it: notes are its things, groups its frames. What a drop, a tap or a menu means here. */
import { tick } from 'svelte';
import { PRESENCE_MAX_NOTES } from '#document/presence';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { hasElement, bareAt } from '$lib/boards/wall/far/bare-hit';
import type { MenuWish } from '$lib/boards/wall/menus/menu-wish';
import { land, moveGroup } from '$lib/boards/wall/notes/arrange-notes';
import { dropTarget, sameTarget, type DropTarget } from '$lib/boards/wall/notes/drop-target';
import type {
  PlaneActs,
  PlaneAims,
  PlanePort,
  PlanePresence,
  PlaneThings,
  Pressed,
} from '$lib/plane/plane-port';
import type { Box, Point } from '$lib/plane/viewport';
import type { WallView } from '$lib/room/wall/wall-view.svelte';
import type { Board } from './board.svelte';

export type WallPort = PlanePort<DropTarget>;

export function boxOfNote({ x, y }: Point): Box {
  return { x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT };
}

export function wallPort(board: Board, wall: WallView): WallPort {
  return {
    ...thingsOf(wall),
    get things() {
      return wall.tops;
    },
    get frames() {
      return wall.groups.map(({ id, box, noteIds }) => ({ id, box, holds: noteIds }));
    },
    ...presenceOf(wall),
    ...aimsOn(board),
    ...actsOn(board),
  };
}

function thingsOf(wall: WallView): Omit<PlaneThings, 'things' | 'frames'> {
  return {
    boxOf(id) {
      const note = wall.note(id);
      return note && note.top === id ? boxOfNote(note.place) : undefined;
    },
    heightOf: (id) => wall.note(id)?.plain.z ?? 0,
    watch: (listener) => wall.watch(listener),
  };
}

function presenceOf(wall: WallView): PlanePresence {
  return {
    selected: (ids) => wall.setSelection(ids.slice(0, PRESENCE_MAX_NOTES)),
    took: (ids) => wall.hold(ids),
    carried(ids, { x, y }) {
      const noteIds = ids.slice(0, PRESENCE_MAX_NOTES);
      wall.setDrag({ noteIds, by: [Math.round(x), Math.round(y)] });
    },
    released(ids) {
      wall.setDrag(null);
      wall.release(ids);
    },
    pointed: (at) => wall.setCursor(at),
  };
}

function aimsOn(board: Board): PlaneAims<DropTarget> {
  const loose: DropTarget = { kind: 'loose' };
  /** A group or note that may not be changed takes nothing in. */
  const isShut = (target: DropTarget): boolean =>
    target.kind === 'group'
      ? !board.wall.canEditGroup(target.groupId)
      : 'noteId' in target && !board.wall.canMove(target.noteId);
  return {
    nowhere: loose,
    aimAt(point, { dragged, shift }) {
      const stacking = shift && (board.manners.wide || board.manners.arranging);
      const target = dropTarget(board.landingAt(point), { point, dragged, stacking });
      return isShut(target) ? loose : target;
    },
    isSame: sameTarget,
    drop(pressed, { ids, aim, by }) {
      if (pressed.kind === 'thing') land(board, ids, { target: aim, by });
      else if (pressed.kind === 'frame') moveGroup(board, pressed.id, by);
    },
  };
}

function actsOn(board: Board): PlaneActs {
  return {
    mayDrag(what) {
      if (!board.writable || board.tool === 'hand' || what.kind === 'ground') return false;
      return what.kind === 'thing' ? board.wall.canMove(what.id) : board.wall.canMoveGroup(what.id);
    },
    mayMove: (id) => board.wall.canMove(id),
    mayMarquee: () => board.tool === 'pointer' && board.selectable,
    began: () => board.follow.end(),
    tapped(what, { shift, touch }) {
      if (what.kind !== 'thing') board.clear();
      else if (!board.selectable) approach(board, what.id);
      else if (shift || board.picking) board.toggle(what.id);
      else if (touch && board.selected.has(what.id)) open(board, what.id);
      else board.select([what.id]);
    },
    left: () => board.endEdit({ refocus: false }),
    marqueeKept: () => board.sayCount(),
    doubled({ x, y }) {
      if (board.writable)
        board.add({ x: x - NOTE_WIDTH / 2, y: y - NOTE_HEIGHT / 2 }, { exact: true });
    },
    menu: (what, where) => openMenu(board, what, where),
    pressedAt(element, point) {
      if (element.closest('textarea, input, [data-control]')) return undefined;
      const note = element.closest<HTMLElement>('[data-note]')?.dataset['note'];
      if (note !== undefined) return { kind: 'thing', id: note };
      const drawn = bareAt(board, point);
      const group = element.closest<HTMLElement>('[data-group]')?.dataset['group'];
      return group === undefined || drawn.kind === 'thing' ? drawn : { kind: 'frame', id: group };
    },
  };
}

/** Dots are put on a note's own buttons: one that is only drawn is brought near enough to have them. */
function approach({ boxes, camera }: Board, id: string): void {
  const box = boxes.get(id);
  if (box && !hasElement(id)) camera.approach(box);
}

function open(board: Board, id: string): void {
  if (board.wall.note(id)?.picture) board.enlarged = id;
  else if (board.mayChange(id)) board.edit(id);
  else board.select([id]);
}

/** The menu of what lies there; a note that was not selected is from now on. */
function openMenu(board: Board, what: Pressed, { here, at }: { here: Point; at: Point }): void {
  if (!board.selectable) return;
  board.endEdit({ refocus: false });
  if (what.kind === 'thing' && !board.selected.has(what.id)) board.select([what.id]);
  const from = document.activeElement;
  void tick().then(() => {
    const isElement = from instanceof HTMLElement;
    board.menu = { on: wishOf(board, what, here), at, from: isElement ? from : null };
  });
}

function wishOf({ selection }: Board, what: Pressed, place: Point): MenuWish['on'] {
  if (what.kind === 'thing') return { kind: 'notes', ids: selection };
  return what.kind === 'frame' ? { kind: 'group', id: what.id } : { kind: 'wall', place };
}
