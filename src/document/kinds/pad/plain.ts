/**
 * A pad as plain objects: what the screen draws, the list reads, handing in copies and tests compare.
 * Equal documents give equal plains. Reading never throws; what does not fit its field reads as that
 * field's neutral value, and a stroke that is none is not there.
 */
import * as Y from 'yjs';
import { inkColors, type InkColor } from '#document/ink/stroke';
import { isStrokeBytes } from '#document/ink/stroke-bytes';
import {
  padRoot,
  WHOLE,
  wordRoles,
  type Crop,
  type PadRecord,
  type WordRole,
} from '#document/kinds/pad/records';
import { recordNames } from '#document/kinds/record-roots';
import { byOrder } from '#document/order';
import type { Place } from '#document/schema';
import { readPicture, type StoredPicture } from '#document/shapes';

export type PlainSheet = { id: string; step: string; order: string };
export type PlainStroke = { id: string; frame: string; order: string; ink: Uint8Array };
export type PlainWords = { id: string; frame: string; role: WordRole; text: string };
export type PlainText = {
  id: string;
  frame: string;
  /** Where its first line begins, in thousandths of the frame's width. */
  at: Place;
  color: InkColor;
  text: string;
  order: string;
};
export type PlainPicture = {
  id: string;
  frame: string;
  picture: StoredPicture;
  crop: Crop;
  order: string;
};

/** Each list in the order in which it is drawn or read. */
export type PlainPad = {
  sheets: PlainSheet[];
  strokes: PlainStroke[];
  words: PlainWords[];
  texts: PlainText[];
  pictures: PlainPicture[];
};

/** What lies on one frame. */
export type PlainFrame = {
  strokes: PlainStroke[];
  texts: PlainText[];
  /** The last photograph that was laid on it. */
  picture: PlainPicture | null;
  words: string;
  description: string;
};

/** @param only of these alone; the other lists are empty then. */
export function plainPad(doc: Y.Doc, only: readonly PadRecord[] = recordNames.pad): PlainPad {
  const of = <T>(
    record: PadRecord,
    read: (id: string, stored: unknown) => T | undefined,
    by: (a: T, b: T) => number,
  ): T[] => (only.includes(record) ? all(doc, record, read).sort(by) : []);
  return {
    sheets: of('sheets', readSheet, byOrder),
    strokes: of('strokes', readStroke, byOrder),
    words: of('words', readWords, byId),
    texts: of('texts', readText, byOrder),
    pictures: of('pictures', readPadPicture, byOrder),
  };
}

/** What lies on one frame of it. */
export function frameIn(pad: PlainPad, frame: string): PlainFrame {
  const on = <T extends { frame: string }>(things: readonly T[]): T[] =>
    things.filter((thing) => thing.frame === frame);
  return {
    strokes: on(pad.strokes),
    texts: on(pad.texts),
    picture: on(pad.pictures).at(-1) ?? null,
    words: wordsIn(pad, frame, 'words'),
    description: wordsIn(pad, frame, 'description'),
  };
}

/** Two devices of one person may each have begun to write there: both are read, in one order everywhere. */
export function wordsIn({ words }: Pick<PlainPad, 'words'>, frame: string, role: WordRole): string {
  return words
    .filter((one) => one.frame === frame && one.role === role && one.text !== '')
    .map(({ text }) => text)
    .join('\n');
}

/** Nothing was drawn, written or photographed there. */
export function isEmptyFrame({ strokes, texts, picture, words }: PlainFrame): boolean {
  return (
    strokes.length === 0 &&
    picture === null &&
    words.trim() === '' &&
    texts.every(({ text }) => text.trim() === '')
  );
}

export function readSheet(id: string, record: unknown): PlainSheet | undefined {
  if (!(record instanceof Y.Map)) return undefined;
  return { id, step: word(record.get('step')), order: word(record.get('order')) };
}

export function readStroke(id: string, record: unknown): PlainStroke | undefined {
  const ink: unknown = record instanceof Y.Map ? record.get('ink') : undefined;
  if (!(record instanceof Y.Map) || !isStrokeBytes(ink)) return undefined;
  return { id, frame: word(record.get('frame')), order: word(record.get('order')), ink };
}

export function readWords(id: string, record: unknown): PlainWords | undefined {
  if (!(record instanceof Y.Map)) return undefined;
  const role = wordRoles.find((one) => one === record.get('role')) ?? 'words';
  return { id, frame: word(record.get('frame')), role, text: prose(record.get('text')) };
}

export function readText(id: string, record: unknown): PlainText | undefined {
  if (!(record instanceof Y.Map)) return undefined;
  return {
    id,
    frame: word(record.get('frame')),
    at: readAt(record.get('at')),
    color: inkColors.find((one) => one === record.get('color')) ?? 'ink',
    text: prose(record.get('text')),
    order: word(record.get('order')),
  };
}

export function readPadPicture(id: string, record: unknown): PlainPicture | undefined {
  const picture = record instanceof Y.Map ? readPicture(record.get('picture')) : null;
  if (!(record instanceof Y.Map) || picture === null) return undefined;
  return {
    id,
    frame: word(record.get('frame')),
    picture,
    crop: readCrop(record.get('crop')),
    order: word(record.get('order')),
  };
}

function all<T>(
  doc: Y.Doc,
  record: PadRecord,
  read: (id: string, stored: unknown) => T | undefined,
): T[] {
  const found: T[] = [];
  padRoot(doc, record).forEach((stored, id) => {
    const one = read(id, stored);
    if (one) found.push(one);
  });
  return found;
}

function readAt(value: unknown): Place {
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  return [coordinate(x), coordinate(y)];
}

/** A text begins on its frame: beyond its edge nobody could see or reach it. */
function coordinate(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.max(0, Math.min(2_000, value))
    : 0;
}

function readCrop(value: unknown): Crop {
  if (!Array.isArray(value) || value.length !== 4) return WHOLE;
  const [left, top, width, height] = (value as unknown[]).map((part) =>
    typeof part === 'number' && part >= 0 && part <= 1 ? part : Number.NaN,
  ) as [number, number, number, number];
  const isInside = left + width <= 1.000_001 && top + height <= 1.000_001 && width * height > 0;
  return isInside ? [left, top, width, height] : WHOLE;
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function prose(value: unknown): string {
  return value instanceof Y.Text ? value.toString() : '';
}
