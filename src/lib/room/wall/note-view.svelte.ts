/** One note, group or pile note for the screen: one `$state` each, replaced only when it changed. */
import type { XY, Box } from '#document/layout';
import type { PlainGroup, PlainNote, PlainPileNote } from '#document/plain';
import type { PaperColor } from '#document/schema';
import type { StoredPicture } from '#document/shapes';
import { free, type Holds } from './wall-rights';

export class NoteView {
  readonly id: string;
  #plain: PlainNote;
  #unsaved = $state(false);
  #holds = $state.raw<Holds>(free);

  constructor(plain: PlainNote) {
    this.id = plain.id;
    this.#plain = $state.raw(plain);
  }

  get plain(): PlainNote {
    return this.#plain;
  }
  set plain(plain: PlainNote) {
    this.#plain = plain;
  }
  get text(): string {
    return this.#plain.text;
  }
  get color(): PaperColor {
    return this.#plain.color;
  }
  /** Top left on the plane. */
  get place(): XY {
    return this.#plain.place;
  }
  get group(): string | null {
    return this.#plain.group;
  }
  /** The note on top of its stack; its own id when it lies free. */
  get top(): string {
    return this.#plain.top;
  }
  get beneath(): readonly string[] {
    return this.#plain.beneath;
  }
  get author(): string | undefined {
    return this.#plain.author;
  }
  /** The member who wrote it, where authors are shown. */
  get by(): string | undefined {
    return this.#plain.by;
  }
  /** A higher note covers a lower one, see `byDrawing`. */
  get z(): number {
    return this.#plain.z;
  }
  get locked(): boolean {
    return this.#plain.locked;
  }
  /** What is on the paper; the text is its caption. */
  get picture(): StoredPicture | null {
    return this.#plain.picture;
  }
  /** Why the reader may not change it or move it. */
  get holds(): Holds {
    return this.#holds;
  }
  set holds(holds: Holds) {
    const { edit, move } = this.#holds;
    if (edit !== holds.edit || move !== holds.move) this.#holds = holds;
  }
  /** Has waited for the server for more than two seconds. */
  get unsaved(): boolean {
    return this.#unsaved;
  }
  set unsaved(unsaved: boolean) {
    this.#unsaved = unsaved;
  }
}

export class GroupView {
  readonly id: string;
  #plain: PlainGroup;
  #holds = $state.raw<Holds>(free);

  constructor(plain: PlainGroup) {
    this.id = plain.id;
    this.#plain = $state.raw(plain);
  }

  get plain(): PlainGroup {
    return this.#plain;
  }
  set plain(plain: PlainGroup) {
    this.#plain = plain;
  }
  get label(): string {
    return this.#plain.label;
  }
  get box(): Box {
    return this.#plain.box;
  }
  get locked(): boolean {
    return this.#plain.locked;
  }
  /** Why the reader may not change it or move it. */
  get holds(): Holds {
    return this.#holds;
  }
  set holds(holds: Holds) {
    const { edit, move } = this.#holds;
    if (edit !== holds.edit || move !== holds.move) this.#holds = holds;
  }
  /** In order; a stack as its top followed by the notes beneath. */
  get noteIds(): readonly string[] {
    return this.#plain.noteIds;
  }
}

export class PileNoteView {
  readonly id: string;
  #plain: PlainPileNote;
  #unsaved = $state(false);

  constructor(plain: PlainPileNote) {
    this.id = plain.id;
    this.#plain = $state.raw(plain);
  }

  get plain(): PlainPileNote {
    return this.#plain;
  }
  set plain(plain: PlainPileNote) {
    this.#plain = plain;
  }
  get text(): string {
    return this.#plain.text;
  }
  get color(): PaperColor {
    return this.#plain.color;
  }
  get createdAt(): number {
    return this.#plain.createdAt;
  }
  get unsaved(): boolean {
    return this.#unsaved;
  }
  set unsaved(unsaved: boolean) {
    this.#unsaved = unsaved;
  }
}
