/**
 * A shared board for the screen: what is on it as reactive views, and who else is there. What one may
 * do is in `wall-standing.svelte.ts`, the ways to change it in `wall-acts.ts`. The only door from
 * components to the document.
 */
import { limits } from '#domain/limits';
import * as wall from '#document/boards/wall';
import { storedMap, storedText } from '#document/boards/stored';
import { local } from '#document/origins';
import type { PlainGroup, PlainNote, PlainWall } from '#document/plain';
import type { Presence } from '#document/presence';
import { roots } from '#document/schema';
import type { WallIndex } from '#document/wall-index';
import { groupKey } from '$lib/room/unsaved/dirty-records';
import { KeyedViews, sameList } from './keyed-views';
import { LooseLetters } from '$lib/room/unsaved/loose-letters';
import { LostWords, type LostText } from '$lib/room/unsaved/lost-words';
import { GroupView, NoteView } from './note-view.svelte';
import { PresenceView, type OtherPerson, type Pointings } from '$lib/room/presence-view.svelte';
import { editingOf } from '$lib/room/text-editing';
import { quietSet } from '$lib/room/quiet-set';
import { readWall } from './wall-reader';
import { heldOn } from './wall-rights';
import type { WallRoom } from './wall-room';
import { WallStanding } from './wall-standing.svelte';

export { GroupView, NoteView } from './note-view.svelte';
export type { OtherPerson, Pointings } from '$lib/room/presence-view.svelte';

/** See `WallView.watch`. */
export type WallWatcher = (changed: readonly string[] | null) => void;

export class WallView extends WallStanding {
  readonly boardId: string;
  readonly #presence: PresenceView;
  readonly #noteViews = new KeyedViews<PlainNote, NoteView>((plain) => new NoteView(plain));
  readonly #groupViews = new KeyedViews<PlainGroup, GroupView>((plain) => new GroupView(plain));
  readonly #held = quietSet<string>();
  readonly #watchers = quietSet<WallWatcher>();
  readonly #loose = new LooseLetters();
  readonly #ends: (() => void)[];
  readonly #lost: LostWords;
  #lostWords = $state.raw<readonly LostText[]>([]);
  #notes = $state.raw<readonly NoteView[]>([]);
  #tops = $state.raw<readonly NoteView[]>([]);
  #groups = $state.raw<readonly GroupView[]>([]);
  #plain: PlainWall = { notes: [], groups: [] };
  #unsaved: ReadonlySet<string> = quietSet();
  #index: WallIndex | undefined;
  #anyHeld = false;

  constructor(room: WallRoom, { boardId, sprintId }: { boardId: string; sprintId?: string }) {
    super(room, sprintId);
    this.boardId = boardId;
    this.#presence = new PresenceView(room.awareness);
    this.#ends = [
      readWall(room.doc, (plain, changed, index) => {
        this.#index = index;
        const mayHold = !changed || changed.some((note) => this.#isMarkedAnew(note));
        this.#show(plain, changed);
        if (mayHold) this.showHolds();
      }),
      room.line.onChange(() => this.#showUnsaved()),
      () => this.#presence.destroy(),
    ];
    this.#lost = new LostWords(room, {
      noteBefore: (id) => this.#index?.notes.get(id),
      groupBefore: (id) => this.#index?.groups.get(id),
      onChange: (list) => (this.#lostWords = list),
    });
  }

  override destroy(): void {
    super.destroy();
    for (const end of [...this.#ends, () => this.#lost.destroy()]) end();
  }

  /** In reading order: groups with what is in them, then the loose notes. */
  get notes(): readonly NoteView[] {
    return this.#notes;
  }
  /** The notes that lie open on the plane, in the same order: what is not beneath another. */
  get tops(): readonly NoteView[] {
    return this.#tops;
  }
  get groups(): readonly GroupView[] {
    return this.#groups;
  }
  /**
   * Calls back after each change, before anything is drawn again: with the ids of the notes that
   * changed, or with null when any note or group may have. @returns a function that ends it.
   */
  watch(watcher: WallWatcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
  get readOnly(): boolean {
    return this.room.readOnly;
  }
  note(id: string): NoteView | undefined {
    return this.#notes.length > 0 ? this.#noteViews.get(id) : undefined;
  }
  group(id: string): GroupView | undefined {
    return this.#groups.length > 0 ? this.#groupViews.get(id) : undefined;
  }

  get canUndo(): boolean {
    return this.room.canUndo && !this.readOnly;
  }
  get canRedo(): boolean {
    return this.room.canRedo && !this.readOnly;
  }
  /** @returns whether a note or group was left because another wrote in it. */
  undo(): boolean {
    return this.room.undo();
  }
  redo(): boolean {
    return this.room.redo();
  }

  /** For `<textarea {@attach wall.editing(note.id)}>`. */
  editing(noteId: string): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    return this.#editing(
      { key: noteId, noteId },
      {
        read: () => storedText(storedMap(roots.notes(this.room.doc), noteId), 'text')?.toString(),
        may: () => this.canEdit(noteId),
        edit: (change) => {
          this.joinMaking(noteId);
          wall.editNoteText(this.room.doc, noteId, change, local);
        },
        max: limits.note,
      },
    );
  }

  /** @returns the letters that a note did not take from its field, because it was fastened; '' for none. Asked once. */
  takeLoose(noteId: string): string {
    return this.#loose.take(noteId);
  }

  /** The same for the label of a group. */
  editingLabel(groupId: string): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    return this.#editing(
      { key: groupKey(groupId), noteId: null },
      {
        read: () =>
          storedText(storedMap(roots.groups(this.room.doc), groupId), 'label')?.toString(),
        may: () => this.canEditGroup(groupId),
        edit: (change) => wall.editGroupLabel(this.room.doc, groupId, change, local),
        max: limits.label,
      },
    );
  }

  /** What was written here in what another took away, to be told and offered. */
  get lostWords(): readonly LostText[] {
    return this.#lostWords;
  }
  putBackLost(key: string): void {
    this.#lost.putBack(key);
  }
  /** They are elsewhere now, or not wanted any more. */
  dropLost(key: string): void {
    this.#lost.drop(key);
  }

  get others(): readonly OtherPerson[] {
    return this.#presence.others;
  }
  get pointings(): Pointings {
    return this.#presence.pointings;
  }
  watchPointing(watcher: (pointings: Pointings) => void): () => void {
    return this.#presence.watchPointing(watcher);
  }
  get cursorsHidden(): boolean {
    return this.#presence.cursorsHidden;
  }
  set cursorsHidden(hidden: boolean) {
    this.#presence.cursorsHidden = hidden;
  }
  setCursor(cursor: { x: number; y: number } | null): void {
    this.#presence.setCursor(cursor);
  }
  setDrag(drag: { noteIds: readonly string[]; by: readonly [number, number] } | null): void {
    this.#presence.setDrag(drag);
  }
  setSelection(noteIds: readonly string[]): void {
    this.#presence.setSelection(noteIds);
  }
  /** What I see of the plane, for who follows me. */
  setView(view: Presence['view']): void {
    this.#presence.setView(view);
  }
  /** Whom I follow, so that they are told. */
  setFollows(follows: Presence['follows']): void {
    this.#presence.setFollows(follows);
  }

  /** While a note is in the hand, moves by others do not tear it away. */
  hold(ids: readonly string[]): void {
    for (const id of ids) this.#held.add(id);
  }
  release(ids: readonly string[]): void {
    for (const id of ids) this.#held.delete(id);
    const released = quietSet(ids);
    this.#show(
      this.#plain,
      this.#plain.notes.filter((note) => released.has(note.id)),
    );
  }

  protected get plain(): PlainWall {
    return this.#plain;
  }
  #editing(
    { key, noteId }: { key: string; noteId: string | null },
    text: {
      read: () => string | undefined;
      may: () => boolean;
      edit: (change: { before: string; after: string; caret: number }) => void;
      max: number;
    },
  ): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    const edit = editingOf({
      ...text,
      adrift: (words) => this.#lost.adrift(key, words),
      edit: (change) => {
        const isOpen = !this.room.line.readOnly && text.may();
        this.#loose.note(noteId, isOpen ? null : change);
        if (isOpen) text.edit(change);
        return isOpen;
      },
      onChange: (listener) => {
        this.room.doc.on('afterTransaction', listener);
        return () => this.room.doc.off('afterTransaction', listener);
      },
      onTyping: (typing) => {
        this.room.endStep();
        this.#presence.setTyping(typing ? noteId : null);
      },
    });
    return (field) => {
      this.#lost.begin(key);
      const end = edit(field);
      return () => {
        end();
        this.#lost.end(key);
      };
    };
  }

  #show(plain: PlainWall, changed?: readonly PlainNote[]): void {
    this.#plain = plain;
    if (changed) {
      for (const note of changed) this.#noteViews.renew(this.#inHand(note));
    } else {
      const notes = plain.notes.map((note) => this.#inHand(note));
      this.#notes = this.#noteViews.apply(notes, this.#notes);
      this.#groups = this.#groupViews.apply(plain.groups, this.#groups);
      const tops = this.#notes.filter((note) => note.top === note.id);
      if (!sameList(tops, this.#tops)) this.#tops = tops;
    }
    const ids = changed?.map((note) => note.id) ?? null;
    for (const watcher of this.#watchers) watcher(ids);
  }

  /** As it is to be drawn: a note in the hand stays where it was taken up. */
  #inHand(note: PlainNote): PlainNote {
    const place = this.#held.has(note.id) ? this.#noteViews.get(note.id)?.plain.place : undefined;
    return place ? { ...note, place } : note;
  }

  /** Locked, freed or signed: what is held follows from that and from groups and stacks, not from words and places. */
  #isMarkedAnew({ id, locked, by }: PlainNote): boolean {
    const was = this.#noteViews.get(id)?.plain;
    return was?.locked !== locked || was.by !== by;
  }

  /** Where nothing is held and nothing was, there is nothing to tell anybody. */
  protected showHolds(): void {
    if (!this.#index) return;
    const held = heldOn(this.#index, this.rights);
    if (!held.any && !this.#anyHeld) return;
    this.#anyHeld = held.any;
    for (const view of this.#noteViews.values()) view.holds = held.note(view.id);
    for (const view of this.#groupViews.values()) view.holds = held.group(view.id);
  }

  #showUnsaved(): void {
    const unsaved = this.room.line.unsavedNotes();
    for (const id of quietSet([...this.#unsaved, ...unsaved])) {
      const view = this.#noteViews.get(id);
      if (view) view.unsaved = unsaved.has(id);
    }
    this.#unsaved = unsaved;
  }
}
