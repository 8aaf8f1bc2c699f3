/** Tells which notes a person at this browser touched, transaction by transaction; others' work is not told. */
import * as Y from 'yjs';
import { recordRoots } from '#document/kinds/record-roots';
import { roots } from '#document/schema';

export type OwnWork = {
  /** Notes whose text was written, or that were made. */
  written: Set<string>;
  /** Notes changed in another way: moved, coloured, put in a group. */
  changed: Set<string>;
  removed: Set<string>;
  /** Groups whose label was written. */
  labelled: Set<string>;
  groupsRemoved: Set<string>;
  /** Something beside notes changed, such as a group or anything on a map. */
  beside: boolean;
};

const nothing = (): OwnWork => ({
  written: new Set(),
  changed: new Set(),
  removed: new Set(),
  labelled: new Set(),
  groupsRemoved: new Set(),
  beside: false,
});

/**
 * Calls `listener` after each local transaction, after the update of it went to whoever listened
 * to the document before this was called.
 * @returns a function that ends it.
 */
export function watchOwnWork(doc: Y.Doc, listener: (work: OwnWork) => void): () => void {
  let work = nothing();
  const notes = roots.notes(doc);
  const groups = roots.groups(doc);
  const others = recordRoots(doc).filter((root) => root !== notes && root !== groups);

  const onNotes = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local) return;
    for (const event of events) {
      const noteId = event.path[0];
      if (typeof noteId === 'string') {
        (event.target instanceof Y.Text ? work.written : work.changed).add(noteId);
        continue;
      }
      event.changes.keys.forEach(({ action }, id) =>
        (action === 'delete' ? work.removed : work.written).add(id),
      );
    }
  };
  const onGroups = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local) return;
    work.beside = true;
    for (const event of events) {
      const groupId = event.path[0];
      if (event.target instanceof Y.Text && typeof groupId === 'string') {
        work.labelled.add(groupId);
      } else if (groupId === undefined) {
        event.changes.keys.forEach(({ action }, id) => {
          if (action === 'delete') work.groupsRemoved.add(id);
        });
      }
    }
  };
  const onOthers = (_events: unknown, transaction: Y.Transaction): void => {
    if (transaction.local) work.beside = true;
  };
  const onUpdate = (
    _update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local) return;
    const done = work;
    work = nothing();
    listener(done);
  };

  notes.observeDeep(onNotes);
  groups.observeDeep(onGroups);
  for (const root of others) root.observeDeep(onOthers);
  doc.on('update', onUpdate);
  return () => {
    notes.unobserveDeep(onNotes);
    groups.unobserveDeep(onGroups);
    for (const root of others) root.unobserveDeep(onOthers);
    doc.off('update', onUpdate);
  };
}
