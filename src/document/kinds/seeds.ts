/** How what stands on a board from the beginning is seeded: with the same bytes each time. */
import * as Y from 'yjs';
import { orderKeys, type Ordered } from '#document/order';

export function putSeed(
  doc: Y.Doc,
  root: string,
  id: string,
  fields: Record<string, unknown>,
): void {
  const record = new Y.Map<unknown>();
  for (const [field, value] of Object.entries(fields)) record.set(field, value);
  doc.getMap<Y.Map<unknown>>(root).set(id, record);
}

/** An order key for each id, ascending, the same keys each time. */
export function evenKeys(ids: readonly string[]): ReadonlyMap<string, string> {
  const none: readonly Ordered[] = [];
  const keys = orderKeys(none, { before: null, count: ids.length, random: () => 0.5 });
  return new Map(ids.map((id, at) => [id, keys[at] ?? 'a0']));
}
