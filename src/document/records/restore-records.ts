/**
 * Records of a document made to read as those of another: what is not in it goes, what was removed
 * comes back under its id, a text is mended by its difference, everything else changes only where it
 * differs. Follows the declarations: what is not declared, or not stored as declared, stays out.
 */
import * as Y from 'yjs';
import { newText, setFields } from '#document/boards/stored';
import type { Origin } from '#document/origins';
import { isRecordId } from '#document/records/fields';
import type { Fields, Kind } from '#document/records/kinds';
import { spliceBetween } from '#document/text';

type Root = Y.Map<Y.Map<unknown>>;
type Read = {
  readonly texts: ReadonlyMap<string, Y.Text>;
  readonly values: Record<string, unknown>;
};

/** @param records the declared records of the kind that both are of. One transaction. */
export function restoreRecords(
  doc: Y.Doc,
  from: Y.Doc,
  { records, origin }: { records: Kind['records']; origin: Origin },
): void {
  doc.transact(() => {
    for (const [name, fields] of Object.entries(records)) {
      restoreRoot(doc.getMap(name), from.getMap(name), fields);
    }
  }, origin);
}

/**
 * Adds what `from` has and `doc` has not, by id; what both have stays as it is in `doc`. One transaction.
 * @param records as of `restoreRecords`.
 */
export function addRecords(
  doc: Y.Doc,
  from: Y.Doc,
  { records, origin }: { records: Kind['records']; origin: Origin },
): void {
  doc.transact(() => {
    for (const [name, fields] of Object.entries(records)) {
      const into: Root = doc.getMap(name);
      const root: Root = from.getMap(name);
      root.forEach((wanted, id) => {
        if (!(wanted instanceof Y.Map) || !isRecordId(id) || into.has(id)) return;
        into.set(id, made(read(wanted, fields)));
      });
    }
  }, origin);
}

function restoreRoot(into: Root, from: Root, fields: Fields): void {
  for (const id of [...into.keys()]) if (!from.has(id)) into.delete(id);
  from.forEach((wanted, id) => {
    if (!(wanted instanceof Y.Map) || !isRecordId(id)) return;
    const there = into.get(id);
    if (there instanceof Y.Map) restoreRecord(there, read(wanted, fields));
    else into.set(id, made(read(wanted, fields)));
  });
}

function read(record: Y.Map<unknown>, fields: Fields): Read {
  const texts = new Map<string, Y.Text>();
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const stored = record.get(name);
    if (stored instanceof Y.Text && field.kind === 'text') texts.set(name, stored);
    else if (field.kind !== 'text' && field.accepts(stored)) values[name] = stored;
  }
  return { texts, values };
}

function restoreRecord(into: Y.Map<unknown>, { texts, values }: Read): void {
  for (const name of [...into.keys()]) {
    if (!texts.has(name) && !(name in values)) into.delete(name);
  }
  setFields(into, values);
  for (const [name, text] of texts) {
    const there = into.get(name);
    if (there instanceof Y.Text) mend(there, text.toString());
    else into.set(name, copyOf(text));
  }
}

function mend(text: Y.Text, wanted: string): void {
  const splice = spliceBetween(text.toString(), wanted);
  if (!splice) return;
  if (splice.remove > 0) text.delete(splice.index, splice.remove);
  if (splice.insert) text.insert(splice.index, splice.insert);
}

function made({ texts, values }: Read): Y.Map<unknown> {
  const record = new Y.Map<unknown>(Object.entries(values));
  for (const [name, text] of texts) record.set(name, copyOf(text));
  return record;
}

/** Whole, however long two at once made it. */
function copyOf(text: Y.Text): Y.Text {
  return newText(text.toString(), text.length);
}
