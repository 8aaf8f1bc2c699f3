/**
 * What a document of lists holds. The server seeds what stands on it from the beginning; people tick,
 * add, move and take away. Each record is keyed by an id of its own.
 *
 * `lists`  id -> { order }: a heading, seeded; its words are in the messages, by its id
 * `items`  id -> { list, says, text: Y.Text, done, order }: `says` is the key of seeded words, shown in
 *          the language of the sprint; of what somebody added it is empty, and `text` holds the words
 */
import * as Y from 'yjs';
import type { StandingList } from '#domain/lists/standing';
import { evenKeys, putSeed } from '#document/kinds/seeds';

/** Longest item that somebody writes, in UTF-16 units. */
export const ITEM_MOST = 300;

/** Inside the transaction of the seed, with the same keys each time: a seed is always the same bytes. */
export function seedLists(doc: Y.Doc, lists: readonly StandingList[]): void {
  const keys = evenKeys(lists.map(({ id }) => id));
  for (const { id, items } of lists) {
    putSeed(doc, 'lists', id, { order: keys.get(id) });
    for (const [item, order] of evenKeys(items)) {
      const fields = { list: id, says: item, text: new Y.Text(), done: false, order };
      putSeed(doc, 'items', item, fields);
    }
  }
}
