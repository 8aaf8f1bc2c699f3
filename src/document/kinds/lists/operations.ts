/**
 * Working through a list. Each function is one transaction with the origin it is given, writes only
 * what changes and does nothing to what is gone; ids are the caller's.
 */
import type * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import { plainLists, type PlainLists } from '#document/kinds/lists/plain';
import { ITEM_MOST } from '#document/kinds/lists/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { applyEdit } from '#document/text';

/** Adds what is to be done under a heading; nothing where that heading is not. @param before null: last. */
export function addItem(
  doc: Y.Doc,
  item: { id: string; listId: string; text?: string; before?: string | null },
  origin: Origin,
): void {
  const { id, listId, text = '', before = null } = item;
  const items = itemsOf(doc, listId);
  if (!items) return;
  put(doc, 'items', id, origin, () => ({
    ...{ list: listId, says: '', text: newText(text, ITEM_MOST), done: false },
    order: keyBefore(items, id, before),
  }));
}

export function setDone(doc: Y.Doc, id: string, done: boolean, origin: Origin): void {
  change(doc, 'items', id, { done }, origin);
}

/** Puts an item before another of a list, or last there. Two who move the same one leave it in one place. */
export function moveItem(
  doc: Y.Doc,
  id: string,
  to: { listId: string; before: string | null },
  origin: Origin,
): void {
  const items = itemsOf(doc, to.listId);
  if (!items || id === to.before) return;
  const at = items.findIndex((item) => item.id === id);
  if (at !== -1 && (items[at + 1]?.id ?? null) === to.before) return;
  const order = keyBefore(items, id, to.before);
  change(doc, 'items', id, { list: to.listId, order }, origin);
}

export function removeItem(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'items', [id], origin);
}

/** Undefined when it is gone. */
export function textOfItem(doc: Y.Doc, id: string): string | undefined {
  return sharedText(doc, { record: 'items', id, field: 'text' })?.toString();
}

/** One person's change of the words, as their field showed them before and after. */
export function editItemText(
  doc: Y.Doc,
  id: string,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, { record: 'items', id, field: 'text' });
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: ITEM_MOST }), origin);
}

/** Writes lists, as they read, on an empty document: same ids, same order. One transaction. */
export function writeLists(doc: Y.Doc, { lists }: PlainLists, origin: Origin): void {
  doc.transact(() => {
    for (const { id: listId, order, items } of lists) {
      put(doc, 'lists', listId, origin, () => ({ order }));
      for (const { id, text, ...fields } of items) {
        put(doc, 'items', id, origin, () => ({ ...fields, list: listId, text: newText(text) }));
      }
    }
  }, origin);
}

function itemsOf(doc: Y.Doc, listId: string) {
  return plainLists(doc).lists.find(({ id }) => id === listId)?.items;
}
