/** The fields of a list's records, declared: what the server lets in, and nothing else. */
import { ITEM_MOST } from '#document/kinds/lists/records';
import { flag, ID_MOST, line, order, ref, text } from '#document/records/fields';

export const listsRecords = {
  lists: { order: order() },
  items: { list: ref(), says: line(ID_MOST), text: text(ITEM_MOST), done: flag(), order: order() },
};
