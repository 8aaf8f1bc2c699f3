/**
 * Two pads of one person become one: what the other holds is added. Where both drew in the same step, what comes
 * from the other goes to loose sheets: two drawings over each other would be neither.
 */
import type * as Y from 'yjs';
import { setFields, storedMap } from '#document/boards/stored';
import { padRecords } from '#document/kinds/pad/declaration';
import { addSheet } from '#document/kinds/pad/operations';
import { frameIn, isEmptyFrame, plainPad, wordsIn, type PlainPad } from '#document/kinds/pad/plain';
import { padRoot, type PadRecord } from '#document/kinds/pad/records';
import type { Origin } from '#document/origins';
import { addRecords } from '#document/records/restore-records';

const framed = ['strokes', 'words', 'texts', 'pictures'] as const satisfies readonly PadRecord[];

export type Pouring = {
  /**
   * On which step's loose sheets that comes which lies on a page where both drew: the page of a step has its id, that
   * of a second sketch its own (`sketchKey`). Null: it stays in its place.
   */
  looseStepOf: (page: string) => string | null;
  newId: () => string;
};

/** One transaction. What is in `doc` already, by id, is not doubled, and nothing of it changes. */
export function pourPad(
  doc: Y.Doc,
  from: Y.Doc,
  { looseStepOf, newId }: Pouring,
  origin: Origin,
): void {
  doc.transact(() => {
    const sheetOf = new Map<string, string>();
    const theirs = plainPad(from);
    const drawnHere = pagesOf(plainPad(doc));
    for (const [page, frames] of pagesOf(theirs)) {
      const step = drawnHere.has(page) ? looseStepOf(page) : null;
      if (step === null) continue;
      for (const frame of frames) {
        const id = newId();
        addSheet(doc, { id, step }, origin);
        sheetOf.set(frame, id);
        // The title of a sketch comes along with the first of its drawings.
        if (!sheetOf.has(page)) sheetOf.set(page, id);
      }
    }
    const fresh = framed.flatMap((record) => {
      const there = padRoot(doc, record);
      return [...padRoot(from, record).keys()]
        .filter((id) => !there.has(id))
        .map((id) => ({ record, id }));
    });
    addRecords(doc, from, { records: padRecords, origin });
    for (const { record, id } of fresh) moveTo(sheetOf, storedMap(padRoot(doc, record), id));
  }, origin);
}

/**
 * Each page of a step, a sketch or folded sheet or first loose one, with the frames on which something is. Sheets
 * that were added are nobody else's, and no part of it.
 */
function pagesOf(pad: PlainPad): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  const added = new Set(pad.sheets.map(({ id }) => id));
  const all = framed.flatMap((record) => pad[record].map(({ frame }) => frame));
  for (const frame of [...new Set(all)].sort()) {
    const dot = frame.lastIndexOf('.');
    if (added.has(frame) || (dot === -1 && wordsIn(pad, frame, 'title').trim() === '')) continue;
    if (dot !== -1 && isEmptyFrame(frameIn(pad, frame))) continue;
    const page = dot === -1 ? frame : frame.slice(0, dot);
    const frames = pages.get(page) ?? [];
    pages.set(page, dot === -1 ? frames : [...frames, frame]);
  }
  // A title alone is something too.
  for (const [page, frames] of pages) if (frames.length === 0) frames.push(page);
  return pages;
}

function moveTo(sheetOf: ReadonlyMap<string, string>, record: Y.Map<unknown> | undefined): void {
  const sheet = sheetOf.get(String(record?.get('frame')));
  if (!record || sheet === undefined) return;
  setFields(record, { frame: sheet, ...(record.get('role') === 'title' && { role: 'words' }) });
}
