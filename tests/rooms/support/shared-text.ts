/**
 * A text that the tests of rooms type in without caring about boards: the words of one note that is
 * in the room's first bytes. Whoever has not heard of it yet puts the same bytes in their own copy.
 */
import * as Y from 'yjs';
import { seedUpdate, SERVER_SEED_CLIENT_ID, type DocumentKind } from '#document/schema';

/** Two notes: one to type in, one in which a test keeps a list. */
const ids = ['shared', 'list'] as const;

/** The same bytes each time: a room's seed with these notes. */
export function sharedSeed(kind: DocumentKind): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(kind));
  doc.clientID = SERVER_SEED_CLIENT_ID;
  doc.transact(() => {
    for (const id of ids) {
      const note = new Y.Map<unknown>();
      note.set('text', new Y.Text());
      doc.getMap('notes').set(id, note);
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

export function sharedText(doc: Y.Doc, id: (typeof ids)[number] = 'shared'): Y.Text {
  const notes = doc.getMap<Y.Map<Y.Text>>('notes');
  if (!notes.has(id)) Y.applyUpdate(doc, sharedSeed('wall'));
  const text = notes.get(id)?.get('text');
  if (!text) throw new Error('the shared text is gone');
  return text;
}

/** Whether a note is one of these. */
export function isShared(id: string): boolean {
  return ids.some((one) => one === id);
}
