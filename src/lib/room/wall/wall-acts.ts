/**
 * The ways to change a shared board. Each is one step of one's own undo, does nothing on a board
 * that is closed for the reader, and leaves out what the reader may not change. `WallView` adds what
 * is to be seen.
 */
import { nanoid } from 'nanoid';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import type { XY } from '#document/layout';
import type { Alignment, Way } from '#document/placing';
import type { PlainWall } from '#document/plain';
import type { PaperColor, Place } from '#document/schema';
import type { StoredPicture } from '#document/shapes';
import { linesOf } from './pasted-lines';
import type { WallRoom } from './wall-room';

type NewNote = { at: Place; color: PaperColor; text?: string; group?: string | null };

export abstract class WallActs {
  readonly room: WallRoom;
  /** Whose pictures are to be had here. */
  readonly #sprintId: string | undefined;
  /** The note made by the last act, still without words. */
  #made: string | null = null;

  constructor(room: WallRoom, sprintId?: string) {
    this.room = room;
    this.#sprintId = sprintId;
  }

  /** The wall as it is shown. */
  protected abstract readonly plain: PlainWall;
  /** What is written with a note where authors are shown. */
  protected abstract readonly signature: { by?: string; author?: string };
  abstract readonly facilitates: boolean;
  abstract canEdit(noteId: string): boolean;
  abstract canMove(noteId: string): boolean;
  abstract canEditGroup(groupId: string): boolean;
  abstract canMoveGroup(groupId: string): boolean;
  /** Whether something can be laid on or before this note: not in a locked group. */
  protected abstract takesBeside(noteId: string): boolean;

  addNote(note: NewNote): string | null {
    return this.#add(note);
  }

  /** A picture that the server has taken in; its caption is the text of the note. */
  addPicture(
    picture: Omit<NewNote, 'color'> & { picture: StoredPicture; color?: PaperColor },
  ): string | null {
    return this.#add({ color: 'white', ...picture });
  }

  /** One note per line that is not empty, free of overlap: from `at` on in a row, else below everything. */
  addLines(text: string, { color, at }: { color: PaperColor; at?: Place }): string[] {
    const lines = linesOf(text);
    const places = wall.freePlaces(at ? { notes: [], groups: [] } : this.plain, lines.length);
    const notes = lines.map((line, index): wall.NewNote => {
      const [x, y] = places[index] ?? [0, 0];
      const place: Place = at ? [at[0] + x, at[1] + y] : [x, y];
      return { id: nanoid(), text: line, color, at: place, ...this.signature };
    });
    return this.act((doc) => wall.addNotes(doc, notes, local)) ? notes.map((note) => note.id) : [];
  }

  setNoteText(id: string, text: string): void {
    if (this.canEdit(id)) this.act((doc) => wall.setNoteText(doc, id, text, local));
  }
  colorNotes(ids: readonly string[], color: PaperColor): void {
    this.act((doc) => wall.colorNotes(doc, this.#editable(ids), color, local));
  }
  bringToFront(ids: readonly string[]): void {
    this.act((doc) => wall.bringToFront(doc, this.#editable(ids), local));
  }
  sendToBack(ids: readonly string[]): void {
    this.act((doc) => wall.sendToBack(doc, this.#editable(ids), local));
  }

  /** Only who facilitates locks and frees. */
  setLocked(
    what: { noteIds?: readonly string[]; groupIds?: readonly string[] },
    locked: boolean,
  ): void {
    if (this.facilitates) this.act((doc) => wall.setLocked(doc, what, locked, local));
  }

  /** Lays notes loose at these places. */
  moveNotes(moves: readonly { id: string; at: Place }[]): void {
    const movable = moves.filter(({ id }) => this.canMove(id));
    this.act((doc) => wall.moveNotes(doc, movable, local));
  }
  /** Moves loose notes from where the document has them; those in groups stay. */
  nudge(ids: readonly string[], by: XY): void {
    this.act((doc) => wall.nudgeNotes(doc, this.#movable(ids), by, local));
  }
  /** Pushes loose notes aside: their place changes and nothing else, with `from` only when they still lie there. */
  shiftNotes(moves: readonly wall.Shift[]): void {
    const movable = moves.filter(({ id }) => this.canMove(id));
    this.act((doc) => wall.shiftNotes(doc, movable, local));
  }
  shiftGroup(id: string, move: { from: Place; at: Place }): void {
    if (this.canMoveGroup(id)) this.act((doc) => wall.shiftGroup(doc, id, move, local));
  }
  /** Lines up loose notes. */
  align(ids: readonly string[], how: Alignment): void {
    this.act((doc) => wall.alignNotes(doc, this.#movable(ids), how, local));
  }
  /** Spreads three or more loose notes evenly. */
  distribute(ids: readonly string[], way: Way): void {
    this.act((doc) => wall.distributeNotes(doc, this.#movable(ids), way, local));
  }
  /** Lays loose notes in a grid, in the order in which they are read. */
  tidy(ids: readonly string[]): void {
    this.act((doc) => wall.tidyNotes(doc, this.#movable(ids), local));
  }
  reorderNotes(ids: readonly string[], before: string | null): void {
    if (before !== null && !this.takesBeside(before)) return;
    this.act((doc) => wall.reorderNotes(doc, this.#movable(ids), before, local));
  }
  removeNotes(ids: readonly string[]): void {
    this.act((doc) => wall.removeNotes(doc, this.#movable(ids), local));
  }
  /** Removes those that hold nothing in the document now, whatever the screen still shows. */
  removeEmpty(ids: readonly string[]): void {
    this.act((doc) => wall.removeEmptyNotes(doc, this.#movable(ids), local));
  }
  placeInGroup(ids: readonly string[], groupId: string, before: string | null = null): void {
    if (!this.canEditGroup(groupId)) return;
    this.act((doc) => wall.placeInGroup(doc, this.#movable(ids), { groupId, before }, local));
  }
  makeGroup(group: { at: Place; label?: string; noteIds?: readonly string[] }): string | null {
    const id = nanoid();
    const noteIds = this.#movable(group.noteIds ?? []);
    return this.act((doc) => wall.makeGroup(doc, { ...group, noteIds, id }, local)) ? id : null;
  }
  labelGroup(id: string, label: string): void {
    if (this.canEditGroup(id)) this.act((doc) => wall.labelGroup(doc, id, label, local));
  }
  moveGroup(id: string, at: Place): void {
    if (this.canMoveGroup(id)) this.act((doc) => wall.moveGroup(doc, id, at, local));
  }
  reorderGroup(id: string, before: string | null): void {
    if (this.canEditGroup(id)) this.act((doc) => wall.reorderGroup(doc, id, before, local));
  }
  ungroup(id: string): void {
    if (this.canMoveGroup(id)) this.act((doc) => wall.ungroup(doc, id, local));
  }
  stackOn(ids: readonly string[], onto: string): void {
    if (this.takesBeside(onto))
      this.act((doc) => wall.stackOn(doc, this.#movable(ids), onto, local));
  }
  unstack(ids: readonly string[]): void {
    this.act((doc) => wall.unstack(doc, this.#movable(ids), local));
  }

  /** @returns notes and groups for the clipboard; null when nothing of them is there. */
  copy(ids: readonly string[]): wall.Clip | null {
    return wall.copyNotes(this.room.doc, ids, this.#pictureHome());
  }

  /** Lays what was copied with its upper left corner at `at`. @returns null when nothing may be written. */
  paste(clip: wall.Clip, { at }: { at: Place }): { noteIds: string[]; groupIds: string[] } | null {
    const options = { at, newId: () => nanoid(), ...this.#pictureHome(), ...this.signature };
    let laid: { noteIds: string[]; groupIds: string[] } | null = null;
    this.act((doc) => (laid = wall.pasteNotes(doc, clip, options, local)));
    return laid;
  }

  /** One step of undo. @returns whether it was done. */
  protected act(act: (doc: WallRoom['doc']) => void): boolean {
    if (this.room.line.readOnly) return false;
    this.#made = null;
    this.room.step(() => act(this.room.doc));
    return true;
  }

  #add(note: NewNote & { picture?: StoredPicture }): string | null {
    const id = nanoid();
    const group = note.group != null && this.canEditGroup(note.group) ? note.group : null;
    const whole = { ...note, group, id, ...this.signature };
    if (!this.act((doc) => wall.addNote(doc, whole, local))) return null;
    if (note.text === undefined && !note.picture) this.#made = id;
    return id;
  }

  /** The first words of a note are one step of undo with its making: without them it is nothing. */
  protected joinMaking(noteId: string): void {
    if (noteId !== this.#made) return;
    this.#made = null;
    this.room.joinStep();
  }

  #editable(ids: readonly string[]): string[] {
    return ids.filter((id) => this.canEdit(id));
  }

  #movable(ids: readonly string[]): string[] {
    return ids.filter((id) => this.canMove(id));
  }

  #pictureHome(): { sprintId?: string } {
    return this.#sprintId === undefined ? {} : { sprintId: this.#sprintId };
  }
}
