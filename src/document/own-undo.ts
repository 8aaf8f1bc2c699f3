/**
 * Undo and redo of what one person did in a document: never of what another wrote. Made once per
 * room with a screen. Yjs keeps the steps; what it is told here is what an undo must leave alone,
 * and what comes back with a thing that was taken away ([D31], [D32]).
 */
import * as Y from 'yjs';
import { recordRoots } from '#document/kinds/record-roots';
import { local } from '#document/origins';

/** Typing within this time is one step. */
const CAPTURE_MS = 500;
type Step = Y.UndoManager['undoStack'][number];

export class OwnUndo extends Y.UndoManager {
  #spared = false;
  /** Pieces of others' words that came back by our hand, as ranges of our own clock. */
  readonly #copies: { clock: number; len: number }[] = [];
  /** What the redo that is under way would take away again and has new words of others. */
  #written: ReadonlySet<Y.Item> = new Set();
  /** The steps that there were when the undo or redo that is under way began. */
  #steps: Step[] = [];
  #underWay: { step: Step; things: ReadonlySet<Y.Item> } | undefined;
  /** Earlier steps, put aside so that a step that leaves everything alone is not followed by another. */
  #aside: Step[] = [];

  readonly #records: Y.Map<Y.Map<unknown>>[];

  /** @param records the roots whose changes are taken back; those of every kind unless told. */
  constructor(doc: Y.Doc, records = recordRoots(doc)) {
    super(records, {
      trackedOrigins: new Set([local]),
      captureTimeout: CAPTURE_MS,
    });
    this.#records = records;
    this.deleteFilter = (item) => this.#mayTakeAway(item);
    doc.on('afterTransaction', this.#after);
  }

  /** The last undo or redo left a note or group, because another wrote in it. */
  get spared(): boolean {
    return this.#spared;
  }

  override undo(): ReturnType<Y.UndoManager['undo']> {
    return this.#turn(this.undoStack, () => super.undo());
  }

  override redo(): ReturnType<Y.UndoManager['redo']> {
    this.#written = this.#writtenSince(this.redoStack.at(-1));
    return this.#turn(this.redoStack, () => super.redo());
  }

  override destroy(): void {
    this.doc.off('afterTransaction', this.#after);
    super.destroy();
  }

  #turn<T>(stack: Y.UndoManager['undoStack'], turn: () => T): T {
    this.#spared = false;
    this.#steps = [...stack];
    try {
      return turn();
    } finally {
      stack.unshift(...this.#aside);
      this.#aside = [];
      this.#steps = [];
      this.#underWay = undefined;
      this.#written = new Set();
      // A step that changed nothing is told nowhere else, and it is gone from the stack.
      if (this.#spared)
        this.emit('stack-cleared', [{ undoStackCleared: false, redoStackCleared: false }]);
    }
  }

  /** Asked for everything that a step would delete, what is inside before what holds it. */
  #mayTakeAway(item: Y.Item): boolean {
    if (item.deleted) return true;
    const thing = thingOf(item);
    if (this.#written.has(thing)) return this.#spare(item === thing);
    if (!this.#othersWroteIn(thing)) return true;
    if (item === thing) return this.#spare(true);
    // A piece that holds words of another is left whole, our letters in it too.
    if (item.parentSub === null) return !this.#isOthers(item);
    return !(item.content instanceof Y.ContentType) && !this.#takesAway(thing);
  }

  /**
   * Whether the step that is under way would take the thing away too. Without what it was made with, a
   * thing that stays would lose its place, its paper or what it belongs to.
   */
  #takesAway(thing: Y.Item): boolean {
    const stack = this.undoing ? this.undoStack : this.redoStack;
    // Yjs takes the step off the stack before it asks; put aside, nothing is left of the stack.
    const step = this.#aside.length === 0 ? this.#steps[stack.length] : this.#underWay?.step;
    if (step !== this.#underWay?.step)
      this.#underWay = step && { step, things: this.#thingsOf(step) };
    return this.#underWay?.things.has(thing) ?? false;
  }

  /** The records that a step made, as they are now: one that came back is another item. */
  #thingsOf({ insertions }: Step): Set<Y.Item> {
    const things = new Set<Y.Item>();
    const transaction = this.doc._transaction;
    if (!transaction) return things;
    Y.iterateDeletedStructs(transaction, insertions, (struct) => {
      if (!(struct instanceof Y.Item) || struct.parentSub === null) return;
      let item = struct;
      while (item.redone !== null) item = Y.getItem(this.doc.store, item.redone);
      if (thingOf(item) === item) things.add(item);
    });
    return things;
  }

  #spare(isThing: boolean): false {
    if (isThing) {
      this.#spared = true;
      const stack = this.undoing ? this.undoStack : this.redoStack;
      this.#aside = [...this.#aside, ...stack.splice(0)];
    }
    return false;
  }

  #othersWroteIn(thing: Y.Item): boolean {
    return wordsIn(thing).some((piece) => this.#isOthers(piece));
  }

  /** While redoing, what an undo brought back is gone for the same reason as before: only new words count. */
  #isOthers(piece: Y.Item): boolean {
    if (piece.id.client !== this.doc.clientID) return true;
    const end = piece.id.clock + piece.length;
    return (
      !this.redoing &&
      this.#copies.some(({ clock, len }) => clock < end && clock + len > piece.id.clock)
    );
  }

  #writtenSince(step: Step | undefined): ReadonlySet<Y.Item> {
    const written = new Set<Y.Item>();
    if (!step) return written;
    const client = this.doc.clientID;
    for (const root of this.#records) {
      for (const thing of root._map.values()) {
        if (thing.deleted || !Y.isDeleted(step.insertions, thing.id)) continue;
        if (wordsIn(thing).some((piece) => piece.id.client !== client)) written.add(thing);
      }
    }
    return written;
  }

  readonly #after = (transaction: Y.Transaction): void => {
    if (transaction.origin === this) this.#rememberCopies(transaction);
    else if (!this.trackedOrigins.has(transaction.origin)) this.#takeAlong(transaction);
  };

  #rememberCopies(transaction: Y.Transaction): void {
    const step = this.currStackItem;
    if (!step) return;
    Y.iterateDeletedStructs(transaction, step.deletions, (item) => {
      if (!(item instanceof Y.Item) || item.redone === null) return;
      if (item.content instanceof Y.ContentString && this.#isOthers(item))
        this.#copies.push({ clock: item.redone.clock, len: item.length });
    });
  }

  /**
   * What others wrote in a thing before they heard that it was taken away here reaches us inside
   * something deleted. It is kept with the step, and comes back when the thing does.
   */
  #takeAlong(transaction: Y.Transaction): void {
    if (transaction.deleteSet.clients.size === 0) return;
    const steps = [...this.undoStack, ...this.redoStack];
    if (steps.length === 0) return;
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
      if (!(item instanceof Y.Item)) return;
      if (item.id.clock < (transaction.beforeState.get(item.id.client) ?? 0)) return;
      const thing = thingOf(item);
      const step = steps.find(({ deletions }) => Y.isDeleted(deletions, thing.id));
      if (!step) return;
      const late = Y.createDeleteSet();
      late.clients.set(item.id.client, [{ clock: item.id.clock, len: item.length }]);
      step.deletions = Y.mergeDeleteSets([step.deletions, late]);
      item.keep = true;
    });
  }
}

/** The note or group that something is in: the entry of a root. */
function thingOf(item: Y.Item): Y.Item {
  let thing = item;
  for (;;) {
    const parent = thing.parent instanceof Y.AbstractType ? thing.parent._item : null;
    if (parent === null) return thing;
    thing = parent;
  }
}

/** Pieces of the shared texts of a record that are not blank. */
function wordsIn(thing: Y.Item): Y.Item[] {
  const map = thing.content instanceof Y.ContentType ? thing.content.type : undefined;
  const pieces: Y.Item[] = [];
  if (!(map instanceof Y.Map)) return pieces;
  for (const text of map.values() as Iterable<unknown>) {
    if (!(text instanceof Y.Text)) continue;
    for (let piece = text._start; piece !== null; piece = piece.right) {
      const { content, deleted } = piece;
      if (!deleted && content instanceof Y.ContentString && content.str.trim() !== '')
        pieces.push(piece);
    }
  }
  return pieces;
}
