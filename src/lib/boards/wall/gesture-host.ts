/**
 * What the gestures of a hand mean on this board: selecting, carrying, drawing a marquee, panning and
 * asking for a menu. What is carried or drawn takes the view along at its edges.
 */
import { tick } from 'svelte';
import { land, moveGroup } from '$lib/boards/wall/notes/arrange-notes';
import { AutoPan } from '$lib/plane/auto-pan';
import { hasElement } from '$lib/boards/wall/far/bare-hit';
import type { Board } from './board.svelte';
import { dropTarget } from '$lib/plane/drop-target';
import type { GestureHost, Pressed } from '$lib/plane/gestures';
import { boxBetween } from '$lib/plane/marquee';
import type { MenuWish } from '$lib/boards/wall/menus/menu-wish';
import { toWorld, type Point } from '$lib/plane/viewport';

const NOWHERE: Point = { x: 0, y: 0 };
/** What a finger feels when it has held long enough. */
const FELT_MS = 12;

export type HostOfGestures = GestureHost & { readonly stop: () => void };

/** @param toWindow from the plane's own pixels to those of the window. */
export function gestureHost(
  board: Board,
  { toWindow }: { toWindow: (at: Point) => Point },
): HostOfGestures {
  const { camera, follow } = board;
  let pressed: Pressed = { kind: 'wall' };
  let last = { by: NOWHERE, at: NOWHERE, shift: false };
  /** How far the view went along since the press, in screen pixels. */
  let along = NOWHERE;
  let corner = NOWHERE;
  let before: readonly string[] = [];
  const edges = new AutoPan((by) => {
    camera.panBy({ x: -by.x, y: -by.y });
    along = { x: along.x + by.x, y: along.y + by.y };
    if (board.marquee) draw(last.at);
    else carry();
  });

  function carry(): void {
    const { scale } = camera.view;
    const by = { x: (last.by.x + along.x) / scale, y: (last.by.y + along.y) / scale };
    const point = toWorld(camera.view, last.at);
    const target = dropTarget(board.landingAt(point), {
      point,
      dragged: board.hand.notes,
      stacking: last.shift && (board.manners.wide || board.manners.arranging),
    });
    board.hand.carry(by, pressed.kind === 'group' ? { kind: 'loose' } : open(target));
  }
  /** A group or note that may not be changed takes nothing in. */
  function open(target: ReturnType<typeof dropTarget>): ReturnType<typeof dropTarget> {
    const shut =
      target.kind === 'group'
        ? !board.wall.canEditGroup(target.groupId)
        : 'noteId' in target && !board.wall.canMove(target.noteId);
    return shut ? { kind: 'loose' } : target;
  }
  function draw(to: Point): void {
    board.marquee = boxBetween(corner, toWorld(camera.view, to));
    board.select([...before, ...board.index.within(board.marquee)]);
  }
  /** Dots are put on a note's own buttons: one that is only drawn is brought near enough to have them. */
  function approach(id: string): void {
    const box = board.boxes.get(id);
    if (box && !hasElement(id)) camera.approach(box);
  }
  function begin(): void {
    board.moving = true;
    along = NOWHERE;
    follow.end();
  }
  function end(): void {
    edges.stop();
    board.moving = false;
  }

  return {
    get view() {
      return camera.view;
    },
    set view(next) {
      follow.end();
      camera.view = next;
    },
    stop: () => edges.stop(),
    mayDrag(what) {
      if (!board.writable || board.tool === 'hand' || what.kind === 'wall') return false;
      return what.kind === 'note' ? board.wall.canMove(what.id) : board.wall.canMoveGroup(what.id);
    },
    mayMarquee: () => board.tool === 'pointer' && board.selectable,
    tapped(tapped, { shift, touch }) {
      if (tapped.kind !== 'note') board.clear();
      else if (!board.selectable) approach(tapped.id);
      else if (shift || board.picking) board.toggle(tapped.id);
      else if (touch && board.selected.has(tapped.id) && board.wall.note(tapped.id)?.picture)
        board.enlarged = tapped.id;
      else if (touch && board.selected.has(tapped.id) && board.mayChange(tapped.id))
        board.edit(tapped.id);
      else board.select([tapped.id]);
    },
    dragBegan(what) {
      begin();
      pressed = what;
      if (what.kind === 'group') board.hand.take(board.wall.group(what.id)?.noteIds ?? [], what.id);
      else if (what.kind === 'note') {
        if (!board.selected.has(what.id)) board.select([what.id]);
        board.hand.take(board.selection.filter((id) => board.wall.canMove(id)));
      }
    },
    dragged(by, at, { shift }) {
      last = { by, at, shift };
      carry();
      edges.at(at, camera.size);
    },
    dragEnded(how) {
      const { by, target } = board.hand;
      const ids = [...board.hand.notes];
      end();
      board.hand.letGo();
      if (how === 'given-back') return;
      if (pressed.kind === 'note') land(board, ids, { target, by });
      else if (pressed.kind === 'group') moveGroup(board, pressed.id, by);
    },
    marqueeBegan({ shift }) {
      begin();
      board.endEdit({ refocus: false });
      before = shift ? board.selection : [];
    },
    marquee(from, to) {
      last = { ...last, at: to };
      if (!board.marquee) corner = toWorld(camera.view, from);
      draw(to);
      edges.at(to, camera.size);
    },
    marqueeEnded(how) {
      end();
      board.marquee = null;
      if (how === 'given-back') board.select(before);
      else board.sayCount();
    },
    held(_what, at) {
      board.held = toWorld(camera.view, at);
      navigator.vibrate?.(FELT_MS);
    },
    released: () => (board.held = null),
    menu: (what, at) => openMenu(board, what, { here: at, at: toWindow(at) }),
    panned(by) {
      follow.end();
      camera.panBy(by);
    },
    panning: (on) => (board.moving = on),
  };
}

/**
 * The menu of what lies there; a note that was not selected is from now on.
 * @param where `here` in the plane's own pixels, `at` in those of the window.
 */
export function openMenu(
  board: Board,
  what: Pressed,
  { here, at }: { here: Point; at: Point },
): void {
  if (!board.selectable) return;
  board.endEdit({ refocus: false });
  if (what.kind === 'note' && !board.selected.has(what.id)) board.select([what.id]);
  const on: MenuWish['on'] =
    what.kind === 'note'
      ? { kind: 'notes', ids: board.selection }
      : what.kind === 'group'
        ? { kind: 'group', id: what.id }
        : { kind: 'wall', place: toWorld(board.camera.view, here) };
  const from = document.activeElement;
  void tick().then(() => {
    board.menu = { on, at, from: from instanceof HTMLElement ? from : null };
  });
}
