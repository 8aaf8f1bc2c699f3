/**
 * What a map's document holds: every root, every field and its shape. Each record is keyed by an id
 * of its own, made by who adds it; what belongs to a chapter or an actor says so by that id and is
 * simply not drawn while it is gone, so that it is back where it was when the other returns.
 *
 * `outline`     one record, seeded: { ending: Y.Text, peak: chapterId | null }
 * `actors`      id -> { name: Y.Text, icon, order }
 * `chapters`    id -> { title: Y.Text, feeling: Y.Text, mood: 1..7, order }
 * `arrows`      id -> { actor, chapter, words: Y.Text }
 * `marks`       id -> { chapter, kind: touchpoint | pain | gain, text: Y.Text, order }
 * `pins`        id -> { chapter, text, color, dots, source, order }: a chosen HMW as it was voted on
 * `assignments` id -> { chapter, member, name }: who works out which part
 */
import * as Y from 'yjs';
import type { recordNames } from '#document/kinds/record-roots';

export type MapRecord = (typeof recordNames.map)[number];

/** The one record of `outline`. */
export const OUTLINE = 'outline';

export const actorIcons = [
  'person',
  'people',
  'home',
  'desk',
  'phone',
  'van',
  'shop',
  'building',
  'calendar',
  'screen',
] as const;
export type ActorIcon = (typeof actorIcons)[number];

export const markKinds = ['touchpoint', 'pain', 'gain'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Longest texts, in UTF-16 units. */
export const mapLimits = {
  name: 60,
  title: 160,
  feeling: 120,
  ending: 160,
  words: 80,
  mark: 160,
} as const;

export type MapRoot = Y.Map<Y.Map<unknown>>;

export function mapRoot(doc: Y.Doc, record: MapRecord): MapRoot {
  return doc.getMap(record);
}

/** Inside the transaction of the seed: the records that exist once and that no browser makes. */
export function seedMap(doc: Y.Doc): void {
  const outline = new Y.Map<unknown>();
  outline.set('ending', new Y.Text());
  outline.set('peak', null);
  mapRoot(doc, 'outline').set(OUTLINE, outline);
}

export function actorIconOf(value: unknown): ActorIcon {
  return actorIcons.find((icon) => icon === value) ?? 'person';
}

export function markKindOf(value: unknown): MarkKind {
  return markKinds.find((kind) => kind === value) ?? 'touchpoint';
}
