/**
 * Lists as plain objects, in reading order. Equal documents give equal plains. Reading never throws;
 * what does not fit its field reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import { prose, stored, word } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';

export type PlainItem = {
  id: string;
  /** Key of seeded words; empty of what somebody added. */
  says: string;
  /** Words of who added it. */
  text: string;
  done: boolean;
  order: string;
};
export type PlainList = { id: string; order: string; items: PlainItem[] };
export type PlainLists = { lists: PlainList[] };

/** What belongs to a list that is not there is not read. */
export function plainLists(doc: Y.Doc): PlainLists {
  const items = stored(doc, 'items').map(({ id, get }) => ({
    listId: word(get('list')),
    item: {
      ...{ id, says: word(get('says')), text: prose(get('text')) },
      ...{ done: get('done') === true, order: word(get('order')) },
    },
  }));
  const lists = stored(doc, 'lists')
    .map(({ id, get }) => ({ id, order: word(get('order')) }))
    .sort(byOrder)
    .map((list): PlainList => {
      const own = items.filter(({ listId }) => listId === list.id).map(({ item }) => item);
      return { ...list, items: own.sort(byOrder) };
    });
  return { lists };
}

/** How much is ticked off, of how much. */
export function ticked({ lists }: PlainLists): { done: number; of: number } {
  const items = lists.flatMap((list) => list.items);
  return { done: items.filter(({ done }) => done).length, of: items.length };
}
