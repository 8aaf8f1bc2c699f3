/**
 * Drawing and writing on a pad. Each function is one transaction with the origin it is given, writes
 * only what changes and does nothing to what is gone; ids are the caller's.
 */
import * as Y from 'yjs';
import type { InkColor } from '#document/ink/stroke';
import { isStrokeBytes } from '#document/ink/stroke-bytes';
import { frameIn, isEmptyFrame, plainPad } from '#document/kinds/pad/plain';
import {
  frameOf,
  padLimits,
  padRoot,
  WHOLE,
  type Crop,
  type PadRecord,
  type WordRole,
} from '#document/kinds/pad/records';
import { newText, setFields, storedMap } from '#document/boards/stored';
import type { Origin } from '#document/origins';
import { orderKeys } from '#document/order';
import type { Place } from '#document/schema';
import type { StoredPicture } from '#document/shapes';
import { applyEdit } from '#document/text';

/** What a field showed before and after somebody typed, and where the caret was then. */
export type TextEdit = { before: string; after: string; caret?: number };

/** Lays a finished stroke on top of its frame; nothing when the bytes are no stroke. */
export function addStroke(
  doc: Y.Doc,
  { id, frame, ink }: { id: string; frame: string; ink: Uint8Array },
  origin: Origin,
): void {
  if (!isStrokeBytes(ink)) return;
  put(doc, 'strokes', id, origin, () => ({
    frame,
    order: last(doc, 'strokes', 'frame', frame),
    ink,
  }));
}

export function removeStrokes(doc: Y.Doc, ids: readonly string[], origin: Origin): void {
  remove(doc, 'strokes', ids, origin);
}

/** A sheet behind the others of its step. */
export function addSheet(
  doc: Y.Doc,
  { id, step }: { id: string; step: string },
  origin: Origin,
): void {
  put(doc, 'sheets', id, origin, () => ({ step, order: last(doc, 'sheets', 'step', step) }));
}

/** What lay on it stays in the document, unseen: taking this back brings all of it back. */
export function removeSheet(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'sheets', [id], origin);
}

/**
 * One person's change of the words of a frame, as their field showed it before and after. Where two of
 * their devices had each begun to write, the two become one here.
 * @param at.id the record's, when these are its first words.
 */
export function editWords(
  doc: Y.Doc,
  at: { id: string; frame: string; role: WordRole },
  edit: TextEdit,
  origin: Origin,
): void {
  const { id, frame, role } = at;
  const max = padLimits[role];
  doc.transact(() => {
    const root = padRoot(doc, 'words');
    const [first, ...others] = writtenAt(doc, frame, role);
    if (!first) {
      if (edit.after !== edit.before) {
        put(doc, 'words', id, origin, () => ({ frame, role, text: newText(edit.after, max) }));
      }
      return;
    }
    for (const other of others) {
      if (other.text.length > 0) {
        first.text.insert(
          first.text.length,
          `${first.text.length > 0 ? '\n' : ''}${other.text.toString()}`,
        );
      }
      root.delete(other.id);
    }
    applyEdit(first.text, { ...edit, max });
  }, origin);
}

/** A text on the drawing itself, above what was there. */
export function addText(
  doc: Y.Doc,
  text: { id: string; frame: string; at: Place; color: InkColor; text?: string },
  origin: Origin,
): void {
  const { id, frame, at, color } = text;
  put(doc, 'texts', id, origin, () => ({
    ...{ frame, at, color, order: last(doc, 'texts', 'frame', frame) },
    text: newText(text.text ?? '', padLimits.text),
  }));
}

export function editText(doc: Y.Doc, id: string, edit: TextEdit, origin: Origin): void {
  const text: unknown = storedMap(padRoot(doc, 'texts'), id)?.get('text');
  if (text instanceof Y.Text) {
    doc.transact(() => applyEdit(text, { ...edit, max: padLimits.text }), origin);
  }
}

export function moveText(doc: Y.Doc, id: string, at: Place, origin: Origin): void {
  const text = storedMap(padRoot(doc, 'texts'), id);
  if (text) doc.transact(() => setFields(text, { at }), origin);
}

export function removeText(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'texts', [id], origin);
}

/** A photograph of paper, and the parts of it for the folds or panels of a step, by place from 1. */
export type Paper = {
  /** Made by who sends it: the same one that comes again is laid once. */
  photoId: string;
  stepId: string;
  picture: StoredPicture;
  pieces: readonly { place: number; crop: Crop }[];
};

/**
 * Lays a photograph of paper under the drawings of its frames, all in one step; photographs that lay on them go.
 * On loose sheets it takes the first that is empty, or a new one behind the others.
 */
export function layPaper(doc: Y.Doc, paper: Paper & { loose: boolean }, origin: Origin): void {
  const { photoId, stepId, picture, pieces, loose } = paper;
  if (pieces.some(({ place }) => padRoot(doc, 'pictures').has(pictureIdOf(photoId, place)))) return;
  doc.transact(() => {
    for (const { place, crop } of pieces) {
      const frame = loose ? emptySheet(doc, { stepId, photoId }, origin) : frameOf(stepId, place);
      putPicture(doc, { id: pictureIdOf(photoId, place), frame, picture, crop }, origin);
    }
  }, origin);
}

function pictureIdOf(photoId: string, place: number): string {
  return `${photoId}-${place}`;
}

function emptySheet(
  doc: Y.Doc,
  { stepId, photoId }: { stepId: string; photoId: string },
  origin: Origin,
): string {
  const pad = plainPad(doc);
  const added = pad.sheets.filter(({ step }) => step === stepId).map(({ id }) => id);
  const frames = [frameOf(stepId, 1), ...added];
  const empty = frames.find((frame) => isEmptyFrame(frameIn(pad, frame)));
  if (empty !== undefined) return empty;
  addSheet(doc, { id: photoId, step: stepId }, origin);
  return photoId;
}

/** Lays a photograph, or a part of it, under a frame's drawing; one that lay there goes. */
export function putPicture(
  doc: Y.Doc,
  picture: { id: string; frame: string; picture: StoredPicture; crop?: Crop },
  origin: Origin,
): void {
  const { id, frame, crop = WHOLE } = picture;
  const { id: pictureId, width, height } = picture.picture;
  doc.transact(() => {
    const order = last(doc, 'pictures', 'frame', frame);
    removePictures(doc, frame, origin);
    put(doc, 'pictures', id, origin, () => ({
      ...{ frame, order, crop: [...crop] },
      picture: [pictureId, width, height],
    }));
  }, origin);
}

export function removePictures(doc: Y.Doc, frame: string, origin: Origin): void {
  const root = padRoot(doc, 'pictures');
  const ids = [...root.keys()].filter((id) => storedMap(root, id)?.get('frame') === frame);
  remove(doc, 'pictures', ids, origin);
}

/** The texts that hold these words, by id; more than one where two devices began at once. */
function writtenAt(doc: Y.Doc, frame: string, role: WordRole): { id: string; text: Y.Text }[] {
  const found: { id: string; text: Y.Text }[] = [];
  padRoot(doc, 'words').forEach((record, id) => {
    const text: unknown = record instanceof Y.Map ? record.get('text') : undefined;
    if (!(text instanceof Y.Text)) return;
    if (record.get('frame') === frame && record.get('role') === role) found.push({ id, text });
  });
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function put(
  doc: Y.Doc,
  record: PadRecord,
  id: string,
  origin: Origin,
  fields: () => Record<string, unknown>,
): void {
  doc.transact(() => padRoot(doc, record).set(id, new Y.Map(Object.entries(fields()))), origin);
}

function remove(doc: Y.Doc, record: PadRecord, ids: readonly string[], origin: Origin): void {
  const root = padRoot(doc, record);
  const there = ids.filter((id) => root.has(id));
  if (there.length > 0) doc.transact(() => there.forEach((id) => root.delete(id)), origin);
}

/** A key behind all that lie in the same place. One look at each: a pad has thousands of strokes. */
function last(doc: Y.Doc, record: PadRecord, field: string, place: string): string {
  let highest = '';
  padRoot(doc, record).forEach((one) => {
    if (!(one instanceof Y.Map) || one.get(field) !== place) return;
    const order: unknown = one.get('order');
    if (typeof order === 'string' && order > highest) highest = order;
  });
  return orderKeys([{ id: '', order: highest }], { before: null, count: 1 })[0] ?? 'a0';
}
