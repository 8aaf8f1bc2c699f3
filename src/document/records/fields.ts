/**
 * The kinds of field that a record may have. Each says what may be stored in it and what is read
 * where that is missing: from these, and from nothing else, follows what the server lets in. Used
 * by the declarations in `kinds.ts`; isomorphic, and knows no document.
 */
import type { GenericSchema, InferOutput } from 'valibot';
import * as v from 'valibot';
import type { Place } from '#document/schema';
import { isContentString } from '#document/records/strings';

/** Words that several people change at once, letter by letter: a Y.Text of plain strings. */
export type TextField = {
  readonly kind: 'text';
  /** Longest text that a writer makes, in UTF-16 units; two at once may pass it together. */
  readonly most: number;
  readonly neutral: '';
};

/** One value, the last writer wins. */
export type ValueField<T = unknown> = {
  readonly kind: 'value' | 'place' | 'order' | 'ref' | 'flag' | 'bytes';
  /** Whether this may be stored. Never throws, whatever it is given. */
  readonly accepts: (value: unknown) => boolean;
  /** What is read where nothing, or nothing that fits, is stored. */
  readonly neutral: T;
};

export type Field = TextField | ValueField;

/** Longest id of a record, a member, a board or a picture. */
export const ID_MOST = 64;
/** An order key grows by a letter for each few insertions into one gap. Above 200 it is not read as a key, so none grows far beyond. */
export const ORDER_MOST = 256;

const ID = /^[A-Za-z0-9_-]+$/;

/** Whether this may be the id under which a record is kept. */
export function isRecordId(id: string): boolean {
  return isContentString(id, ID_MOST) && ID.test(id);
}

export function text(most: number): TextField {
  return { kind: 'text', most, neutral: '' };
}

/** A value that its schema describes. A string in it is bounded by the schema. */
export function value<S extends GenericSchema>(
  schema: S,
  neutral: InferOutput<S> | null,
): ValueField<InferOutput<S> | null> {
  return { kind: 'value', accepts: (stored) => v.is(schema, stored), neutral };
}

/** One of these words or numbers. */
export function choice<W extends string | number>(words: readonly W[], neutral: W): ValueField<W> {
  const known: ReadonlySet<unknown> = new Set(words);
  return { kind: 'value', accepts: (stored) => known.has(stored), neutral };
}

/** One line of words that is set as a whole. */
export function line(most: number): ValueField<string> {
  return {
    kind: 'value',
    accepts: (stored) => typeof stored === 'string' && isContentString(stored, most),
    neutral: '',
  };
}

export function number(): ValueField<number> {
  return { kind: 'value', accepts: Number.isFinite, neutral: 0 };
}

/** A place on the plane as one value, so that two moves never mix into a third place. */
export function place(): ValueField<Place> {
  return {
    kind: 'place',
    accepts: (stored) =>
      Array.isArray(stored) && stored.length === 2 && stored.every((one) => Number.isFinite(one)),
    neutral: [0, 0],
  };
}

/** A fractional key. */
export function order(): ValueField<string> {
  return { ...line(ORDER_MOST), kind: 'order' };
}

/** The id of another record, a member or a board; null: of none. */
export function ref(): ValueField<string | null> {
  return {
    kind: 'ref',
    accepts: (stored) =>
      stored === null || (typeof stored === 'string' && isContentString(stored, ID_MOST)),
    neutral: null,
  };
}

/** True, or not there. */
export function flag(): ValueField<boolean> {
  return { kind: 'flag', accepts: (stored) => typeof stored === 'boolean', neutral: false };
}

/**
 * One value that is bytes and nothing else, written once as a whole: a stroke of a pen.
 * @param most longest, in bytes.
 * @param isOne what else it must be; any bytes when left out.
 */
export function bytes(
  most: number,
  isOne: (stored: Uint8Array) => boolean = () => true,
): ValueField<Uint8Array | null> {
  return {
    kind: 'bytes',
    accepts: (stored) => stored instanceof Uint8Array && stored.length <= most && isOne(stored),
    neutral: null,
  };
}
