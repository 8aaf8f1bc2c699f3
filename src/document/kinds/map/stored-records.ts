/** How a map's records are stored and ordered: the one way in which the operations write them. */
import * as Y from 'yjs';
import { setFields, storedMap } from '#document/boards/stored';
import { mapRoot, type MapRecord } from '#document/kinds/map/records';
import type { Origin } from '#document/origins';
import { byOrder, orderKeys, type Ordered } from '#document/order';

/** What hangs under a chapter, in order; what has no order is left out. */
export function belonging(doc: Y.Doc, record: 'marks' | 'pins', chapterId: string): Ordered[] {
  const found: Ordered[] = [];
  mapRoot(doc, record).forEach((map, id) => {
    const order: unknown = map instanceof Y.Map ? map.get('order') : undefined;
    if (typeof order === 'string' && map.get('chapter') === chapterId) found.push({ id, order });
  });
  return found.sort(byOrder);
}

/** The key with which this comes in front of `before`, or last for null. @param id its own place does not count. */
export function keyBefore(sorted: readonly Ordered[], id: string, before: string | null): string {
  const rest = sorted.filter((one) => one.id !== id);
  return orderKeys(rest, { before, count: 1 })[0] ?? 'a0';
}

/** Makes a record, in one transaction; one that is there under that id is replaced. */
export function put(
  doc: Y.Doc,
  record: MapRecord,
  id: string,
  origin: Origin,
  fields: () => Record<string, unknown>,
): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    for (const [field, value] of Object.entries(fields())) map.set(field, value);
    mapRoot(doc, record).set(id, map);
  }, origin);
}

/** Writes the fields that differ; nothing when the record is gone. */
export function change(
  doc: Y.Doc,
  record: MapRecord,
  id: string,
  fields: Record<string, unknown>,
  origin: Origin,
): void {
  const map = storedMap(mapRoot(doc, record), id);
  if (map) doc.transact(() => setFields(map, fields), origin);
}
