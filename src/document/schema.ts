/**
 * What is in the documents: every root, every field and its shape, and the bytes a document begins
 * with. A change here that an older page cannot read raises SCHEMA_VERSION. See SPEC.md, [D1]-[D6].
 *
 * wall  `meta`   Y.Map  { kind: 'wall', schema: number }
 *       `notes`  Y.Map  id -> Y.Map { text: Y.Text, at: [x, y], color, group: id | null,
 *                                     under: id | null, order: string, author?: string, by?: memberId,
 *                                     z?: number, locked?: true, picture?: [id, width, height] }
 *       `groups` Y.Map  id -> Y.Map { label: Y.Text, at: [x, y], order: string, locked?: true }
 * pile  `meta`   Y.Map  { kind: 'pile', schema: number }
 *       `notes`  Y.Map  id -> Y.Map { wall: boardId, text: Y.Text, color, order: string, createdAt: ms,
 *                                     about?: id on that board }
 *
 * map   `meta`   Y.Map  { kind: 'map', schema: number }, and the records of `kinds/map/records.ts`
 * pad   `meta`   Y.Map  { kind: 'pad', schema: number }, and the records of `kinds/pad/records.ts`
 *
 * lists `meta`   Y.Map  { kind: 'lists', schema: number }, and the records of `kinds/lists/records.ts`
 * cards `meta`   Y.Map  { kind: 'cards', schema: number }, and the records of `kinds/cards/records.ts`
 * ladders `meta` Y.Map { kind: 'ladders', schema: number }, and the records of `kinds/ladders/records.ts`
 * storyboard `meta` Y.Map { kind: 'storyboard', schema: number }, and the records of `kinds/storyboard/records.ts`
 * grid  `meta`   Y.Map  { kind: 'grid', schema: number }, and the records of `kinds/grid/records.ts`, of which a pile has
 *                        `observations` too
 *
 * prototype `meta` Y.Map { kind: 'prototype', schema: number }, and the records of `kinds/prototype/records.ts`
 *
 * script `meta` Y.Map { kind: 'script', schema: number }, and the records of `kinds/script/records.ts`
 *
 * decision `meta` Y.Map { kind: 'decision', schema: number }, and the records of `kinds/decision/records.ts`
 *
 * Roots are flat and named, so that no two browsers ever create the same container.
 * Version 2 added `by`, `z`, `locked` and `picture`; a document of version 1 has none of them and reads as it is.
 */
import * as Y from 'yjs';
import type { PrivateKind } from '#domain/exercises/exercise';
import type { StandingList } from '#domain/lists/standing';
import { seedLadders } from '#document/kinds/ladders/records';
import { seedLists } from '#document/kinds/lists/records';
import { seedMap } from '#document/kinds/map/records';
import { seedPrototype } from '#document/kinds/prototype/records';
import { seedScript } from '#document/kinds/script/records';

export const SCHEMA_VERSION = 2;

/** The clientID under which the server makes seeds, and nothing else. Browsers and working copies draw theirs at random. */
export const SERVER_SEED_CLIENT_ID = 1;

/** Kinds of shared board. */
export const boardKinds = [
  'wall',
  'map',
  'lists',
  'cards',
  'storyboard',
  'gallery',
  'ladders',
  'prototype',
  'script',
  'grid',
  'decision',
] as const;
export type BoardKind = (typeof boardKinds)[number];
/** A pile and a pad are one member's, hidden from all others. */
export type DocumentKind = BoardKind | PrivateKind;

export const paperColors = ['yellow', 'pink', 'blue', 'green', 'violet', 'white'] as const;
export type PaperColor = (typeof paperColors)[number];

export function isPaperColor(value: unknown): value is PaperColor {
  return paperColors.some((color) => color === value);
}

/** Size of a note on the wall and the room around it, in the plane's units (pixels at 100 %). */
export const NOTE_WIDTH = 160;
export const NOTE_HEIGHT = 160;
export const NOTE_GAP = 12;
/** How far each deeper note of a stack peeps out. */
export const STACK_STEP = 6;
export const GROUP_PADDING = 20;
/** Height of the strip that holds a group's label, above its first row. */
export const GROUP_HEADER = 28;
export const GROUP_MIN_COLUMNS = 2;
export const GROUP_MAX_COLUMNS = 6;

/** A place on the plane. One value in the document, so that two moves never mix into a third place. */
export type Place = readonly [x: number, y: number];

/** Furthest coordinate in either direction that is read; anything beyond is drawn at this edge. */
export const PLANE_EDGE = 100_000;

export const roots = {
  meta: (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta'),
  notes: (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('notes'),
  groups: (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('groups'),
} as const;

/**
 * The first update of a document: the same bytes each time for the same kind. Stored in the
 * transaction that makes the room; no browser ever seeds.
 * @param standing what stands on a list from the beginning; of no other kind.
 */
export function seedUpdate(kind: DocumentKind, standing: readonly StandingList[] = []): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = SERVER_SEED_CLIENT_ID;
  doc.transact(() => {
    roots.meta(doc).set('kind', kind);
    roots.meta(doc).set('schema', SCHEMA_VERSION);
    if (kind === 'map') seedMap(doc);
    if (kind === 'ladders') seedLadders(doc);
    if (kind === 'lists') seedLists(doc, standing);
    if (kind === 'prototype') seedPrototype(doc);
    if (kind === 'script') seedScript(doc);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
