/**
 * Reads a wall again and again at little cost: only touched notes are read from the document, the
 * layout is derived anew. Own changes are told at once, others' once per animation frame.
 */
import type * as Y from 'yjs';
import { arrangedWall, type PlainWall } from '#document/plain';
import { roots } from '#document/schema';
import { readGroup, readNote, type StoredGroup, type StoredNote } from '#document/shapes';
import { nextFrame } from '$lib/room/next-frame';

type Events = Y.YEvent<Y.AbstractType<unknown>>[];

/** Ids of the root's entries that these events touched. */
function touchedBy(events: Events): string[] {
  return events.flatMap((event) => {
    const id = event.path[0];
    return typeof id === 'string' ? [id] : [...event.changes.keys.keys()];
  });
}

/**
 * Calls `tell` with the whole wall, first at once and then after changes.
 * @returns a function that ends it.
 */
export function readWall(doc: Y.Doc, tell: (wall: PlainWall) => void): () => void {
  const notes = new Map<string, StoredNote>();
  const groups = new Map<string, StoredGroup>();
  const touched = { notes: new Set<string>(), groups: new Set<string>() };

  const flush = (): void => {
    frame.cancel();
    for (const id of touched.notes) {
      const note = readNote(id, roots.notes(doc).get(id));
      if (note) notes.set(id, note);
      else notes.delete(id);
    }
    for (const id of touched.groups) {
      const group = readGroup(id, roots.groups(doc).get(id));
      if (group) groups.set(id, group);
      else groups.delete(id);
    }
    touched.notes.clear();
    touched.groups.clear();
    tell(arrangedWall([...notes.values()], [...groups.values()]));
  };
  const frame = nextFrame(flush);
  const onNotes = (events: Events): void =>
    touchedBy(events).forEach((id) => touched.notes.add(id));
  const onGroups = (events: Events): void =>
    touchedBy(events).forEach((id) => touched.groups.add(id));
  const onTransaction = (transaction: Y.Transaction): void => {
    if (touched.notes.size === 0 && touched.groups.size === 0) return;
    if (transaction.local) flush();
    else frame.ask();
  };

  roots.notes(doc).forEach((_note, id) => touched.notes.add(id));
  roots.groups(doc).forEach((_group, id) => touched.groups.add(id));
  roots.notes(doc).observeDeep(onNotes);
  roots.groups(doc).observeDeep(onGroups);
  doc.on('afterTransaction', onTransaction);
  flush();
  return () => {
    frame.cancel();
    roots.notes(doc).unobserveDeep(onNotes);
    roots.groups(doc).unobserveDeep(onGroups);
    doc.off('afterTransaction', onTransaction);
  };
}
