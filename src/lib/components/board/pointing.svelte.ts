/**
 * Hands on the wall: pointers, wheel, trackpad and the cursor shown to others. Translates events of
 * the element into the gestures' machine and lets the board do what they mean.
 */
import type { Attachment } from 'svelte/attachments';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { land, moveGroup } from './arrange-notes';
import type { Board } from './board.svelte';
import { dropTarget, type DropTarget } from './drop-target';
import { Gestures, type GestureHost, type Pressed } from './gestures';
import { pan, toWorld, zoomAround, type Point } from './viewport';

/** A notch of a mouse wheel is about 100 px; ctrl with it, or a trackpad's pinch, zooms. */
const WHEEL_ZOOM = 0.0022;
const LINE_PX = 18;

function pressedAt(target: EventTarget | null): Pressed | undefined {
  if (!(target instanceof Element)) return undefined;
  if (target.closest('textarea, input, [data-control]')) return undefined;
  const note = target.closest<HTMLElement>('[data-note]')?.dataset['note'];
  if (note !== undefined) return { kind: 'note', id: note };
  const group = target.closest<HTMLElement>('[data-group]')?.dataset['group'];
  return group === undefined ? { kind: 'wall' } : { kind: 'group', id: group };
}

function hostOf(board: Board): GestureHost {
  const { camera } = board;
  const worldBy = (by: Point): Point => ({
    x: by.x / camera.view.scale,
    y: by.y / camera.view.scale,
  });
  let pressed: Pressed = { kind: 'wall' };
  return {
    get view() {
      return camera.view;
    },
    set view(next) {
      camera.view = next;
    },
    mayDrag: () => board.writable,
    tapped(tapped, { shift, touch }) {
      if (tapped.kind !== 'note') board.clear();
      else if (!board.writable) return;
      else if (shift) board.toggle(tapped.id);
      else if (touch && board.selected.has(tapped.id)) board.edit(tapped.id);
      else board.select([tapped.id]);
    },
    dragBegan(what) {
      pressed = what;
      if (what.kind === 'group') board.hand.take(board.wall.group(what.id)?.noteIds ?? [], what.id);
      else if (what.kind === 'note') {
        if (!board.selected.has(what.id)) board.select([what.id]);
        board.hand.take(board.selection);
      }
      board.moving = true;
    },
    dragged(by, at, { shift }) {
      board.hand.carry(
        worldBy(by),
        pressed.kind === 'group' ? { kind: 'loose' } : targetAt(board, at, shift),
      );
    },
    dragEnded(how) {
      const { by, target } = board.hand;
      const ids = board.selection;
      board.moving = false;
      board.hand.letGo();
      if (how === 'given-back') return;
      if (pressed.kind === 'note') land(board, ids, { target, by });
      else if (pressed.kind === 'group') moveGroup(board, pressed.id, by);
    },
    panned: (by) => camera.panBy(by),
    panning: (on) => (board.moving = on),
  };
}

function targetAt(board: Board, screen: Point, stacking: boolean): DropTarget {
  const notes = board.tops.flatMap(({ id, group }) => {
    const box = board.boxes.get(id);
    return box ? [{ id, box, group }] : [];
  });
  const point = toWorld(board.camera.view, screen);
  return dropTarget(
    { notes, groups: board.wall.groups },
    { point, dragged: board.hand.notes, stacking },
  );
}

export function pointing(board: Board): Attachment<HTMLElement> {
  return (element) => {
    const gestures = new Gestures(hostOf(board));
    let space = false;
    const at = (event: MouseEvent): Point => {
      const frame = element.getBoundingClientRect();
      return { x: event.clientX - frame.left, y: event.clientY - frame.top };
    };
    const news = (event: PointerEvent) => ({
      pointer: event.pointerId,
      at: at(event),
      shift: event.shiftKey,
    });

    function down(event: PointerEvent): void {
      const pressed = pressedAt(event.target);
      if (!pressed || event.button === 2) return;
      if (event.button === 1) event.preventDefault();
      if (pressed.kind === 'wall') board.endEdit({ refocus: false });
      const touch = event.pointerType !== 'mouse';
      gestures.down({ ...news(event), pressed, touch, toPan: space || event.button === 1 });
    }
    function move(event: PointerEvent): void {
      if (event.pointerType === 'mouse') board.wall.setCursor(roundedWorld(at(event)));
      gestures.move(news(event));
      if (gestures.holding && !element.hasPointerCapture(event.pointerId)) {
        if (event.buttons > 0) element.setPointerCapture(event.pointerId);
      }
    }
    function roundedWorld(screen: Point): Point {
      const world = toWorld(board.camera.view, screen);
      return { x: Math.round(world.x), y: Math.round(world.y) };
    }
    const up = (event: PointerEvent): void => gestures.up(news(event));
    const cancel = (event: PointerEvent): void => gestures.cancel(event.pointerId);
    const leave = (): void => board.wall.setCursor(null);

    function wheel(event: WheelEvent): void {
      if (event.target instanceof Element && event.target.closest('[data-control]')) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const x = event.deltaX * unit;
      const y = event.deltaY * unit;
      if (event.ctrlKey || event.metaKey) {
        // A trackpad's pinch sends small steps and deserves a stronger answer than a wheel's notch.
        const strength = Math.abs(y) < 40 ? WHEEL_ZOOM * 4 : WHEEL_ZOOM;
        board.camera.view = zoomAround(board.camera.view, at(event), Math.exp(-y * strength));
      } else {
        const by = event.shiftKey && x === 0 ? { x: -y, y: 0 } : { x: -x, y: -y };
        board.camera.view = pan(board.camera.view, by);
      }
    }
    function double(event: MouseEvent): void {
      const pressed = pressedAt(event.target);
      if (pressed?.kind !== 'wall' || !board.writable) return;
      const world = toWorld(board.camera.view, at(event));
      const corner = { x: world.x - NOTE_WIDTH / 2, y: world.y - NOTE_HEIGHT / 2 };
      board.add(corner, { exact: true });
    }
    function key(event: KeyboardEvent): void {
      const typing =
        event.target instanceof Element &&
        event.target.closest('textarea, input, [contenteditable]');
      if (event.key === ' ') space = event.type === 'keydown' && !typing;
      if (event.key === 'Escape' && event.type === 'keydown') gestures.cancel();
    }

    const off = new AbortController();
    const { signal } = off;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    element.addEventListener('lostpointercapture', cancel, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    element.addEventListener('dblclick', double, { signal });
    window.addEventListener('keydown', key, { signal, capture: true });
    window.addEventListener('keyup', key, { signal, capture: true });
    window.addEventListener('blur', () => (space = false), { signal });
    return () => {
      gestures.cancel();
      board.wall.setCursor(null);
      off.abort();
    };
  };
}
