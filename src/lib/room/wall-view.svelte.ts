/**
 * A shared board for the screen: what is on it as reactive views, and the ways to change it. The
 * only door from components to the document. Each act is one step of one's own undo; on a board
 * that is closed for the reader the ways to change do nothing.
 */
import { nanoid } from 'nanoid';
import { limits } from '#domain/limits';
import * as wall from '#document/boards/wall';
import { storedMap, storedText } from '#document/boards/stored';
import { local } from '#document/origins';
import { type PlainGroup, type PlainNote, type PlainWall } from '#document/plain';
import { roots, type PaperColor, type Place } from '#document/schema';
import { KeyedViews } from '$lib/room/keyed-views';
import { GroupView, NoteView } from '$lib/room/note-view.svelte';
import { linesOf } from '$lib/room/pasted-lines';
import { PresenceView, type OtherPerson } from '$lib/room/presence-view.svelte';
import type { RoomClient } from '$lib/room/room-client.svelte';
import { editingOf } from '$lib/room/text-editing';
import { readWall } from '$lib/room/wall-reader';

export { GroupView, NoteView } from '$lib/room/note-view.svelte';
export type { OtherPerson } from '$lib/room/presence-view.svelte';

export class WallView {
  readonly room: RoomClient;
  readonly boardId: string;
  readonly #presence: PresenceView;
  readonly #noteViews = new KeyedViews<PlainNote, NoteView>((plain) => new NoteView(plain));
  readonly #groupViews = new KeyedViews<PlainGroup, GroupView>((plain) => new GroupView(plain));
  #held: readonly string[] = [];
  readonly #ends: (() => void)[];
  #notes = $state.raw<readonly NoteView[]>([]);
  #groups = $state.raw<readonly GroupView[]>([]);
  #plain: PlainWall = { notes: [], groups: [] };

  constructor(room: RoomClient, { boardId }: { boardId: string }) {
    this.room = room;
    this.boardId = boardId;
    this.#presence = new PresenceView(room.awareness);
    this.#ends = [
      readWall(room.doc, (plain) => this.#show(plain)),
      room.line.onChange(() => this.#showUnsaved()),
      () => this.#presence.destroy(),
    ];
  }

  destroy(): void {
    for (const end of this.#ends) end();
  }

  /** In reading order: groups with what is in them, then the loose notes. */
  get notes(): readonly NoteView[] {
    return this.#notes;
  }
  get groups(): readonly GroupView[] {
    return this.#groups;
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

  addNote(note: {
    at: Place;
    color: PaperColor;
    text?: string;
    group?: string | null;
  }): string | null {
    const id = nanoid();
    return this.#act(() => wall.addNote(this.room.doc, { ...note, id }, local)) ? id : null;
  }

  /** One note per line that is not empty, free of overlap: from `at` on in a row, else below everything. */
  addLines(text: string, { color, at }: { color: PaperColor; at?: Place }): string[] {
    const lines = linesOf(text);
    const places = wall.freePlaces(at ? { notes: [], groups: [] } : this.#plain, lines.length);
    const notes = lines.map((line, index): wall.NewNote => {
      const [x, y] = places[index] ?? [0, 0];
      return { id: nanoid(), text: line, color, at: at ? [at[0] + x, at[1] + y] : [x, y] };
    });
    return this.#act(() => wall.addNotes(this.room.doc, notes, local))
      ? notes.map((note) => note.id)
      : [];
  }

  setNoteText(id: string, text: string): void {
    this.#act(() => wall.setNoteText(this.room.doc, id, text, local));
  }
  colorNotes(ids: readonly string[], color: PaperColor): void {
    this.#act(() => wall.colorNotes(this.room.doc, ids, color, local));
  }
  /** Lays notes loose at these places. */
  moveNotes(moves: readonly { id: string; at: Place }[]): void {
    this.#act(() => wall.moveNotes(this.room.doc, moves, local));
  }
  /** Pushes loose notes aside: their place changes and nothing else. */
  shiftNotes(moves: readonly { id: string; at: Place }[]): void {
    this.#act(() => wall.shiftNotes(this.room.doc, moves, local));
  }
  reorderNotes(ids: readonly string[], before: string | null): void {
    this.#act(() => wall.reorderNotes(this.room.doc, ids, before, local));
  }
  removeNotes(ids: readonly string[]): void {
    this.#act(() => wall.removeNotes(this.room.doc, ids, local));
  }
  placeInGroup(ids: readonly string[], groupId: string, before: string | null = null): void {
    this.#act(() => wall.placeInGroup(this.room.doc, ids, { groupId, before }, local));
  }
  makeGroup(group: { at: Place; label?: string; noteIds?: readonly string[] }): string | null {
    const id = nanoid();
    return this.#act(() => wall.makeGroup(this.room.doc, { ...group, id }, local)) ? id : null;
  }
  labelGroup(id: string, label: string): void {
    this.#act(() => wall.labelGroup(this.room.doc, id, label, local));
  }
  moveGroup(id: string, at: Place): void {
    this.#act(() => wall.moveGroup(this.room.doc, id, at, local));
  }
  reorderGroup(id: string, before: string | null): void {
    this.#act(() => wall.reorderGroup(this.room.doc, id, before, local));
  }
  ungroup(id: string): void {
    this.#act(() => wall.ungroup(this.room.doc, id, local));
  }
  stackOn(ids: readonly string[], onto: string): void {
    this.#act(() => wall.stackOn(this.room.doc, ids, onto, local));
  }
  unstack(ids: readonly string[]): void {
    this.#act(() => wall.unstack(this.room.doc, ids, local));
  }

  get canUndo(): boolean {
    return this.room.canUndo && !this.readOnly;
  }
  get canRedo(): boolean {
    return this.room.canRedo && !this.readOnly;
  }
  undo(): void {
    this.room.undo();
  }
  redo(): void {
    this.room.redo();
  }

  /** For `<textarea {@attach wall.editing(note.id)}>`. */
  editing(noteId: string): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    return this.#editing(noteId, {
      read: () => storedText(storedMap(roots.notes(this.room.doc), noteId), 'text')?.toString(),
      edit: (change) => wall.editNoteText(this.room.doc, noteId, change, local),
      max: limits.note,
    });
  }

  /** The same for the label of a group. */
  editingLabel(groupId: string): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    return this.#editing(null, {
      read: () => storedText(storedMap(roots.groups(this.room.doc), groupId), 'label')?.toString(),
      edit: (change) => wall.editGroupLabel(this.room.doc, groupId, change, local),
      max: limits.label,
    });
  }

  get others(): readonly OtherPerson[] {
    return this.#presence.others;
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

  /** While a note is in the hand, moves by others do not tear it away. */
  hold(ids: readonly string[]): void {
    this.#held = [...this.#held, ...ids];
  }
  release(ids: readonly string[]): void {
    this.#held = this.#held.filter((id) => !ids.includes(id));
    this.#show(this.#plain);
  }

  #act(act: () => void): boolean {
    if (this.room.line.readOnly) return false;
    this.room.step(act);
    return true;
  }

  #editing(
    noteId: string | null,
    text: {
      read: () => string | undefined;
      edit: (change: { before: string; after: string; caret: number }) => void;
      max: number;
    },
  ): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    return editingOf({
      ...text,
      edit: (change) => {
        if (!this.room.line.readOnly) text.edit(change);
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
  }

  #show(plain: PlainWall): void {
    this.#plain = plain;
    const notes = plain.notes.map((note): PlainNote => {
      const place = this.#held.includes(note.id)
        ? this.#noteViews.get(note.id)?.plain.place
        : undefined;
      return place ? { ...note, place } : note;
    });
    this.#notes = this.#noteViews.apply(notes, this.#notes);
    this.#groups = this.#groupViews.apply(plain.groups, this.#groups);
  }

  #showUnsaved(): void {
    const unsaved = this.room.line.unsavedNotes();
    for (const view of this.#noteViews.values()) view.unsaved = unsaved.has(view.id);
  }
}
