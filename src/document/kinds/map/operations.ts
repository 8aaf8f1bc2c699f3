/**
 * Drawing a map. Each function is one transaction with the origin it is given, writes only what
 * changes and does nothing to what is gone; ids are the caller's.
 */
import type * as Y from 'yjs';
import { moodOf, type Mood } from '#domain/map/mood';
import {
  actorIcons,
  mapLimits,
  mapRoot,
  OUTLINE,
  type ActorIcon,
  type MapRecord,
  type MarkKind,
} from '#document/kinds/map/records';
import { plainMap, type PlainMap } from '#document/kinds/map/plain';
import { belonging } from '#document/kinds/map/belonging';
import { change, keyBefore, put, sharedText } from '#document/kinds/stored-records';
import { newText, storedMap } from '#document/boards/stored';
import type { Origin } from '#document/origins';
import type { PaperColor } from '#document/schema';
import { applyEdit, type TextEdit } from '#document/text';

/** A text on the map: which record and which of its fields. */
export type MapText =
  | { record: 'actors'; id: string; field: 'name' }
  | { record: 'chapters'; id: string; field: 'title' | 'feeling' }
  | { record: 'arrows'; id: string; field: 'words' }
  | { record: 'marks'; id: string; field: 'text' }
  | { record: 'outline'; id: typeof OUTLINE; field: 'ending' };

const longest: Readonly<Record<MapText['field'], number>> = {
  name: mapLimits.name,
  title: mapLimits.title,
  feeling: mapLimits.feeling,
  words: mapLimits.words,
  text: mapLimits.mark,
  ending: mapLimits.ending,
};

/** Longest text of that field, in UTF-16 units. */
export function longestText({ field }: Pick<MapText, 'field'>): number {
  return longest[field];
}

/** @returns undefined when the record is gone. */
export function textOf(doc: Y.Doc, { record, id, field }: MapText): string | undefined {
  return sharedText(doc, { record, id, field })?.toString();
}

/** One person's change of a text, as their field showed it before and after. */
export function editMapText(doc: Y.Doc, at: MapText, edit: TextEdit, origin: Origin): void {
  const text = sharedText(doc, at);
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: longest[at.field] }), origin);
}

/** @param before the chapter in front of which it comes; null: last. */
export function addChapter(
  doc: Y.Doc,
  chapter: { id: string; title?: string; mood?: Mood; before?: string | null },
  origin: Origin,
): void {
  const { id, title = '', mood, before = null } = chapter;
  put(doc, 'chapters', id, origin, () => ({
    title: newText(title, mapLimits.title),
    feeling: newText(''),
    mood: moodOf(mood),
    order: keyBefore(plainMap(doc).chapters, id, before),
  }));
}

/** Puts a chapter in front of another, or last. Two who move the same one leave it in one place. */
export function moveChapter(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id === before) return;
  const { chapters } = plainMap(doc);
  const at = chapters.findIndex((chapter) => chapter.id === id);
  if (at === -1 || (chapters[at + 1]?.id ?? null) === before) return;
  change(doc, 'chapters', id, { order: keyBefore(chapters, id, before) }, origin);
}

export function setMood(doc: Y.Doc, id: string, mood: Mood, origin: Origin): void {
  change(doc, 'chapters', id, { mood: moodOf(mood) }, origin);
}

/** Confirms a chapter as the peak of the journey; null takes it back. */
export function setPeak(doc: Y.Doc, chapterId: string | null, origin: Origin): void {
  change(doc, 'outline', OUTLINE, { peak: chapterId }, origin);
}

/** @param before the actor above which they stand; null: last. */
export function addActor(
  doc: Y.Doc,
  actor: { id: string; name?: string; icon?: ActorIcon; before?: string | null },
  origin: Origin,
): void {
  const { id, name = '', icon = actorIcons[0], before = null } = actor;
  put(doc, 'actors', id, origin, () => ({
    name: newText(name, mapLimits.name),
    icon,
    order: keyBefore(plainMap(doc).actors, id, before),
  }));
}

export function setActorIcon(doc: Y.Doc, id: string, icon: ActorIcon, origin: Origin): void {
  change(doc, 'actors', id, { icon }, origin);
}

export function moveActor(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id !== before) {
    change(doc, 'actors', id, { order: keyBefore(plainMap(doc).actors, id, before) }, origin);
  }
}

/** Draws an arrow; nothing when there is one already. @returns whether one was drawn. */
export function connect(
  doc: Y.Doc,
  arrow: { id: string; actorId: string; chapterId: string; words?: string },
  origin: Origin,
): boolean {
  const actor = plainMap(doc).actors.find(({ id }) => id === arrow.actorId);
  const isThere = mapRoot(doc, 'chapters').has(arrow.chapterId);
  if (!actor || !isThere || actor.arrows.some((one) => one.chapterId === arrow.chapterId))
    return false;
  put(doc, 'arrows', arrow.id, origin, () => ({
    actor: arrow.actorId,
    chapter: arrow.chapterId,
    words: newText(arrow.words ?? '', mapLimits.words),
  }));
  return true;
}

/** Takes away every arrow between the two, also one that another drew at the same moment. */
export function disconnect(
  doc: Y.Doc,
  { actorId, chapterId }: { actorId: string; chapterId: string },
  origin: Origin,
): void {
  const arrows = mapRoot(doc, 'arrows');
  const between = [...arrows.keys()].filter((id) => {
    const arrow = storedMap(arrows, id);
    return arrow?.get('actor') === actorId && arrow.get('chapter') === chapterId;
  });
  if (between.length > 0) doc.transact(() => between.forEach((id) => arrows.delete(id)), origin);
}

/** A touchpoint, pain or gain, last of its kind under its chapter. */
export function addMark(
  doc: Y.Doc,
  mark: { id: string; chapterId: string; kind: MarkKind; text?: string },
  origin: Origin,
): void {
  if (!mapRoot(doc, 'chapters').has(mark.chapterId)) return;
  put(doc, 'marks', mark.id, origin, () => ({
    chapter: mark.chapterId,
    kind: mark.kind,
    text: newText(mark.text ?? '', mapLimits.mark),
    order: keyBefore(belonging(doc, 'marks', mark.chapterId), mark.id, null),
  }));
}

/** To another chapter, or another kind, or both; last there. */
export function moveMark(
  doc: Y.Doc,
  id: string,
  to: { chapterId: string; kind: MarkKind },
  origin: Origin,
): void {
  if (!mapRoot(doc, 'chapters').has(to.chapterId)) return;
  const order = keyBefore(belonging(doc, 'marks', to.chapterId), id, null);
  change(doc, 'marks', id, { chapter: to.chapterId, kind: to.kind, order }, origin);
}

/** Pins a chosen question to a chapter; one that hangs already is moved there. */
export function pin(
  doc: Y.Doc,
  {
    id,
    chapterId,
    text,
    color,
    dots,
    source,
  }: {
    id: string;
    chapterId: string;
    text: string;
    color: PaperColor;
    dots: number;
    source: string;
  },
  origin: Origin,
): void {
  const pins = mapRoot(doc, 'pins');
  const order = (): string => keyBefore(belonging(doc, 'pins', chapterId), id, null);
  const hanging = [...pins.keys()].find((key) => storedMap(pins, key)?.get('source') === source);
  if (hanging !== undefined) {
    return change(doc, 'pins', hanging, { chapter: chapterId, order: order() }, origin);
  }
  put(doc, 'pins', id, origin, () => ({
    chapter: chapterId,
    text,
    color,
    dots,
    source,
    order: order(),
  }));
}

/** Puts a member on a chapter, or takes them off. */
export function assign(
  doc: Y.Doc,
  {
    id,
    chapterId,
    memberId,
    name,
  }: { id: string; chapterId: string; memberId: string; name: string },
  origin: Origin,
): void {
  if (assignmentsOf(doc, { chapterId, memberId }).length > 0) return;
  if (!mapRoot(doc, 'chapters').has(chapterId)) return;
  put(doc, 'assignments', id, origin, () => ({ chapter: chapterId, member: memberId, name }));
}

export function unassign(
  doc: Y.Doc,
  of: { chapterId: string; memberId: string },
  origin: Origin,
): void {
  const ids = assignmentsOf(doc, of);
  if (ids.length === 0) return;
  doc.transact(() => ids.forEach((id) => mapRoot(doc, 'assignments').delete(id)), origin);
}

/** Draws a whole map, as it reads, on an empty one: same ids, same order. One transaction. */
export function drawMap(doc: Y.Doc, map: PlainMap, origin: Origin): void {
  doc.transact(() => {
    for (const { id, name, icon } of map.actors) addActor(doc, { id, name, icon }, origin);
    for (const chapter of map.chapters) {
      const { id, title, mood, feeling } = chapter;
      addChapter(doc, { id, title, mood }, origin);
      writeText(doc, { record: 'chapters', id, field: 'feeling' }, feeling, origin);
      for (const mark of [...chapter.touchpoints, ...chapter.pains, ...chapter.gains]) {
        addMark(doc, { ...mark, chapterId: id }, origin);
      }
      for (const one of chapter.pins) pin(doc, { ...one, chapterId: id }, origin);
      for (const one of chapter.assignments) assign(doc, { ...one, chapterId: id }, origin);
    }
    for (const { arrows } of map.actors) for (const arrow of arrows) connect(doc, arrow, origin);
    writeText(doc, { record: 'outline', id: OUTLINE, field: 'ending' }, map.ending, origin);
    setPeak(doc, map.peak, origin);
  }, origin);
}

function writeText(doc: Y.Doc, at: MapText, after: string, origin: Origin): void {
  editMapText(doc, at, { before: textOf(doc, at) ?? '', after }, origin);
}

/** What belonged to it stays in the document, unseen: taking this back brings all of it back. */
export function removeFromMap(
  doc: Y.Doc,
  record: Exclude<MapRecord, 'outline'>,
  id: string,
  origin: Origin,
): void {
  if (mapRoot(doc, record).has(id)) doc.transact(() => mapRoot(doc, record).delete(id), origin);
}

function assignmentsOf(doc: Y.Doc, of: { chapterId: string; memberId: string }): string[] {
  const assignments = mapRoot(doc, 'assignments');
  return [...assignments.keys()].filter((id) => {
    const one = storedMap(assignments, id);
    return one?.get('chapter') === of.chapterId && one.get('member') === of.memberId;
  });
}
