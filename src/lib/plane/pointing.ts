/**
 * Hands on a plane: pointers, wheel, trackpad and the cursor shown to others. Translates events of the
 * element into the gestures' machine; what they mean is `gesture-host.ts` and the plane's port.
 */
import type { Attachment } from 'svelte/attachments';
import { gestureHost } from './gesture-host';
import { Gestures } from './gestures';
import type { Plane } from './plane.svelte';
import type { Pressed } from './plane-port';
import { contains, pan, toWorld, zoomAround, type Point, type Viewport } from './viewport';

/** A notch of a mouse wheel is about 100 px; ctrl with it, or a trackpad's pinch, zooms. */
const WHEEL_ZOOM = 0.0022;
const LINE_PX = 18;
/** A finger that stays this long means more than a tap. */
const HOLD_MS = 450;

const isShield = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('[data-shield]');

/** What an event is about: also where the shield of a turning wheel took it. */
function beneath(event: MouseEvent): EventTarget | null {
  if (!isShield(event.target)) return event.target;
  const all = document.elementsFromPoint(event.clientX, event.clientY);
  return all.find((one) => !isShield(one)) ?? null;
}

const isWritten = (target: Element): boolean => target.matches('textarea, input');

/** A press moves the focus to what is pressed; once the browser has moved it away from the shield. */
function focusBeneath(event: MouseEvent): void {
  const target = beneath(event);
  const focusable = target instanceof Element && target.closest<HTMLElement>('[tabindex], button');
  if (focusable) setTimeout(() => focusable.focus({ preventScroll: true }));
}

/** Where the plane is drawn at this moment: on its way, while it glides to the camera's view. */
function standing(plane: Element): Viewport {
  const { a, e, f } = new DOMMatrix(getComputedStyle(plane).transform);
  return { x: e, y: f, scale: a };
}

/** The element's plane is what in it has `data-plane`, moved by its transform. */
export function pointing<Aim>(plane: Plane<Aim>): Attachment<HTMLElement> {
  return (element) => {
    const { camera, port } = plane;
    const host = gestureHost(plane, { toWindow });
    const gestures = new Gestures(host);
    let space = false;
    let holding: ReturnType<typeof setTimeout> | undefined;
    const at = (event: MouseEvent): Point => {
      const frame = element.getBoundingClientRect();
      return { x: event.clientX - frame.left, y: event.clientY - frame.top };
    };
    const pressedBy = (event: MouseEvent): Pressed | undefined => {
      const target = beneath(event);
      if (!(target instanceof Element)) return undefined;
      return port.pressedAt(target, toWorld(camera.view, at(event)));
    };
    function toWindow(point: Point): Point {
      const frame = element.getBoundingClientRect();
      return { x: point.x + frame.left, y: point.y + frame.top };
    }
    const news = (event: PointerEvent) => ({
      pointer: event.pointerId,
      at: at(event),
      shift: event.shiftKey,
    });

    function down(event: PointerEvent): void {
      const pressed = pressedBy(event);
      if (isShield(event.target)) focusBeneath(event);
      plane.wheeled = false;
      if (!pressed || event.button === 2) return;
      if (event.button === 1) event.preventDefault();
      if (pressed.kind === 'ground') port.left();
      const touch = event.pointerType === 'touch';
      const toPan = space || event.button === 1;
      gestures.down({ ...news(event), pressed, touch, toPan });
      clearTimeout(holding);
      if (touch) holding = setTimeout(() => gestures.hold(event.pointerId), HOLD_MS);
    }
    function move(event: PointerEvent): void {
      plane.wheeled = false;
      if (event.pointerType === 'mouse') port.pointed(roundedWorld(at(event)));
      gestures.move(news(event));
      if (gestures.holding && !element.hasPointerCapture(event.pointerId)) {
        if (event.buttons > 0) element.setPointerCapture(event.pointerId);
      }
    }
    function roundedWorld(screen: Point): Point {
      const world = toWorld(camera.view, screen);
      return { x: Math.round(world.x), y: Math.round(world.y) };
    }
    const up = (event: PointerEvent): void => {
      clearTimeout(holding);
      gestures.up(news(event));
    };
    const cancel = (event: PointerEvent): void => {
      clearTimeout(holding);
      gestures.cancel(event.pointerId);
    };
    /** Captured from what was pressed to the element itself, a pointer is not lost. */
    const lost = (event: PointerEvent): void => {
      if (event.target === element) cancel(event);
    };
    /** What takes the focus out of view is shown: the plane itself never scrolls, so no browser does it. */
    function focused({ target }: FocusEvent): void {
      if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
      const sheet = target.closest('[data-plane]');
      if (!sheet) return;
      // Its rectangle is of this moment, underway perhaps; whether it is in view is asked of where that ends.
      const now = standing(sheet);
      const frame = element.getBoundingClientRect();
      const found = target.getBoundingClientRect();
      const corner = { x: found.left - frame.left, y: found.top - frame.top };
      const size = { w: found.width / now.scale, h: found.height / now.scale };
      const box = { ...toWorld(now, corner), ...size };
      // Who writes in view is left in peace; any other focus is to be clear of the bars.
      if (!isWritten(target) || !contains(camera.seen, box)) camera.show(box);
    }
    const leave = (): void => port.pointed(null);

    function wheel(event: WheelEvent): void {
      if (event.target instanceof Element && event.target.closest('[data-control]')) return;
      event.preventDefault();
      port.began();
      plane.wheeled = true;
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const x = event.deltaX * unit;
      const y = event.deltaY * unit;
      if (event.ctrlKey || event.metaKey) {
        // A trackpad's pinch sends small steps and deserves a stronger answer than a wheel's notch.
        const strength = Math.abs(y) < 40 ? WHEEL_ZOOM * 4 : WHEEL_ZOOM;
        camera.view = zoomAround(camera.view, at(event), Math.exp(-y * strength));
      } else {
        const by = event.shiftKey && x === 0 ? { x: -y, y: 0 } : { x: -x, y: -y };
        camera.view = pan(camera.view, by);
      }
    }
    function double(event: MouseEvent): void {
      const pressed = pressedBy(event);
      if (pressed?.kind === 'ground') port.doubled(toWorld(camera.view, at(event)));
    }
    /** A right click, or the menu key; a finger's long press asks by the gestures. */
    function menu(event: PointerEvent): void {
      const pressed = pressedBy(event);
      if (!pressed) return;
      event.preventDefault();
      if (event.pointerType === 'touch' || gestures.holding) return;
      const here = toWorld(camera.view, at(event));
      port.menu(pressed, { here, at: { x: event.clientX, y: event.clientY } });
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
    element.addEventListener('lostpointercapture', lost, { signal });
    element.addEventListener('focusin', focused, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    element.addEventListener('dblclick', double, { signal });
    element.addEventListener('contextmenu', menu, { signal });
    window.addEventListener('keydown', key, { signal, capture: true });
    window.addEventListener('keyup', key, { signal, capture: true });
    window.addEventListener('blur', () => (space = false), { signal });
    return () => {
      clearTimeout(holding);
      gestures.cancel();
      host.stop();
      port.pointed(null);
      off.abort();
    };
  };
}
