/**
 * What the gestures of a hand mean on a plane: selecting, carrying, drawing a marquee, panning and asking
 * for a menu. What is carried or drawn takes the view along at its edges.
 */
import { AutoPan } from './auto-pan';
import type { GestureHost } from './gestures';
import { boxBetween } from './marquee';
import type { Plane } from './plane.svelte';
import type { Pressed } from './plane-port';
import { toWorld, type Point } from './viewport';

const NOWHERE: Point = { x: 0, y: 0 };
/** What a finger feels when it has held long enough. */
const FELT_MS = 12;

export type HostOfGestures = GestureHost & { readonly stop: () => void };

/** @param toWindow from the plane's own pixels to those of the window. */
export function gestureHost<Aim>(
  plane: Plane<Aim>,
  { toWindow }: { toWindow: (at: Point) => Point },
): HostOfGestures {
  const { camera, choice, hand, port } = plane;
  let pressed: Pressed = { kind: 'ground' };
  let last = { by: NOWHERE, at: NOWHERE, shift: false };
  /** How far the view went along since the press, in screen pixels. */
  let along = NOWHERE;
  let corner = NOWHERE;
  let before: readonly string[] = [];
  const edges = new AutoPan((by) => {
    camera.panBy({ x: -by.x, y: -by.y });
    along = { x: along.x + by.x, y: along.y + by.y };
    if (plane.marquee) draw(last.at);
    else carry();
  });

  function carry(): void {
    const { scale } = camera.view;
    const by = { x: (last.by.x + along.x) / scale, y: (last.by.y + along.y) / scale };
    const point = toWorld(camera.view, last.at);
    const aim =
      pressed.kind === 'frame'
        ? port.nowhere
        : port.aimAt(point, { dragged: hand.things, shift: last.shift });
    hand.carry(by, aim);
  }
  function draw(to: Point): void {
    plane.marquee = boxBetween(corner, toWorld(camera.view, to));
    choice.select([...before, ...plane.index.within(plane.marquee)]);
  }
  function begin(): void {
    plane.moving = true;
    along = NOWHERE;
    port.began();
  }
  function end(): void {
    edges.stop();
    plane.moving = false;
  }

  return {
    get view() {
      return camera.view;
    },
    set view(next) {
      port.began();
      camera.view = next;
    },
    stop: () => edges.stop(),
    mayDrag: (what) => what.kind !== 'ground' && port.mayDrag(what),
    mayMarquee: () => port.mayMarquee(),
    tapped: (what, { shift, touch }) => port.tapped(what, { shift, touch }),
    dragBegan(what) {
      begin();
      pressed = what;
      if (what.kind === 'frame') {
        hand.take(port.frames.find(({ id }) => id === what.id)?.holds ?? [], what.id);
      } else if (what.kind === 'thing') {
        if (!choice.ids.has(what.id)) choice.select([what.id]);
        hand.take(choice.inOrder.filter((id) => port.mayMove(id)));
      }
    },
    dragged(by, at, { shift }) {
      last = { by, at, shift };
      carry();
      edges.at(at, camera.size);
    },
    dragEnded(how) {
      const { by, aim } = hand;
      const ids = [...hand.things];
      end();
      hand.letGo();
      if (how === 'dropped') port.drop(pressed, { ids, aim, by });
    },
    marqueeBegan({ shift }) {
      begin();
      port.left();
      before = shift ? choice.inOrder : [];
    },
    marquee(from, to) {
      last = { ...last, at: to };
      if (!plane.marquee) corner = toWorld(camera.view, from);
      draw(to);
      edges.at(to, camera.size);
    },
    marqueeEnded(how) {
      end();
      plane.marquee = null;
      if (how === 'given-back') choice.select(before);
      else port.marqueeKept();
    },
    held(_what, at) {
      plane.held = toWorld(camera.view, at);
      navigator.vibrate?.(FELT_MS);
    },
    released: () => (plane.held = null),
    menu: (what, at) => port.menu(what, { here: toWorld(camera.view, at), at: toWindow(at) }),
    panned(by) {
      port.began();
      camera.panBy(by);
    },
    panning: (on) => (plane.moving = on),
  };
}
