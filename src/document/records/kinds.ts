/**
 * The kinds of document, each declared as its types of record. This is the only source of what the
 * server lets into a room (server/rooms/judge): a field that is not here cannot be written by a
 * browser. Whoever adds a field adds it here, and a test holds this equal to what is really written.
 */
import { limits } from '#domain/limits';
import { cardsRecords } from '#document/kinds/cards/declaration';
import { listsRecords } from '#document/kinds/lists/declaration';
import { laddersRecords } from '#document/kinds/ladders/declaration';
import { galleryRecords } from '#document/kinds/gallery/declaration';
import { gridRecords, ownObservation } from '#document/kinds/grid/declaration';
import { decisionRecords } from '#document/kinds/decision/declaration';
import { mapRecords } from '#document/kinds/map/declaration';
import { AUTHOR_MOST, pictureValue } from '#document/records/picture-value';
import { prototypeRecords } from '#document/kinds/prototype/declaration';
import { padRecords } from '#document/kinds/pad/declaration';
import { scriptRecords } from '#document/kinds/script/declaration';
import { storyRecords } from '#document/kinds/storyboard/declaration';
import { paperColors, type DocumentKind } from '#document/schema';
import {
  choice,
  flag,
  line,
  number,
  order,
  place,
  ref,
  text,
  value,
  type Field,
} from '#document/records/fields';

/** The declared fields of one type of record, by name. */
export type Fields = Readonly<Record<string, Field>>;

export type Kind = {
  /** By name of its root: a Y.Map from id to record, each a Y.Map of these fields. */
  readonly records: Readonly<Record<string, Fields>>;
  /** The root that says what the document is. The server writes it with the seed and nobody after it. */
  readonly meta: string;
  /** Roots whose records the server alone writes and takes away, whoever is in the room. */
  readonly sealed?: readonly string[];
};

const wallNote: Fields = {
  text: text(limits.note),
  at: place(),
  color: choice(paperColors, 'yellow'),
  group: ref(),
  under: ref(),
  order: order(),
  author: line(AUTHOR_MOST),
  by: ref(),
  z: number(),
  locked: flag(),
  picture: value(pictureValue, null),
};

const group: Fields = {
  label: text(limits.label),
  at: place(),
  order: order(),
  locked: flag(),
};

const pileNote: Fields = {
  wall: ref(),
  text: text(limits.note),
  color: choice(paperColors, 'yellow'),
  order: order(),
  createdAt: number(),
  about: ref(),
};

export const kinds: Readonly<Record<DocumentKind, Kind>> = {
  wall: { records: { notes: wallNote, groups: group }, meta: 'meta' },
  pile: { records: { notes: pileNote, observations: ownObservation }, meta: 'meta' },
  map: { records: mapRecords, meta: 'meta' },
  lists: { records: listsRecords, meta: 'meta' },
  cards: { records: cardsRecords, meta: 'meta' },
  pad: { records: padRecords, meta: 'meta' },
  gallery: { records: galleryRecords, meta: 'meta', sealed: ['exhibits', 'questions'] },
  storyboard: { records: storyRecords, meta: 'meta' },
  ladders: { records: laddersRecords, meta: 'meta', sealed: ['decided'] },
  prototype: { records: prototypeRecords, meta: 'meta', sealed: ['checked', 'trials'] },
  script: { records: scriptRecords, meta: 'meta' },
  decision: { records: decisionRecords, meta: 'meta' },
  grid: { records: gridRecords, meta: 'meta', sealed: ['verdicts'] },
};

/** The fields of a root's records, or undefined for a root that is not declared. */
export function fieldsOf(kind: Kind, root: string): Fields | undefined {
  return Object.hasOwn(kind.records, root) ? kind.records[root] : undefined;
}

/** A declared field, or undefined. */
export function fieldOf(fields: Fields, name: string): Field | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
