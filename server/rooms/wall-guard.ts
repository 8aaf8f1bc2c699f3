/**
 * Guards locked notes and groups, and notes that only their author may change, on the draft of a
 * room: after an update was tried and before anybody else sees it, what it did against the rules is
 * put back and named; the rest of it stays. Looks only at what the update touched and at what hangs
 * on that. The rules are `#document/holds`; who facilitates is never brought here.
 */
import type * as Y from 'yjs';
import {
  changedGroupFields,
  changedNoteFields,
  nameFields,
  placeFields,
  putBackGroup,
  putBackNote,
} from '#document/boards/put-back';
import {
  contentHold,
  drawnIn,
  groupPlaceHold,
  noteHold,
  placeHold,
  stackHold,
  topOf,
  type HoldRule,
  type Writer,
} from '#document/holds';
import { server } from '#document/origins';
import type { StoredGroup, StoredNote } from '#document/shapes';
import { WallIndex } from '#document/wall-index';
import type { Breach } from '#protocol/rooms';
import type { Bounds, Guard } from '#server/rooms/guard';

/** Authors of removed notes that are remembered, so that a removal can be taken back as it was. */
const REMEMBERED = 2_000;

type Names = Pick<StoredNote, 'by' | 'author'>;

export class WallGuard implements Guard {
  #doc: Y.Doc | undefined;
  #index: WallIndex | undefined;
  readonly #removed = new Map<string, Names>();

  binds({ writer }: Bounds): boolean {
    return writer !== undefined;
  }

  prepare(doc: Y.Doc): void {
    if (this.#doc === doc) this.#index?.refresh();
    else {
      this.#index?.destroy();
      this.#doc = doc;
      this.#index = new WallIndex(doc);
    }
  }

  judge({ writer }: Bounds): Breach[] {
    const [doc, wall] = [this.#doc, this.#index];
    if (!writer || !doc || !wall || wall.isFresh) return [];
    const trial = new Case(doc, wall, writer, this.#removed);
    trial.judgeTouched();
    this.#forget();
    return trial.breaches;
  }

  #forget(): void {
    for (const id of this.#removed.keys()) {
      if (this.#removed.size <= REMEMBERED) return;
      this.#removed.delete(id);
    }
  }
}

/** One update of one writer. */
class Case {
  readonly #doc: Y.Doc;
  readonly #wall: WallIndex;
  readonly #writer: Writer;
  readonly #removed: Map<string, Names>;
  readonly #found = new Map<HoldRule, { noteIds: Set<string>; groupIds: Set<string> }>();
  #mends: (() => void)[] = [];
  /** After all others: what came to lie under or in something new is settled where it was. */
  #settles: (() => void)[] = [];

  constructor(doc: Y.Doc, wall: WallIndex, writer: Writer, removed: Map<string, Names>) {
    this.#doc = doc;
    this.#wall = wall;
    this.#writer = writer;
    this.#removed = removed;
  }

  get breaches(): Breach[] {
    return [...this.#found].map(([rule, { noteIds, groupIds }]) => ({
      ...{ rule, noteIds: [...noteIds], groupIds: [...groupIds] },
    }));
  }

  judgeTouched(): void {
    const wall = this.#wall;
    const { notes, groups } = wall.touched;
    const before = new Map(
      [...notes].map((id) => [id, { note: wall.notes.get(id), group: drawnIn(wall, id) }]),
    );
    for (const id of groups) this.#judgeGroup(id);
    for (const id of notes) this.#judgeNote(id);
    this.#mend();
    wall.refresh();
    for (const [id, was] of before) this.#judgeGroupOf(id, was);
    this.#mend();
    wall.refresh();
  }

  #mend(): void {
    const mends = [...this.#mends, ...this.#settles];
    this.#mends = [];
    this.#settles = [];
    if (mends.length > 0) this.#doc.transact(() => mends.forEach((mend) => mend()), server);
  }

  #judgeNote(id: string): void {
    const before = this.#wall.notes.get(id);
    const after = this.#wall.noteNow(id);
    if (!before) {
      if (after) this.#judgeNew(after);
      return;
    }
    const changed = after && changedNoteFields(before, after);
    if (changed?.length === 0) return;
    const own = noteHold(before, this.#writer);
    if (own) return this.#putBack(before, own);
    const isMoved = !changed || placeFields.some((field) => changed.includes(field));
    const place = isMoved ? placeHold(this.#wall, id, this.#writer) : null;
    if (place) this.#putBack(before, place, placeFields);
    else if (!changed) this.#remember(before);
    if (changed?.includes('locked')) this.#putBack(before, 'locked', ['locked']);
    if (nameFields.some((field) => changed?.includes(field))) {
      this.#putBack(before, 'not-the-author', nameFields);
    }
  }

  #judgeNew(note: StoredNote): void {
    if (note.locked) this.#putBack({ ...note, locked: false }, 'locked', ['locked']);
    const names = this.#namesOf(note);
    if (names.by !== note.by || names.author !== note.author) {
      const { by: _by, author: _author, ...rest } = note;
      const mended = { ...rest, ...names };
      const isOthers = note.by !== undefined && note.by !== this.#writer.memberId;
      if (isOthers) this.#putBack(mended, 'not-the-author', nameFields);
      else this.#mends.push(() => putBackNote(this.#doc, mended, nameFields));
    }
    for (const id of this.#wall.under(note.id)) {
      const child = this.#wall.notes.get(id);
      if (!child || !placeHold(this.#wall, id, this.#writer)) continue;
      this.#settles.push(() => putBackNote(this.#doc, { ...child, under: null }, ['under']));
    }
  }

  /** Whose a note may say to be that was not there: one's own where authors are shown, or as it was before it was removed. */
  #namesOf({ id, by, author }: StoredNote): Names {
    const { memberId, name, authorsShown, authorEdits } = this.#writer;
    const was = this.#removed.get(id);
    if (was && !authorEdits && was.by === by && was.author === author) return was;
    if (!authorsShown || by !== memberId) return {};
    return author === undefined ? { by } : { by, author: name };
  }

  #judgeGroup(id: string): void {
    const wall = this.#wall;
    const before = wall.groups.get(id);
    const after = wall.groupNow(id);
    if (!before) {
      if (after) this.#judgeNewGroup(after);
      return;
    }
    const changed = after && changedGroupFields(before, after);
    if (changed?.length === 0) return;
    if (before.locked) return this.#putGroupBack(before, 'locked');
    if (changed?.includes('locked')) this.#putGroupBack(before, 'locked', ['locked']);
    if (changed && !changed.includes('at')) return;
    const rule = groupPlaceHold(wall, id, this.#writer);
    if (rule) this.#putGroupBack(before, rule, ['at']);
  }

  #judgeNewGroup(group: StoredGroup): void {
    const wall = this.#wall;
    if (group.locked) this.#putGroupBack({ ...group, locked: false }, 'locked', ['locked']);
    if (!contentHold(wall, group.id, this.#writer)) return;
    for (const id of wall.inGroup(group.id)) {
      const note = wall.notes.get(id);
      if (!note || topOf(wall, id) !== id || !stackHold(wall, id, this.#writer)) continue;
      this.#settles.push(() => putBackNote(this.#doc, { ...note, group: null }, ['group']));
    }
  }

  /** Nothing comes into a locked group; what is new lies loose instead. */
  #judgeGroupOf(id: string, was: { note: StoredNote | undefined; group: string | null }): void {
    const now = this.#wall.notes.get(id);
    const group = now ? drawnIn(this.#wall, id) : null;
    if (!now || group === null || group === was.group) return;
    if (!this.#wall.groups.get(group)?.locked) return;
    this.#findings('locked').groupIds.add(group);
    this.#putBack(was.note ?? { ...now, group: null, under: null }, 'locked', placeFields);
  }

  #putBack(note: StoredNote, rule: HoldRule, only?: Parameters<typeof putBackNote>[2]): void {
    this.#findings(rule).noteIds.add(note.id);
    this.#mends.push(() => putBackNote(this.#doc, note, only));
  }

  #putGroupBack(
    group: StoredGroup,
    rule: HoldRule,
    only?: Parameters<typeof putBackGroup>[2],
  ): void {
    this.#findings(rule).groupIds.add(group.id);
    this.#mends.push(() => putBackGroup(this.#doc, group, only));
  }

  #findings(rule: HoldRule): { noteIds: Set<string>; groupIds: Set<string> } {
    const found = this.#found.get(rule) ?? { noteIds: new Set(), groupIds: new Set() };
    this.#found.set(rule, found);
    return found;
  }

  #remember({ id, by, author }: StoredNote): void {
    if (by === undefined && author === undefined) return;
    const names: Names = {};
    if (by !== undefined) names.by = by;
    if (author !== undefined) names.author = author;
    this.#removed.set(id, names);
  }
}
