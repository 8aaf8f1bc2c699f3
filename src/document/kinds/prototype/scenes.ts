/** The scenes of the prototype: laid from the storyboard, added, moved, taken on, and how far each is. */
import type * as Y from 'yjs';
import type { SceneState } from '#domain/prototype/making';
import { newText } from '#document/boards/stored';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { prototypeLimits as most } from '#document/kinds/prototype/records';
import { change, keyBefore, put } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { orderKeys } from '#document/order';

/** Somebody, with the name that they have now; nobody for null. */
export type Person = { readonly memberId: string; readonly name: string };

/** A scene of the storyboard. `words`: what it is called. */
export type SceneToLay = { id: string; number: number; words: string };

/** Lays the scenes of the storyboard behind what is there, each once: under the id of its panel. */
export function layScenes(doc: Y.Doc, laid: readonly SceneToLay[], origin: Origin): void {
  const { scenes } = plainPrototype(doc);
  const fresh = laid.filter(({ id }) => !scenes.some((scene) => scene.id === id));
  const keys = orderKeys(scenes, { before: null, count: fresh.length });
  doc.transact(() => {
    fresh.forEach(({ id, number, words }, at) => {
      putScene(doc, { id, panelId: id, number, title: words, order: keys[at] ?? 'a0' }, origin);
    });
  }, origin);
}

/** One that the storyboard does not have, behind the others. */
export function addScene(doc: Y.Doc, id: string, title: string, origin: Origin): void {
  const { scenes } = plainPrototype(doc);
  const order = keyBefore(scenes, id, null);
  putScene(doc, { id, panelId: null, number: 0, title, order }, origin);
}

/** Puts a scene before another, or last. Two who move the same one leave it in one place. */
export function moveScene(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id === before) return;
  const { scenes } = plainPrototype(doc);
  const at = scenes.findIndex((scene) => scene.id === id);
  if (at === -1 || (scenes[at + 1]?.id ?? null) === before) return;
  change(doc, 'scenes', id, { order: keyBefore(scenes, id, before) }, origin);
}

export function ownScene(doc: Y.Doc, id: string, person: Person | null, origin: Origin): void {
  change(doc, 'scenes', id, whose('owner', person), origin);
}

/** @param at when it is said, in ms. Who may is the guard's to say. */
export function setSceneState(
  doc: Y.Doc,
  id: string,
  { state, at }: { state: SceneState; at: number },
  origin: Origin,
): void {
  change(doc, 'scenes', id, { state, stateAt: at }, origin);
}

/** The fields that say whose something is. */
export function whose(field: 'owner' | 'bringer', person: Person | null) {
  return { [field]: person?.memberId ?? null, name: person?.name ?? '' };
}

function putScene(
  doc: Y.Doc,
  scene: { id: string; panelId: string | null; number: number; title: string; order: string },
  origin: Origin,
): void {
  const { id, panelId, number, title, order } = scene;
  put(doc, 'scenes', id, origin, () => ({
    ...{ panel: panelId, number, title: newText(title, most.sceneTitle), ...whose('owner', null) },
    ...{ state: 'todo', stateAt: 0, order },
  }));
}
