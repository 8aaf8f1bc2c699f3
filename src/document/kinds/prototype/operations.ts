/**
 * Making the prototype. Each function is one transaction with the origin it is given, writes only what
 * changes and does nothing to what is gone; ids are the caller's.
 */
import * as Y from 'yjs';
import type { MakingRole } from '#domain/prototype/making';
import { storedPicture } from '#document/boards/put-note';
import { newText } from '#document/boards/stored';
import { plainPrototype, type PlainTrial } from '#document/kinds/prototype/plain';
import { prototypeLimits as most } from '#document/kinds/prototype/records';
import { whose, type Person } from '#document/kinds/prototype/scenes';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import { server, type Origin } from '#document/origins';
import { orderKeys } from '#document/order';
import type { StoredPicture } from '#document/shapes';
import { applyEdit } from '#document/text';

export {
  addLink,
  askLink,
  changeLink,
  ownLink,
  setLinkCheck,
  type LinkFacts,
} from '#document/kinds/prototype/links';
export {
  addScene,
  layScenes,
  moveScene,
  ownScene,
  setSceneState,
  type SceneToLay,
} from '#document/kinds/prototype/scenes';
export type { Person } from '#document/kinds/prototype/scenes';

/** A text of the prototype: which record and which of its fields. */
export type PrototypeText =
  | { root: 'scenes' | 'links'; id: string; field: 'title' }
  | { root: 'things'; id: string; field: 'title' | 'place' }
  | { root: 'items' | 'fixes' | 'questions'; id: string; field: 'text' };

/** Longest text of that field, in UTF-16 units. */
export function longestPrototypeText({ root, field }: PrototypeText): number {
  if (root === 'things') return field === 'place' ? most.place : most.thing;
  return {
    ...{ scenes: most.sceneTitle, links: most.linkTitle },
    ...{ items: most.item, fixes: most.fix, questions: most.question },
  }[root];
}

/** A record of theirs in one role: the same two make the same record, so that it is never there twice. */
export function assignRole(doc: Y.Doc, role: MakingRole, person: Person, origin: Origin): void {
  const { roles } = plainPrototype(doc);
  if (roles.some((one) => one.role === role && one.memberId === person.memberId)) return;
  const id = roleId(role, person.memberId);
  put(doc, 'roles', id, origin, () => ({
    ...{ role, member: person.memberId, name: person.name },
    order: keyBefore(roles, id, null),
  }));
}

export function unassignRole(doc: Y.Doc, role: MakingRole, memberId: string, origin: Origin): void {
  const { roles } = plainPrototype(doc);
  const theirs = roles.filter((one) => one.role === role && one.memberId === memberId);
  const ids = theirs.map(({ id }) => id);
  remove(doc, 'roles', ids, origin);
}

export function addThing(doc: Y.Doc, id: string, title: string, origin: Origin): void {
  const { things } = plainPrototype(doc);
  put(doc, 'things', id, origin, () => ({
    ...{ title: newText(title, most.thing), place: newText('') },
    ...whose('bringer', null),
    order: keyBefore(things, id, null),
  }));
}

export function setBringer(doc: Y.Doc, id: string, person: Person | null, origin: Origin): void {
  change(doc, 'things', id, whose('bringer', person), origin);
}

/** @param picture of the sprint; null takes it away. */
export function setThingPicture(
  doc: Y.Doc,
  id: string,
  picture: StoredPicture | null,
  origin: Origin,
): void {
  if (picture) return change(doc, 'things', id, { picture: storedPicture(picture) }, origin);
  const thing: unknown = doc.getMap('things').get(id);
  if (thing instanceof Y.Map && thing.has('picture')) {
    doc.transact(() => thing.delete('picture'), origin);
  }
}

export function addCheck(doc: Y.Doc, id: string, text: string, origin: Origin): void {
  const { items } = plainPrototype(doc);
  put(doc, 'items', id, origin, () => ({
    ...{ says: '', text: newText(text, most.item), done: false },
    order: keyBefore(items, id, null),
  }));
}

export function tickCheck(doc: Y.Doc, id: string, done: boolean, origin: Origin): void {
  change(doc, 'items', id, { done }, origin);
}

/** @param fix.sceneId of which scene; null: of all. It is its owner's by itself. */
export function addFix(
  doc: Y.Doc,
  id: string,
  { text, sceneId }: { text: string; sceneId: string | null },
  origin: Origin,
): void {
  const { fixes } = plainPrototype(doc);
  put(doc, 'fixes', id, origin, () => ({
    ...{ scene: sceneId, text: newText(text, most.fix), done: false },
    order: keyBefore(fixes, id, null),
  }));
}

export function placeFix(doc: Y.Doc, id: string, sceneId: string | null, origin: Origin): void {
  change(doc, 'fixes', id, { scene: sceneId }, origin);
}

export function tickFix(doc: Y.Doc, id: string, done: boolean, origin: Origin): void {
  change(doc, 'fixes', id, { done }, origin);
}

/** A sprint question, with the note that it is. */
export type QuestionToLay = { id: string; text: string };

/** Lays sprint questions behind what is there, each once: under the id of its note. */
export function layTrialQuestions(
  doc: Y.Doc,
  laid: readonly QuestionToLay[],
  origin: Origin,
): void {
  const { questions } = plainPrototype(doc);
  const fresh = laid.filter(({ id }) => !questions.some((one) => one.id === id));
  const keys = orderKeys(questions, { before: null, count: fresh.length });
  doc.transact(() => {
    fresh.forEach(({ id, text }, at) =>
      put(doc, 'questions', id, origin, () => ({
        ...{ note: id, text: newText(text, most.question), answered: false },
        order: keys[at] ?? 'a0',
      })),
    );
  }, origin);
}

export function answerTrialQuestion(
  doc: Y.Doc,
  id: string,
  answered: boolean,
  origin: Origin,
): void {
  change(doc, 'questions', id, { answered }, origin);
}

/** A trial run begins; the server alone writes it. */
export function beginTrial(
  doc: Y.Doc,
  id: string,
  { by, reason, missing, at }: Omit<PlainTrial, 'id'>,
  origin: Origin = server,
): void {
  put(doc, 'trials', id, origin, () => ({ by, reason, missing: missing.join(' '), at }));
}

/** Takes a record away; what hangs on a scene then hangs on all of them. */
export function removeRecord(
  doc: Y.Doc,
  { root, id }: { root: 'scenes' | 'links' | 'things' | 'items' | 'fixes'; id: string },
  origin: Origin,
): void {
  remove(doc, root, [id], origin);
}

/** Undefined when it is gone. */
export function textOfPrototype(doc: Y.Doc, at: PrototypeText): string | undefined {
  return textAt(doc, at)?.toString();
}

/** One person's change of the words, as their field showed them before and after. */
export function editPrototypeText(
  doc: Y.Doc,
  at: PrototypeText,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = textAt(doc, at);
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: longestPrototypeText(at) }), origin);
}

function roleId(role: MakingRole, memberId: string): string {
  return `${role}-${memberId}`.slice(0, 64);
}

function textAt(doc: Y.Doc, { root, id, field }: PrototypeText): Y.Text | undefined {
  return sharedText(doc, { record: root, id, field });
}
