/**
 * Lists for the screen: what is on them as plains that keep their identity while they read the same, and
 * the acts that change them. The only door from the lists' components to their document.
 */
import * as lists from '#document/kinds/lists/operations';
import { plainLists, type PlainLists } from '#document/kinds/lists/plain';
import { ITEM_MOST } from '#document/kinds/lists/records';
import { local } from '#document/origins';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export class ListsModel extends Followed<PlainLists> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainLists);
  }

  /** @returns the id of the new item; null on a list that is only read. */
  addItem(listId: string, { text = '', before = null }: { text?: string; before?: string | null }) {
    return this.add((doc, id) => lists.addItem(doc, { id, listId, text, before }, local));
  }
  setDone(id: string, done: boolean): void {
    this.act((doc) => lists.setDone(doc, id, done, local));
  }
  moveItem(id: string, to: { listId: string; before: string | null }): void {
    this.act((doc) => lists.moveItem(doc, id, to, local));
  }
  removeItem(id: string): void {
    this.act((doc) => lists.removeItem(doc, id, local));
  }

  /** Undefined when it is gone. */
  textOf(id: string): string | undefined {
    return lists.textOfItem(this.room.doc, id);
  }

  /** For `<textarea {@attach model.editing(id)}>`. */
  editing(id: string): (field: TextField) => () => void {
    return this.open.editing({
      key: id,
      read: () => this.textOf(id),
      edit: (change) => lists.editItemText(this.room.doc, id, change, local),
      max: ITEM_MOST,
    });
  }
}
