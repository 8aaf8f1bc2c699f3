/**
 * Guards how far the scenes of a prototype are on the draft of its room: what somebody said of a scene that
 * they neither own nor stitch is put back before anybody else sees it, and named. Who owns what is everybody's
 * to change, and counts as it stands after the update: a scene is taken on and begun in one go.
 */
import * as Y from 'yjs';
import { setFields } from '#document/boards/stored';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { server } from '#document/origins';
import { maySetState } from '#domain/prototype/making';
import type { Breach } from '#protocol/rooms';
import type { Bounds, Guard } from '#server/rooms/guard';

type Said = { readonly state: unknown; readonly stateAt: unknown };
const NOT_YET: Said = { state: 'todo', stateAt: 0 };

export class SceneGuard implements Guard {
  #doc: Y.Doc | undefined;
  /** What was said of each scene; of one that was taken away too, as it may come back by undo. */
  readonly #known = new Map<string, Said>();
  #touched = new Set<string>();

  binds({ makerId }: Bounds): boolean {
    return makerId !== undefined;
  }

  prepare(doc: Y.Doc): void {
    const scenes = doc.getMap<unknown>('scenes');
    if (this.#doc !== doc) {
      this.#doc?.getMap('scenes').unobserveDeep(this.#onChange);
      this.#doc = doc;
      scenes.observeDeep(this.#onChange);
      for (const id of scenes.keys()) this.#touched.add(id);
    }
    for (const id of this.#touched) {
      const said = saidOf(scenes.get(id));
      if (said) this.#known.set(id, said);
    }
    this.#touched = new Set();
  }

  judge({ makerId }: Bounds): Breach[] {
    const doc = this.#doc;
    if (makerId === undefined || !doc || this.#touched.size === 0) return [];
    const root = doc.getMap<unknown>('scenes');
    const changed = [...this.#touched].filter((id) => {
      const now = saidOf(root.get(id));
      const before = this.#known.get(id) ?? NOT_YET;
      return now && (now.state !== before.state || now.stateAt !== before.stateAt);
    });
    if (changed.length === 0) return [];
    const { scenes, roles } = plainPrototype(doc);
    const wrong = changed.filter((id) => {
      const ownerId = scenes.find((scene) => scene.id === id)?.ownerId ?? null;
      return !maySetState(makerId, { ownerId, roles });
    });
    if (wrong.length === 0) return [];
    doc.transact(() => {
      for (const id of wrong) {
        const scene = root.get(id);
        if (scene instanceof Y.Map) {
          setFields(scene as Y.Map<unknown>, { ...(this.#known.get(id) ?? NOT_YET) });
        }
      }
    }, server);
    return [{ rule: 'not-the-maker', noteIds: wrong, groupIds: [] }];
  }

  readonly #onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const id = event.path[0];
      if (typeof id === 'string') this.#touched.add(id);
      else for (const key of event.changes.keys.keys()) this.#touched.add(key);
    }
  };
}

function saidOf(scene: unknown): Said | undefined {
  if (!(scene instanceof Y.Map)) return undefined;
  const { state, stateAt } = NOT_YET;
  return { state: scene.get('state') ?? state, stateAt: scene.get('stateAt') ?? stateAt };
}
