/** How the records of a kind are stored and ordered: the one way in which the operations of a kind write them. */
import * as Y from 'yjs';
import { setFields, storedMap } from '#document/boards/stored';
import type { Origin } from '#document/origins';
import { orderKeys, type Ordered } from '#document/order';

/** A record as it is stored, to be read field by field. */
export type Stored = { id: string; get: (field: string) => unknown };

/** Every record of a root; what is no record is left out. */
export function stored(doc: Y.Doc, root: string): Stored[] {
  const all: Stored[] = [];
  doc.getMap<Y.Map<unknown>>(root).forEach((map, id) => {
    if (map instanceof Y.Map) all.push({ id, get: (field) => map.get(field) as unknown });
  });
  return all;
}

/** A stored value as one line of words; '' of anything else. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A stored text as its words; '' of anything else. */
export function prose(value: unknown): string {
  return value instanceof Y.Text ? value.toString() : '';
}

/** The key with which this comes in front of `before`, or last for null. @param id its own place does not count. */
export function keyBefore(sorted: readonly Ordered[], id: string, before: string | null): string {
  const rest = sorted.filter((one) => one.id !== id);
  return orderKeys(rest, { before, count: 1 })[0] ?? 'a0';
}

/** Makes a record, in one transaction; one that is there under that id is replaced. */
export function put(
  doc: Y.Doc,
  root: string,
  id: string,
  origin: Origin,
  fields: () => Record<string, unknown>,
): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    for (const [field, value] of Object.entries(fields())) map.set(field, value);
    doc.getMap<Y.Map<unknown>>(root).set(id, map);
  }, origin);
}

/** Writes the fields that differ; nothing when the record is gone. */
export function change(
  doc: Y.Doc,
  root: string,
  id: string,
  fields: Record<string, unknown>,
  origin: Origin,
): void {
  const map = storedMap(doc.getMap(root), id);
  if (map) doc.transact(() => setFields(map, fields), origin);
}

/** Takes records away, in one transaction; those that are gone are left alone. */
export function remove(doc: Y.Doc, root: string, ids: readonly string[], origin: Origin): void {
  const records = doc.getMap<Y.Map<unknown>>(root);
  const there = ids.filter((id) => records.has(id));
  if (there.length > 0) doc.transact(() => there.forEach((id) => records.delete(id)), origin);
}

/** The shared words of a field; undefined when the record is gone. */
export function sharedText(
  doc: Y.Doc,
  { record, id, field }: { record: string; id: string; field: string },
): Y.Text | undefined {
  const value: unknown = storedMap(doc.getMap(record), id)?.get(field);
  return value instanceof Y.Text ? value : undefined;
}
