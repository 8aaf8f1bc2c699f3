/**
 * Hanging a museum and writing in it. Each function is one transaction with the origin it is given, and
 * does nothing to what is gone; ids are the caller's. The judge lets nobody but the server hang or lay.
 */
import * as Y from 'yjs';
import { newText, storedMap } from '#document/boards/stored';
import { galleryLimits, type Exhibit, type StandoutSign } from '#document/kinds/gallery/records';
import { plainGallery } from '#document/kinds/gallery/plain';
import { change, keyBefore, put, remove } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { orderKeys } from '#document/order';
import type { Place } from '#document/schema';
import { applyEdit } from '#document/text';

/**
 * Hangs these and no others. One that hangs already keeps what was made of it, and gets the number that
 * it has now. By the server.
 */
export function hangExhibits(doc: Y.Doc, exhibits: readonly Exhibit[], origin: Origin): void {
  const wanted = new Set(exhibits.map(({ id }) => id));
  doc.transact(() => {
    const there = doc.getMap('exhibits');
    remove(
      doc,
      'exhibits',
      [...there.keys()].filter((id) => !wanted.has(id)),
      origin,
    );
    for (const { id, number, title, panels, source } of exhibits) {
      if (there.has(id)) change(doc, 'exhibits', id, { number }, origin);
      else {
        put(doc, 'exhibits', id, origin, () => ({
          ...{ number, title, panels },
          ...(source && { source: [source.kind, source.id] }),
        }));
      }
    }
  }, origin);
}

/** Lays questions behind those that lie there, in the order given: the caller has shuffled them. By the server. */
export function layQuestions(
  doc: Y.Doc,
  questions: readonly { id: string; exhibit: string; text: string }[],
  origin: Origin,
): void {
  const { questions: there } = plainGallery(doc);
  const keys = orderKeys(there, { before: null, count: questions.length });
  doc.transact(() => {
    questions.forEach(({ id, exhibit, text }, at) => {
      put(doc, 'questions', id, origin, () => ({ exhibit, text, order: keys[at] ?? 'a0' }));
    });
  }, origin);
}

/** Pins what struck on a spot of an exhibit, behind what was pinned before. */
export function addStandout(
  doc: Y.Doc,
  standout: { id: string; exhibit: string; sign: StandoutSign; at: Place; text?: string },
  origin: Origin,
): void {
  const { id, exhibit, sign, at, text = '' } = standout;
  const { standouts } = plainGallery(doc);
  put(doc, 'standouts', id, origin, () => ({
    ...{ exhibit, sign, at: [...at], order: keyBefore(standouts, id, null) },
    text: newText(text, galleryLimits.standout),
  }));
}

export function editStandout(
  doc: Y.Doc,
  id: string,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text: unknown = storedMap(doc.getMap('standouts'), id)?.get('text');
  if (text instanceof Y.Text) {
    doc.transact(() => applyEdit(text, { ...edit, max: galleryLimits.standout }), origin);
  }
}

export function moveStandout(doc: Y.Doc, id: string, at: Place, origin: Origin): void {
  change(doc, 'standouts', id, { at: [...at] }, origin);
}

export function removeStandouts(doc: Y.Doc, ids: readonly string[], origin: Origin): void {
  remove(doc, 'standouts', ids, origin);
}
