/**
 * Makes a note or group read as it once did, by the smallest change: equal fields are left alone,
 * a text is mended where it differs, what is gone comes back under its id. Used by the server's
 * guard and by restoring an older wall. Each runs inside a transaction of the caller.
 */
import * as Y from 'yjs';
import { readGroup, readNote, type StoredGroup, type StoredNote } from '#document/shapes';
import { applyEdit } from '#document/text';
import { storedPicture } from '#document/boards/put-note';
import { newText, setFields, storedMap, storedText } from '#document/boards/stored';
import { roots } from '#document/schema';

/** Fields of a note that its place follows from. */
export const placeFields = ['at', 'group', 'under', 'order'] as const;
/** Fields that say whose it is. */
export const nameFields = ['by', 'author'] as const;

type NoteField = Exclude<keyof StoredNote, 'id'>;
type GroupField = Exclude<keyof StoredGroup, 'id'>;

/** Makes these fields of a note read as given, all when left out; a note that is gone comes back whole. */
export function putBackNote(doc: Y.Doc, note: StoredNote, only?: readonly NoteField[]): void {
  const now = readNote(note.id, roots.notes(doc).get(note.id));
  const map = now ? storedMap(roots.notes(doc), note.id) : newMap(roots.notes(doc), note.id);
  if (!map) return;
  const fields = now && only ? only : noteFields;
  for (const field of fields) {
    if (now && sameField(now[field], note[field])) continue;
    putField(map, field, note);
  }
}

/** The same for a group. */
export function putBackGroup(doc: Y.Doc, group: StoredGroup, only?: readonly GroupField[]): void {
  const now = readGroup(group.id, roots.groups(doc).get(group.id));
  const map = now ? storedMap(roots.groups(doc), group.id) : newMap(roots.groups(doc), group.id);
  if (!map) return;
  for (const field of now && only ? only : groupFields) {
    if (now && sameField(now[field], group[field])) continue;
    putField(map, field, group);
  }
}

/** The fields in which two readings of a note differ. */
export function changedNoteFields(before: StoredNote, after: StoredNote): NoteField[] {
  return noteFields.filter((field) => !sameField(before[field], after[field]));
}

export function changedGroupFields(before: StoredGroup, after: StoredGroup): GroupField[] {
  return groupFields.filter((field) => !sameField(before[field], after[field]));
}

const noteFields: readonly NoteField[] = [
  ...(['text', 'color', 'z', 'locked', 'picture'] as const),
  ...placeFields,
  ...nameFields,
];
const groupFields: readonly GroupField[] = ['label', 'at', 'order', 'locked'];

function newMap(root: Y.Map<Y.Map<unknown>>, id: string): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  root.set(id, map);
  return map;
}

function putField(
  map: Y.Map<unknown>,
  field: NoteField | GroupField,
  from: Partial<StoredNote & StoredGroup>,
): void {
  switch (field) {
    case 'text':
    case 'label':
      return putText(map, field, from[field] ?? '');
    case 'at':
      return setFields(map, { at: [...(from.at ?? [0, 0])] });
    case 'picture':
      return putOrDrop(map, field, from.picture ? storedPicture(from.picture) : undefined);
    case 'z':
      return putOrDrop(map, field, from.z || undefined);
    case 'locked':
      return putOrDrop(map, field, from.locked || undefined);
    case 'by':
    case 'author':
      return putOrDrop(map, field, from[field]);
    default:
      return setFields(map, { [field]: from[field] });
  }
}

/** A field that is not there reads as its neutral value, so it is not written either. */
function putOrDrop(map: Y.Map<unknown>, field: string, value: unknown): void {
  if (value !== undefined) setFields(map, { [field]: value });
  else if (map.has(field)) map.delete(field);
}

function putText(map: Y.Map<unknown>, field: 'text' | 'label', words: string): void {
  const text = storedText(map, field);
  // What was there may be longer than a writer may make it (two at once): it comes back whole.
  if (!text) map.set(field, newText(words, words.length));
  else applyEdit(text, { before: text.toString(), after: words, max: Infinity });
}

function sameField(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [x, y] = [Object.values(a), Object.values(b)];
  return x.length === y.length && x.every((one, at) => one === y[at]);
}
