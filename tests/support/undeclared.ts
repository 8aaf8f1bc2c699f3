/** Holds a document to the declarations of its kind, as it is and not as it is read. */
import * as Y from 'yjs';
import { isRecordId } from '#document/records/fields';
import { fieldOf, fieldsOf, kinds } from '#document/records/kinds';
import type { DocumentKind } from '#document/schema';

/** What a document holds beside what its kind declares: roots, records, fields, contents. */
export function undeclared(doc: Y.Doc, kindId: DocumentKind): string[] {
  const kind = kinds[kindId];
  const wrong: string[] = [];
  for (const root of doc.share.keys()) {
    if (root === kind.meta) continue;
    const fields = fieldsOf(kind, root);
    if (!fields) {
      wrong.push(`root ${root}`);
      continue;
    }
    const records = doc.getMap<unknown>(root);
    if (records._start !== null) wrong.push(`a list in ${root}`);
    for (const [id, record] of records) {
      if (!isRecordId(id) || !(record instanceof Y.Map) || record._start !== null) {
        wrong.push(`${root}.${id}`);
        continue;
      }
      for (const [name, stored] of record as Y.Map<unknown>) {
        const field = fieldOf(fields, name);
        const fits = field?.kind === 'text' ? isPlain(stored) : field?.accepts(stored) === true;
        if (!fits) wrong.push(`${root}.${id}.${name}`);
      }
    }
  }
  return wrong;
}

/** A text with nothing in it but letters. */
function isPlain(stored: unknown): boolean {
  if (!(stored instanceof Y.Text) || stored._map.size > 0) return false;
  return (stored.toDelta() as { insert: unknown; attributes?: unknown }[]).every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  );
}
