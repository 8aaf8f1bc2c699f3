/* eslint-disable svelte/prefer-svelte-reactivity -- what is listened to is replaced whole. */
/**
 * One's pad for the screen: what lies on each frame, kept by identity while it is the same, and the acts
 * that change it, each one step of undo. The only door from the pad's components to its document. A
 * stroke that is added costs no look at the thousands that were there.
 */
import { nanoid } from 'nanoid';
import type { Transaction, YEvent, AbstractType } from 'yjs';
import type { InkColor } from '#document/ink/stroke';
import * as pad from '#document/kinds/pad/operations';
import {
  plainPad,
  readStroke,
  wordsIn,
  type PlainPad,
  type PlainPicture,
  type PlainStroke,
  type PlainText,
} from '#document/kinds/pad/plain';
import { padLimits, padRoot, type WordRole } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { byOrder } from '#document/order';
import type { Place } from '#document/schema';
import { keepEqual } from '$lib/boards/keep-equal';
import type { OpenPad } from '$lib/room/private/open-pad';
import type { TextField } from '$lib/room/text-editing';

type Beside = Omit<PlainPad, 'strokes'>;
const besides = ['sheets', 'words', 'texts', 'pictures'] as const;
type Frames = ReadonlyMap<string, readonly PlainStroke[]>;

const NONE: readonly PlainStroke[] = [];

export class PadModel {
  readonly #open: OpenPad;
  readonly #strokes = new Map<string, PlainStroke>();
  readonly #end: () => void;
  #frames = $state.raw<Frames>(new Map());
  #beside = $state.raw<Beside>({ sheets: [], words: [], texts: [], pictures: [] });

  /** @param open ended by who opened it. */
  constructor(open: OpenPad) {
    this.#open = open;
    const { doc } = open.room;
    const strokes = padRoot(doc, 'strokes');
    const beside = besides.map((name) => padRoot(doc, name));
    for (const stroke of plainPad(doc).strokes) this.#strokes.set(stroke.id, stroke);
    this.#sort(new Set([...this.#strokes.values()].map(({ frame }) => frame)));
    this.#readBeside();
    const onStrokes = (events: readonly YEvent<AbstractType<unknown>>[]): void => {
      const ids = events.flatMap(({ path, changes }) =>
        typeof path[0] === 'string' ? [path[0]] : [...changes.keys.keys()],
      );
      this.#readStrokes(ids);
    };
    const onTransaction = ({ changedParentTypes }: Transaction): void => {
      if (beside.some((root) => changedParentTypes.has(root as never))) this.#readBeside();
    };
    strokes.observeDeep(onStrokes);
    doc.on('afterTransaction', onTransaction);
    this.#end = () => {
      strokes.unobserveDeep(onStrokes);
      doc.off('afterTransaction', onTransaction);
    };
  }

  destroy(): void {
    this.#end();
  }

  get loaded(): boolean {
    return this.#open.room.loaded;
  }

  /** In the order in which they were drawn. */
  strokes(frame: string): readonly PlainStroke[] {
    return this.#frames.get(frame) ?? NONE;
  }
  texts(frame: string): readonly PlainText[] {
    return this.#beside.texts.filter((text) => text.frame === frame);
  }
  words(frame: string, role: WordRole = 'words'): string {
    return wordsIn(this.#beside, frame, role);
  }
  /** The photograph of paper that lies on it. */
  picture(frame: string): PlainPicture | null {
    return this.#beside.pictures.findLast((picture) => picture.frame === frame) ?? null;
  }
  /** Of every photograph on the pad; a new one has a new id. */
  get pictureIds(): string[] {
    return this.#beside.pictures.map(({ id }) => id);
  }
  /** The frames of the sheets that were added to that step. */
  sheets(stepId: string): string[] {
    return this.#beside.sheets.filter(({ step }) => step === stepId).map(({ id }) => id);
  }
  isEmpty(frame: string): boolean {
    const isBlank = this.words(frame).trim() === '' && this.texts(frame).length === 0;
    return isBlank && this.strokes(frame).length === 0 && this.picture(frame) === null;
  }
  /** Everything, for what is made of it as a whole. Read anew each time. */
  plain(): PlainPad {
    void this.#frames;
    void this.#beside;
    return plainPad(this.#open.room.doc);
  }

  /** For `<textarea {@attach model.editing(...)}>`. */
  editing(frame: string, role: WordRole): (field: TextField) => () => void {
    const { doc } = this.#open.room;
    const id = nanoid();
    return this.#open.editing({
      read: () => wordsIn(plainWords(doc), frame, role),
      edit: (change) => pad.editWords(doc, { id, frame, role }, change, local),
      max: padLimits[role],
    });
  }
  editingText(id: string): (field: TextField) => () => void {
    const { doc } = this.#open.room;
    return this.#open.editing({
      read: () => this.#beside.texts.find((text) => text.id === id)?.text,
      edit: (change) => pad.editText(doc, id, change, local),
      max: padLimits.text,
    });
  }

  addStroke(frame: string, ink: Uint8Array): void {
    this.#act((doc) => pad.addStroke(doc, { id: nanoid(), frame, ink }, local));
  }
  removeStrokes(ids: readonly string[]): void {
    this.#act((doc) => pad.removeStrokes(doc, ids, local));
  }
  /** @returns its id. */
  addText(frame: string, at: Place, color: InkColor): string {
    const id = nanoid();
    this.#act((doc) => pad.addText(doc, { id, frame, at, color }, local));
    return id;
  }
  moveText(id: string, at: Place): void {
    this.#act((doc) => pad.moveText(doc, id, at, local));
  }
  removeText(id: string): void {
    this.#act((doc) => pad.removeText(doc, id, local));
  }
  layPaper(paper: Omit<pad.Paper, 'photoId'> & { loose: boolean }): void {
    this.#act((doc) => pad.layPaper(doc, { ...paper, photoId: nanoid() }, local));
  }
  removePicture(frame: string): void {
    this.#act((doc) => pad.removePictures(doc, frame, local));
  }
  addSheet(stepId: string): void {
    this.#act((doc) => pad.addSheet(doc, { id: nanoid(), step: stepId }, local));
  }

  /** All that was drawn and written is at the server. */
  get isSaved(): boolean {
    return this.#open.room.saved === 'saved';
  }
  get canUndo(): boolean {
    return this.#open.room.canUndo;
  }
  get canRedo(): boolean {
    return this.#open.room.canRedo;
  }
  undo(): void {
    this.#open.room.undo();
  }
  redo(): void {
    this.#open.room.redo();
  }

  #act(act: (doc: OpenPad['room']['doc']) => void): void {
    this.#open.room.step(() => act(this.#open.room.doc));
  }

  #readStrokes(ids: readonly string[]): void {
    const root = padRoot(this.#open.room.doc, 'strokes');
    const touched = new Set<string>();
    for (const id of ids) {
      const before = this.#strokes.get(id);
      const after = readStroke(id, root.get(id));
      if (before) touched.add(before.frame);
      if (after) touched.add(after.frame);
      if (after) this.#strokes.set(id, after);
      else this.#strokes.delete(id);
    }
    this.#sort(touched);
  }

  #sort(touched: ReadonlySet<string>): void {
    const on = new Map<string, PlainStroke[]>([...touched].map((frame) => [frame, []]));
    for (const stroke of this.#strokes.values()) on.get(stroke.frame)?.push(stroke);
    for (const strokes of on.values()) strokes.sort(byOrder);
    this.#frames = new Map([...this.#frames, ...on]);
  }

  #readBeside(): void {
    const { strokes: _, ...beside } = plainPad(this.#open.room.doc, besides);
    this.#beside = keepEqual(this.#beside, beside);
  }
}

function plainWords(doc: OpenPad['room']['doc']): Pick<PlainPad, 'words'> {
  return plainPad(doc, ['words']);
}
