/**
 * Reads a wall again and again at little cost: only touched notes are read from the document, and
 * what only they change is patched into the layout ([D30]). Own changes are told at once, others'
 * once per animation frame.
 */
import type * as Y from 'yjs';
import { patchedNotes } from '#document/patched-wall';
import { arrangedWall, type PlainNote, type PlainWall } from '#document/plain';
import { WallIndex } from '#document/wall-index';
import { nextFrame } from '$lib/room/next-frame';

export type WallTold = (
  wall: PlainWall,
  /** The notes that are drawn differently now; undefined when anything may be. */
  changed: readonly PlainNote[] | undefined,
  /** The same wall as it is stored. */
  index: WallIndex,
) => void;

/**
 * Calls `tell` with the whole wall, first at once and then after changes.
 * @returns a function that ends it.
 */
export function readWall(doc: Y.Doc, tell: WallTold): () => void {
  const index = new WallIndex(doc);
  let wall = arranged(index);
  let shown = byId(wall);

  const flush = (): void => {
    frame.cancel();
    const before = [...index.touched.notes].map((id) => [id, index.notes.get(id)] as const);
    const { groups } = index.refresh();
    const changes = before.map(([id, was]) => ({ before: was, after: index.notes.get(id) }));
    const changed = groups.size === 0 ? patchedNotes(changes, shown) : undefined;
    if (changed) {
      for (const note of changed) shown.set(note.id, note);
      wall = { notes: [...shown.values()], groups: wall.groups };
    } else {
      wall = arranged(index);
      shown = byId(wall);
    }
    tell(wall, changed, index);
  };
  const frame = nextFrame(flush);
  const onTransaction = (transaction: Y.Transaction): void => {
    if (index.isFresh) return;
    if (transaction.local) flush();
    else frame.ask();
  };
  doc.on('afterTransaction', onTransaction);
  tell(wall, undefined, index);
  return () => {
    frame.cancel();
    index.destroy();
    doc.off('afterTransaction', onTransaction);
  };
}

function arranged({ notes, groups }: WallIndex): PlainWall {
  return arrangedWall([...notes.values()], [...groups.values()]);
}

/** In reading order, which setting a note anew does not change. */
function byId(wall: PlainWall): Map<string, PlainNote> {
  return new Map(wall.notes.map((note) => [note.id, note]));
}
