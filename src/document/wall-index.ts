/**
 * A wall kept as it is stored, read once and then only where it was touched, with the way back from
 * a note to what lies under it and from a group to what is in it. The browser's view and the
 * server's guard both look here; neither reads the whole document at each change.
 */
import type * as Y from 'yjs';
import { roots } from '#document/schema';
import { readGroup, readNote, type StoredGroup, type StoredNote } from '#document/shapes';

/** Ids of notes and groups. */
export type Touched = { readonly notes: ReadonlySet<string>; readonly groups: ReadonlySet<string> };

type Events = Y.YEvent<Y.AbstractType<unknown>>[];

export class WallIndex {
  readonly notes = new Map<string, StoredNote>();
  readonly groups = new Map<string, StoredGroup>();
  readonly #doc: Y.Doc;
  readonly #under = new Map<string, Set<string>>();
  readonly #inGroup = new Map<string, Set<string>>();
  #touched = { notes: new Set<string>(), groups: new Set<string>() };

  /** Reads the wall and follows it from here on; what changed is taken in by `refresh`. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
    roots.notes(doc).forEach((_note, id) => this.#touched.notes.add(id));
    roots.groups(doc).forEach((_group, id) => this.#touched.groups.add(id));
    roots.notes(doc).observeDeep(this.#onNotes);
    roots.groups(doc).observeDeep(this.#onGroups);
    this.refresh();
  }

  destroy(): void {
    roots.notes(this.#doc).unobserveDeep(this.#onNotes);
    roots.groups(this.#doc).unobserveDeep(this.#onGroups);
  }

  /** What changed in the document since the last `refresh`. */
  get touched(): Touched {
    return this.#touched;
  }

  get isFresh(): boolean {
    return this.#touched.notes.size === 0 && this.#touched.groups.size === 0;
  }

  /** What the document has now, also before `refresh`. */
  noteNow(id: string): StoredNote | undefined {
    return readNote(id, roots.notes(this.#doc).get(id));
  }

  groupNow(id: string): StoredGroup | undefined {
    return readGroup(id, roots.groups(this.#doc).get(id));
  }

  /** Takes in what changed. @returns what that was. */
  refresh(): Touched {
    const touched = this.#touched;
    this.#touched = { notes: new Set(), groups: new Set() };
    for (const id of touched.notes) this.#put(id, this.noteNow(id));
    for (const id of touched.groups) {
      const group = this.groupNow(id);
      if (group) this.groups.set(id, group);
      else this.groups.delete(id);
    }
    return touched;
  }

  /** Notes that say they lie on this one, whether it is there or not. */
  under(id: string): Iterable<string> {
    return this.#under.get(id) ?? [];
  }

  /** Notes that say they are in this group, whether it is there or not. */
  inGroup(id: string): Iterable<string> {
    return this.#inGroup.get(id) ?? [];
  }

  #put(id: string, note: StoredNote | undefined): void {
    const before = this.notes.get(id);
    if (before?.under) drop(this.#under, before.under, id);
    if (before?.group) drop(this.#inGroup, before.group, id);
    if (!note) {
      this.notes.delete(id);
      return;
    }
    this.notes.set(id, note);
    if (note.under !== null) add(this.#under, note.under, id);
    if (note.group !== null) add(this.#inGroup, note.group, id);
  }

  readonly #onNotes = (events: Events): void => {
    for (const id of touchedBy(events)) this.#touched.notes.add(id);
  };
  readonly #onGroups = (events: Events): void => {
    for (const id of touchedBy(events)) this.#touched.groups.add(id);
  };
}

/** Ids of the root's entries that these events touched. */
function touchedBy(events: Events): string[] {
  return events.flatMap((event) => {
    const id = event.path[0];
    // A list inside the root is no note; only what is keyed by an id is.
    return typeof id === 'string' ? [id] : [...event.changes.keys.keys()];
  });
}

function add(sets: Map<string, Set<string>>, key: string, id: string): void {
  const known = sets.get(key);
  if (known) known.add(id);
  else sets.set(key, new Set([id]));
}

function drop(sets: Map<string, Set<string>>, key: string, id: string): void {
  const known = sets.get(key);
  known?.delete(id);
  if (known?.size === 0) sets.delete(key);
}
