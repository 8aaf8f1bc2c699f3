/**
 * The grid as plain objects: rows in their order, observations in the order in which they were laid. Equal
 * documents give equal plains. Reading never throws; what does not fit reads as its field's neutral value.
 */
import type * as Y from 'yjs';
import { readGap, type Gap } from '#domain/tests/gaps';
import { marks, type Mark } from '#domain/tests/patterns';
import {
  plainLookBack,
  plainQuestions,
  type PlainLookBack,
  type PlainQuestion,
} from '#document/kinds/grid/plain-answers';
import { prose, stored, word, type Stored } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';

export type PlainRow = { id: string; title: string; order: string };
export type PlainObservation = {
  id: string;
  /** 'K3': by number, and never by name. */
  customer: string;
  /** Id of the row; null where it belongs to none. */
  row: string | null;
  text: string;
  mark: Mark;
  /** 'Heel sterk'. */
  strong: boolean;
  /** In the customer's own words. */
  quote: boolean;
  /** When it was seen, in seconds since the talk began. */
  seconds: number;
  order: string;
  /** Who wrote it, and their name as it was then; '' and null in one's own pile. */
  author: string;
  by: string | null;
};
/** What the team says of a proposal: a pattern with a name, or `aside`: it is none. */
export type PlainPattern = {
  id: string;
  row: string;
  mark: Mark;
  name: string;
  aside: boolean;
  gap: Gap | null;
};
export type PlainGrid = {
  rows: PlainRow[];
  observations: PlainObservation[];
  patterns: PlainPattern[];
  /** Sprint questions, each with its answers, its evidence and its verdict. */
  questions: PlainQuestion[];
  lookBack: PlainLookBack;
};

export function plainGrid(doc: Y.Doc): PlainGrid {
  const rows = stored(doc, 'rows').map(({ id, get }): PlainRow => {
    return { id, title: prose(get('title')), order: word(get('order')) };
  });
  return {
    rows: rows.sort(byOrder),
    observations: plainObservations(doc),
    patterns: stored(doc, 'patterns')
      .map(readPattern)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    questions: plainQuestions(doc),
    lookBack: plainLookBack(doc),
  };
}

/** Also of a pile, where they lie until the talk is rounded off. */
export function plainObservations(doc: Y.Doc): PlainObservation[] {
  return stored(doc, 'observations').map(readObservation).sort(byOrder);
}

/** Nobody worked on it: the sprint questions that the server laid do not count. */
export function isEmptyGrid({ rows, observations, questions, lookBack }: PlainGrid): boolean {
  return (
    rows.length === 0 &&
    observations.length === 0 &&
    questions.every(({ noteId, answers, verdict }) => {
      return noteId !== null && answers.length === 0 && verdict === null;
    }) &&
    lookBack.closer === null
  );
}

function readObservation({ id, get }: Stored): PlainObservation {
  const seconds = get('seconds');
  return {
    ...{ id, customer: word(get('customer')), row: word(get('row')) || null },
    ...{ text: prose(get('text')), mark: readMark(get('mark')) },
    ...{ strong: get('strong') === true, quote: get('quote') === true },
    seconds: typeof seconds === 'number' && Number.isFinite(seconds) ? Math.max(0, seconds) : 0,
    ...{ order: word(get('order')), author: word(get('author')), by: word(get('by')) || null },
  };
}

function readPattern({ id, get }: Stored): PlainPattern {
  const aside = get('aside') === true;
  return {
    id,
    row: word(get('row')),
    mark: readMark(get('mark')),
    name: prose(get('name')),
    ...{ aside, gap: readGap(get('gap')) },
  };
}

function readMark(value: unknown): Mark {
  return marks.find((mark) => mark === value) ?? '0';
}
