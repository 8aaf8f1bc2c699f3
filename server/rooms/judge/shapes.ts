/**
 * Judges what an update would add to a document by what the document's kind declares: known roots,
 * records in them, their declared fields, plain text. A table over the declarations, so a new kind
 * of board is judged without a line here. What the document has already is not judged again: an old
 * one may hold anything, and whoever has a copy of it says so in each whole step 2.
 */
import * as Y from 'yjs';
import { fieldOf, type Fields, type Kind } from '#document/records/kinds';
import { isRecordId, type ValueField } from '#document/records/fields';
import { isContentString } from '#document/records/strings';
import { Placing, type Place } from '#server/rooms/judge/placing';
import type { ItemStruct, Struct, Update } from '#server/rooms/judge/read-update';

/** What an update may add at most; see limits.ts. */
export type GrowthBounds = {
  readonly newStructs: number;
  readonly newDeleteRanges: number;
};

/**
 * @param update without a gap (see `hasGap`).
 * @returns why it is refused, in a few words for the log and the close reason; undefined when it is fine.
 */
export function refusalOf(
  update: Update,
  doc: Y.Doc,
  kind: Kind,
  bounds: GrowthBounds,
): string | undefined {
  const placing = new Placing(update, doc, kind);
  return (
    refusedStructs(update, doc, placing, bounds.newStructs) ??
    refusedDeletions(update, doc, placing, bounds.newDeleteRanges)
  );
}

function refusedStructs(
  { structs }: Update,
  doc: Y.Doc,
  placing: Placing,
  most: number,
): string | undefined {
  let count = 0;
  for (const [client, list] of structs) {
    const known = Y.getState(doc.store, client);
    for (const struct of list) {
      const isNew = struct.clock + struct.length > known;
      if (isNew && struct.kind !== 'skip') count += 1;
      if (count > most) return `more than ${most} new structs`;
      const why = isNew ? refusedStruct(struct, placing) : refusedEcho(struct, doc);
      if (why) return why;
    }
  }
  return undefined;
}

/** Of what is known already Yjs still makes the root that it names. */
function refusedEcho(struct: Struct, doc: Y.Doc): string | undefined {
  if (struct.kind !== 'item' || struct.root === null || doc.share.has(struct.root)) {
    return undefined;
  }
  return 'a root that is not declared';
}

function refusedStruct(struct: Struct, placing: Placing): string | undefined {
  if (struct.kind !== 'item') return undefined;
  const { client, clock, content } = struct;
  const isAhead = [struct.origin, struct.right, struct.parent].some(
    (id) => id?.client === client && id.clock >= clock,
  );
  if (isAhead) return 'a struct that leans on a later one of its own client';
  const place = placing.placeOf(struct);
  if (!place) return 'structs that lean on each other in a ring';
  return refusedAt(place, content);
}

function refusedAt({ container, key }: Place, content: ItemStruct['content']): string | undefined {
  switch (container.kind) {
    case 'gone':
      // Yjs keeps nothing of it but its length; that it is small is known from the frame.
      return undefined;
    case 'undeclared':
      return 'a root or type that is not declared';
    case 'meta':
      return 'what only the server writes';
    case 'root':
      if (key === null || !isRecordId(key)) return 'a record without a proper id';
      if (content.kind === 'deleted') return undefined;
      return content.kind === 'type' && content.type === 'map' ? undefined : 'not a record';
    case 'record':
      return refusedField(container.fields, key, content);
    case 'text': {
      if (key !== null) return 'a key in a text';
      if (content.kind === 'deleted') return undefined;
      if (content.kind !== 'string') return 'what is no plain text';
      return isContentString(content.text, container.field.most)
        ? undefined
        : 'a text that no writer makes';
    }
  }
}

function refusedField(
  fields: Fields,
  key: string | null,
  content: ItemStruct['content'],
): string | undefined {
  const field = key === null ? undefined : fieldOf(fields, key);
  if (!field) return 'a field that is not declared';
  if (content.kind === 'deleted') return undefined;
  if (field.kind === 'text') {
    return content.kind === 'type' && content.type === 'text' ? undefined : 'no text in its field';
  }
  return field.accepts(valueIn(content, field)) ? undefined : 'a value that its field has not';
}

/** The one value that Yjs will read here; bytes only as Yjs itself stores them. */
function valueIn(content: ItemStruct['content'], { kind }: ValueField): unknown {
  if (kind === 'bytes') return content.kind === 'bytes' ? content.bytes : undefined;
  return content.kind === 'values' && content.values.length === 1 ? content.values[0] : undefined;
}

/** What the document holds and the update would delete: anything but what the server alone writes. */
function refusedDeletions(
  { deletes }: Update,
  doc: Y.Doc,
  placing: Placing,
  most: number,
): string | undefined {
  let count = 0;
  for (const [client, ranges] of deletes) {
    const structs = doc.store.clients.get(client) ?? [];
    const known = Y.getState(doc.store, client);
    for (const { clock, length } of ranges) {
      const end = Math.min(clock + length, known);
      let isNew = clock + length > known;
      let at = clock < known ? Y.findIndexSS(structs, clock) : structs.length;
      for (let struct = structs[at]; struct && struct.id.clock < end; struct = structs[++at]) {
        if (struct.deleted) continue;
        isNew = true;
        if (struct instanceof Y.Item && placing.placeInDoc(struct).container.kind === 'meta') {
          return 'what only the server writes';
        }
      }
      if (isNew) count += 1;
      if (count > most) return `more than ${most} new deletions`;
    }
  }
  return undefined;
}
