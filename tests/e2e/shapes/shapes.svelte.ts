/** A thousand shapes of mixed size, as a kind that is no wall would lay them on a plane; one frame holds three. */
import { SvelteMap } from 'svelte/reactivity';
import type { PlanePort, Pressed } from '$lib/plane/plane-port';
import { holds, type Box, type Point } from '$lib/plane/viewport';

const COUNT = 1_000;
const COLUMNS = 40;
const CELL = 300;
const SEED = 20261129;

/** What letting go would do: put into that shape, or nothing. */
export type Into = string | null;

/** The same shapes at each run. @returns numbers from 0 up to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function layOut(): [string, Box][] {
  const random = seeded(SEED);
  return Array.from({ length: COUNT }, (_, at) => {
    const side = (): number => Math.round(20 + random() * 240);
    const place = { x: (at % COLUMNS) * CELL, y: Math.floor(at / COLUMNS) * CELL };
    return [`s${at}`, { ...place, w: side(), h: side() }] as const satisfies [string, Box];
  });
}

export class Shapes {
  readonly boxes = new SvelteMap(layOut());
  readonly things = [...this.boxes.keys()].map((id) => ({ id }));
  readonly frameHolds = ['s0', 's1', 's40'];
  /** What was asked of the kind, in words. */
  readonly told: string[] = [];
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- plain calls, not listened to.
  readonly #watchers = new Set<(changed: readonly string[] | null) => void>();

  get frame(): Box {
    const { x = 0, y = 0 } = this.boxes.get('s0') ?? {};
    return { x: x - 20, y: y - 20, w: 2 * CELL, h: 2 * CELL };
  }

  move(ids: readonly string[], by: Point): void {
    for (const id of ids) {
      const box = this.boxes.get(id);
      if (box) this.boxes.set(id, { ...box, x: box.x + by.x, y: box.y + by.y });
    }
    for (const tell of this.#watchers) tell(ids);
  }

  watch(watcher: (changed: readonly string[] | null) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}

/** @param select chooses what was tapped. */
export function shapesPort(shapes: Shapes, select: (ids: string[]) => void): PlanePort<Into> {
  const { told } = shapes;
  const name = (pressed: Pressed): string => ('id' in pressed ? pressed.id : pressed.kind);
  const shapeAt = (point: Point, except: { has(id: string): boolean }): string | undefined =>
    shapes.things.findLast(({ id }) => {
      const box = shapes.boxes.get(id);
      return !except.has(id) && box !== undefined && holds(box, point);
    })?.id;
  return {
    things: shapes.things,
    boxOf: (id) => shapes.boxes.get(id),
    heightOf: () => 0,
    get frames() {
      return [{ id: 'frame', box: shapes.frame, holds: shapes.frameHolds }];
    },
    watch: (watcher) => shapes.watch(watcher),
    selected: () => undefined,
    took: (ids) => void told.push(`took ${ids.length}`),
    carried: () => undefined,
    released: (ids) => void told.push(`released ${ids.length}`),
    pointed: () => undefined,
    nowhere: null,
    aimAt: (point, { dragged }) => shapeAt(point, dragged) ?? null,
    isSame: (a, b) => a === b,
    drop(pressed, { ids, aim, by }) {
      told.push(aim === null ? `dropped ${name(pressed)}` : `dropped ${name(pressed)} into ${aim}`);
      shapes.move(ids, by);
    },
    mayDrag: () => true,
    // One of them is fastened.
    mayMove: (id) => id !== 's5',
    mayMarquee: () => true,
    began: () => undefined,
    tapped(pressed) {
      told.push(`tapped ${name(pressed)}`);
      select(pressed.kind === 'thing' ? [pressed.id] : []);
    },
    left: () => undefined,
    marqueeKept: () => void told.push('marquee kept'),
    doubled: () => void told.push('doubled'),
    menu: (pressed) => void told.push(`menu of ${name(pressed)}`),
    pressedAt(_element, point) {
      const id = shapeAt(point, { has: () => false });
      if (id !== undefined) return { kind: 'thing', id };
      return holds(shapes.frame, point) ? { kind: 'frame', id: 'frame' } : { kind: 'ground' };
    },
  };
}
