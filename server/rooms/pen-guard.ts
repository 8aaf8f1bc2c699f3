/**
 * Guards the pen of a storyboard on the draft of its room: what somebody drew, clipped or took away
 * without holding the pen, and an answer by who does not settle points, is put back before anybody else
 * sees it, and named. Words, order and open points are everybody's. Looks only at what was touched.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { recordNames } from '#document/kinds/record-roots';
import { server } from '#document/origins';
import { setFields } from '#document/boards/stored';
import type { Breach } from '#protocol/rooms';
import type { Bounds, Guard } from '#server/rooms/guard';

/** Of each guarded root: the fields that are held, or null for the record whole. */
const drawn = recordNames.storyboard.filter((name) => name !== 'panels' && name !== 'points');
const ANSWERS = ['answer', 'answeredBy'] as const;

type Fields = Readonly<Record<string, unknown>>;

export class PenGuard implements Guard {
  #doc: Y.Doc | undefined;
  #roots: GuardedRoot[] = [];

  binds({ pen }: Bounds): boolean {
    return pen !== undefined && !(pen.draws && pen.settles);
  }

  prepare(doc: Y.Doc): void {
    if (this.#doc !== doc) {
      for (const root of this.#roots) root.destroy();
      this.#doc = doc;
      this.#roots = [...drawn, 'points' as const].map((name) => new GuardedRoot(doc, name));
    }
    for (const root of this.#roots) root.refresh();
  }

  judge({ pen }: Bounds): Breach[] {
    if (!pen) return [];
    const mends: (() => void)[] = [];
    const byPen = new Set<string>();
    const bySettling = new Set<string>();
    for (const root of this.#roots) {
      for (const id of root.touched) {
        if (root.name === 'points') {
          if (!pen.settles && root.mendAnswer(id, mends)) bySettling.add(id);
        } else if (!pen.draws && root.mendRecord(id, mends)) byPen.add(id);
      }
    }
    if (mends.length > 0) this.#doc?.transact(() => mends.forEach((mend) => mend()), server);
    return [...breach('no-pen', byPen), ...breach('not-the-decider', bySettling)];
  }
}

function breach(rule: Breach['rule'], ids: ReadonlySet<string>): Breach[] {
  return ids.size === 0 ? [] : [{ rule, noteIds: [...ids], groupIds: [] }];
}

/** One root as it was before the update that is judged, read again only where it was touched. */
class GuardedRoot {
  readonly name: string;
  readonly #root: Y.Map<unknown>;
  readonly #known = new Map<string, Fields>();
  #touched = new Set<string>();

  constructor(doc: Y.Doc, name: string) {
    this.name = name;
    this.#root = doc.getMap(name);
    this.#root.observeDeep(this.#onChange);
    for (const id of this.#root.keys()) this.#touched.add(id);
  }

  destroy(): void {
    this.#root.unobserveDeep(this.#onChange);
  }

  get touched(): readonly string[] {
    return [...this.#touched];
  }

  refresh(): void {
    const touched = this.#touched;
    this.#touched = new Set();
    for (const id of touched) {
      const now = this.#fieldsNow(id);
      if (now) this.#known.set(id, now);
      else this.#known.delete(id);
    }
  }

  /** @returns whether it was changed, and is now to be as it was. */
  mendRecord(id: string, mends: (() => void)[]): boolean {
    const before = this.#known.get(id);
    if (equalityDeep(before, this.#fieldsNow(id))) return false;
    mends.push(() => {
      if (!before) return this.#root.delete(id);
      const there = this.#root.get(id);
      if (!(there instanceof Y.Map)) {
        this.#root.set(id, new Y.Map(Object.entries(before)));
        return;
      }
      const record = there as Y.Map<unknown>;
      for (const field of [...record.keys()]) if (!(field in before)) record.delete(field);
      setFields(record, before);
    });
    return true;
  }

  /** The answer of a point that is there; its being there and its words are everybody's. */
  mendAnswer(id: string, mends: (() => void)[]): boolean {
    const record = this.#root.get(id);
    if (!(record instanceof Y.Map)) return false;
    const before = this.#known.get(id) ?? {};
    const held = ANSWERS.filter((field) => (record.get(field) ?? '') !== (before[field] ?? ''));
    if (held.length === 0) return false;
    const was = Object.fromEntries(held.map((field) => [field, before[field] ?? '']));
    mends.push(() => setFields(record as Y.Map<unknown>, was));
    return true;
  }

  #fieldsNow(id: string): Fields | undefined {
    const record = this.#root.get(id);
    return record instanceof Y.Map ? Object.fromEntries(record.entries()) : undefined;
  }

  readonly #onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const id = event.path[0];
      if (typeof id === 'string') this.#touched.add(id);
      else for (const key of event.changes.keys.keys()) this.#touched.add(key);
    }
  };
}
