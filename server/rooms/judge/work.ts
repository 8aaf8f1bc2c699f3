/**
 * How much work it is for Yjs to take an update in, counted so that nobody makes it quadratic. Two
 * things are: what was written where others wrote at the same time is given its place by walking past
 * theirs, and a text that is cut in two moves all that its client has behind it. Called by the room's
 * document; the bounds are in limits.ts. What is counted depends on documents, never on the machine.
 */
import * as Y from 'yjs';
import type { StructId, Update } from '#server/rooms/judge/read-update';
import { BadFrameError } from '#server/rooms/messages';

/** A unit is some 20 ns. A new struct is read, judged, made, logged and told. */
const STRUCT_WORK = 100;
/** A step past one item: it is put into sets, here and by Yjs on each of the room's documents. */
const STEP_WORK = 10;
/** Two pieces out of one, and the list of a client in which so many are moved per unit. */
const CUT_WORK = 20;
const MOVED_PER_UNIT = 100;

type Structs = readonly (Y.Item | Y.GC)[];
type Store = Y.Doc['store'];
type Budget = { left: number };

/**
 * @param update without a gap (see `hasGap`).
 * @returns the work of cutting and joining pieces that applying it to `doc` takes at most. Changes nothing.
 */
export function cuttingWork({ structs, deletes }: Update, { store }: Y.Doc): number {
  const pieces = new Pieces(store);
  for (const list of structs.values()) {
    for (const struct of list) {
      if (struct.kind !== 'item' || struct.clock < Y.getState(store, struct.client)) continue;
      if (struct.origin) pieces.cutBehind(struct.origin);
      if (struct.right) pieces.cutBefore(struct.right);
    }
  }
  for (const [client, ranges] of deletes) {
    for (const { clock, length } of ranges) pieces.takeAway(client, clock, clock + length);
  }
  return pieces.work((client) => structs.get(client)?.length ?? 0);
}

/** Where the pieces of a document would be cut, each place once. */
class Pieces {
  readonly #store: Store;
  readonly #cuts = new Map<number, Set<number>>();
  /** Deletions that take something away, by client: what they leave is joined with its neighbours. */
  readonly #taken = new Map<number, number>();

  constructor(store: Store) {
    this.#store = store;
  }

  cutBehind({ client, clock }: StructId): void {
    this.cutBefore({ client, clock: clock + 1 });
  }

  cutBefore({ client, clock }: StructId): void {
    const known = Y.getState(this.#store, client);
    if (clock === known) return;
    const piece = clock < known ? this.#at(client, clock) : undefined;
    // What is new itself is taken for cut: it is small, as the update is.
    const isWhole = piece !== undefined && (piece instanceof Y.GC || piece.id.clock === clock);
    if (!isWhole) this.#cut(client, clock);
  }

  takeAway(client: number, from: number, to: number): void {
    const structs: Structs = this.#store.clients.get(client) ?? [];
    const known = Y.getState(this.#store, client);
    let isNew = to > known;
    if (from < known) {
      let at = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from);
      for (let piece = structs[at]; piece && piece.id.clock < to; piece = structs[++at]) {
        if (piece.deleted) continue;
        isNew = true;
        if (piece.id.clock < from) this.#cut(client, from);
        if (to < piece.id.clock + piece.length) this.#cut(client, to);
      }
    }
    if (to > known) for (const clock of [from, to]) if (clock > known) this.#cut(client, clock);
    if (isNew) this.#taken.set(client, (this.#taken.get(client) ?? 0) + 1);
  }

  work(newStructsOf: (client: number) => number): number {
    let work = 0;
    for (const client of new Set([...this.#cuts.keys(), ...this.#taken.keys()])) {
      const cuts = this.#cuts.get(client)?.size ?? 0;
      const moves = cuts + (this.#taken.get(client) ?? 0);
      const there = this.#store.clients.get(client)?.length ?? 0;
      work += moves * (CUT_WORK + (there + newStructsOf(client) + cuts) / MOVED_PER_UNIT);
    }
    return Math.ceil(work);
  }

  #at(client: number, clock: number): Y.Item | Y.GC | undefined {
    const structs = this.#store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)];
  }

  #cut(client: number, clock: number): void {
    const cuts = this.#cuts.get(client);
    if (cuts) cuts.add(clock);
    else this.#cuts.set(client, new Set([clock]));
  }
}

let budget: Budget | undefined;

/**
 * @param act puts an update into a document, in one go.
 * @returns the work of its new structs and of finding their places. Throws BadFrameError in the middle
 * of it, before anything takes long, when that is more than `most`.
 */
export function placingWork(most: number, act: () => void): number {
  const mine = { left: most };
  budget = mine;
  try {
    act();
  } finally {
    budget = undefined;
  }
  return most - mine.left;
}

const { integrate } = Y.Item.prototype;

/**
 * Yjs offers no bound, and only here, item by item and in its own order, it is known how far it will
 * look. Nothing is changed in what it does.
 */
Y.Item.prototype.integrate = function (
  this: Y.Item,
  transaction: Y.Transaction,
  offset: number,
): void {
  if (budget) {
    spend(budget, STRUCT_WORK);
    walkAsYjs(this, { offset, store: transaction.doc.store, budget });
  }
  integrate.call(this, transaction, offset);
};

function spend(budget: Budget, work: number): void {
  budget.left -= work;
  if (budget.left < 0) throw new BadFrameError('more work than any writer makes');
}

/** Goes the way of `Item.integrate`, step by step, and no further than the budget. */
function walkAsYjs(
  item: Y.Item,
  { offset, store, budget }: { offset: number; store: Store; budget: Budget },
): void {
  const { parent, parentSub, right, rightOrigin } = item;
  if (!(parent instanceof Y.AbstractType)) return;
  const { client, clock } = item.id;
  // Of what is known in part the rest goes behind that part.
  const origin = offset > 0 ? Y.createID(client, clock + offset - 1) : item.origin;
  const left = offset > 0 ? Y.getItem(store, Y.createID(client, clock + offset - 1)) : item.left;
  if (left ? left.right === right : right !== null && right.left === null) return;
  let other: Y.Item | null;
  if (left) other = left.right;
  else if (parentSub === null) other = parent._start;
  else {
    other = parent._map.get(parentSub) ?? null;
    // To the first that this key had: once to look, once to take its place.
    for (; other?.left; other = other.left) spend(budget, 2 * STEP_WORK);
  }
  const passed = new Set<Y.Item>();
  for (; other && other !== right; other = other.right) {
    spend(budget, STEP_WORK);
    passed.add(other);
    if (Y.compareIDs(origin, other.origin)) {
      const isNext = other.id.client >= client && Y.compareIDs(rightOrigin, other.rightOrigin);
      if (isNext) return;
    } else if (!other.origin || !passed.has(Y.getItem(store, other.origin))) return;
  }
}
