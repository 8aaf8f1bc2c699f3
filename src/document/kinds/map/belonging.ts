/** What hangs under a chapter of the map: how the operations find its order. */
import * as Y from 'yjs';
import { mapRoot } from '#document/kinds/map/records';
import { byOrder, type Ordered } from '#document/order';

/** In order; what has no order is left out. */
export function belonging(doc: Y.Doc, record: 'marks' | 'pins', chapterId: string): Ordered[] {
  const found: Ordered[] = [];
  mapRoot(doc, record).forEach((map, id) => {
    const order: unknown = map instanceof Y.Map ? map.get('order') : undefined;
    if (typeof order === 'string' && map.get('chapter') === chapterId) found.push({ id, order });
  });
  return found.sort(byOrder);
}
