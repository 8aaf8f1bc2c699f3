/**
 * A storyboard for the screen: what is on it as plains that keep their identity while they read the
 * same, and the acts that change it. The only door from the storyboard's components to its document.
 */
import { fromBase64, toBase64 } from 'lib0/buffer';
import { nanoid } from 'nanoid';
import type { Doc } from 'yjs';
import * as story from '#document/kinds/storyboard/operations';
import {
  openPoints,
  plainStoryboard,
  type PlainClip,
  type PlainPanel,
  type PlainPoint,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { local } from '#document/origins';
import { SHOWN_STROKE_BYTES, type ShownStroke } from '#document/presence';
import { keepEqual } from '$lib/boards/keep-equal';
import { nextFrame } from '$lib/room/next-frame';
import type { KeyedText } from '$lib/room/open-room.svelte';
import type { OtherPerson, Pointings } from '$lib/room/presence-view.svelte';
import type { TextField } from '$lib/room/text-editing';
import { samePlain } from '$lib/room/wall/keyed-views';
import type { WallRoom } from '$lib/room/wall/wall-room';

export type StoryText = story.StoryText;
export type ClipOf = story.ClipOf;

/** An open storyboard, living or still. */
export type OpenStory = {
  readonly boardId: string;
  readonly room: WallRoom;
  /** A still one has nobody who draws. */
  readonly presence: {
    readonly others: readonly OtherPerson[];
    watchPointing?(watcher: (pointings: Pointings) => void): () => void;
    setStroke?(stroke: ShownStroke | null): void;
  };
  editing(text: KeyedText): (field: TextField) => () => void;
};

export class StoryModel {
  readonly boardId: string;
  readonly room: WallRoom;
  readonly #open: OpenStory;
  readonly #end: () => void;
  #plain = $state.raw<PlainStoryboard>({ panels: [], loose: [] });
  #underWay = $state.raw<readonly ShownStroke[]>([]);
  #endWait: () => void = () => undefined;

  /** @param open ended by who opened it. */
  constructor(open: OpenStory) {
    const { room } = open;
    this.#open = open;
    this.room = room;
    this.boardId = open.boardId;
    const read = (): void => {
      this.#plain = keepEqual(this.#plain, plainStoryboard(room.doc));
    };
    // Own changes are shown at once, others' once per frame.
    const frame = nextFrame(read);
    const onChange = ({ local: own }: { local: boolean }): void => {
      if (own) read();
      else frame.ask();
    };
    room.doc.on('afterTransaction', onChange);
    read();
    const endWatch = open.presence.watchPointing?.((pointings) => {
      const strokes = [...pointings.values()].flatMap(({ stroke }) => stroke ?? []);
      if (!samePlain(strokes, this.#underWay)) this.#underWay = strokes;
    });
    this.#end = () => {
      this.#endWait();
      endWatch?.();
      open.presence.setStroke?.(null);
      frame.cancel();
      room.doc.off('afterTransaction', onChange);
    };
  }

  destroy(): void {
    this.#end();
  }

  get plain(): PlainStoryboard {
    return this.#plain;
  }
  readonly #openPoints = $derived.by(() => openPoints(this.#plain));
  get openPoints(): PlainPoint[] {
    return this.#openPoints;
  }
  get readOnly(): boolean {
    return this.room.readOnly;
  }
  get others(): readonly OtherPerson[] {
    return this.#open.presence.others;
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

  /** Undefined when it is gone. */
  textOf(at: StoryText): string | undefined {
    return story.textOf(this.room.doc, at);
  }

  /** For `<textarea {@attach model.editing(text)}>`. */
  editing(at: StoryText): (field: TextField) => () => void {
    return this.#open.editing({
      key: at.id,
      read: () => this.textOf(at),
      edit: (change) => story.editStoryText(this.room.doc, at, change, local),
      max: story.longestText(at),
    });
  }

  /** A panel's place, from 1; 0 when it is gone. */
  numberOf(panelId: string | null): number {
    return this.#plain.panels.findIndex(({ id }) => id === panelId) + 1;
  }

  /** @returns the id of the new panel; null on a storyboard that is only read. */
  addPanel(before: string | null = null): string | null {
    return this.#add((doc, id) => story.addPanel(doc, { id, before }, local));
  }
  movePanel(id: string, before: string | null): void {
    this.#act((doc) => story.movePanel(doc, id, before, local));
  }
  /** @param whole with what is drawn on it, which is the artist's to do. */
  duplicatePanel(from: string, whole: boolean): string | null {
    return this.#add((doc, id) =>
      story.duplicatePanel(doc, { id, from, ...(whole && { newId: nanoid }) }, local),
    );
  }
  removePanel(id: string): void {
    this.#act((doc) => story.removePanel(doc, id, local));
  }
  layRow(row: { row: string; actions: readonly string[] }): void {
    this.#act((doc) => story.layRow(doc, row, local));
  }

  /** @param id as it was shown while it was under way. */
  addStroke(panelId: string, { id, ink }: { id: string; ink: Uint8Array }): void {
    this.#act((doc) => story.addStroke(doc, { id, panelId, ink }, local));
  }
  /** What others draw on that panel now; what is stored meanwhile is no longer under way. */
  underWay({ id: panelId, strokes }: PlainPanel): { id: string; ink: Uint8Array }[] {
    return this.#underWay.flatMap(({ id, on, ink }) =>
      on !== panelId || strokes.some((stroke) => stroke.id === id)
        ? []
        : [{ id, ink: fromBase64(ink) }],
    );
  }
  /** Shows others what is being drawn here. @param ink no more than `SHOWN_STROKE_BYTES`. */
  showStroke(panelId: string, { id, ink }: { id: string; ink: Uint8Array }): void {
    this.#endWait();
    if (ink.length > SHOWN_STROKE_BYTES) return;
    this.#open.presence.setStroke?.({ id, on: panelId, ink: toBase64(ink) });
  }
  /** It ended; shown until it is stored, so that it is not gone for others in between. */
  endStroke(): void {
    const { line } = this.room;
    const hide = (): void => {
      if (!line.clean) return;
      this.#endWait();
      this.#open.presence.setStroke?.(null);
    };
    this.#endWait();
    const end = line.onChange(hide);
    this.#endWait = () => void end();
    hide();
  }
  removeStrokes(ids: readonly string[]): void {
    if (ids.length > 0) this.#act((doc) => story.removeStrokes(doc, ids, local));
  }

  addClip(panelId: string, of: ClipOf): string | null {
    return this.#add((doc, id) => story.addClip(doc, { id, panelId, of }, local));
  }
  placeClip(id: string, to: Partial<Pick<PlainClip, 'at' | 'width' | 'turn'>>): void {
    this.#act((doc) => story.placeClip(doc, id, to, local));
  }
  moveClip(id: string, panelId: string): void {
    this.#act((doc) => story.moveClip(doc, id, panelId, local));
  }
  removeClip(id: string): void {
    this.#act((doc) => story.removeClip(doc, id, local));
  }

  addPoint(panelId: string | null, text = ''): string | null {
    return this.#add((doc, id) => story.addPoint(doc, { id, panelId, text }, local));
  }
  movePoint(id: string, panelId: string): void {
    this.#act((doc) => story.movePoint(doc, id, panelId, local));
  }
  answerPoint(id: string, answer: { answer: string; by: string }): void {
    this.#act((doc) => story.answerPoint(doc, id, answer, local));
  }
  removePoint(id: string): void {
    this.#act((doc) => story.removePoint(doc, id, local));
  }

  #add(add: (doc: Doc, id: string) => void): string | null {
    const id = nanoid();
    return this.#act((doc) => add(doc, id)) ? id : null;
  }

  /** One step of undo. @returns whether it was done. */
  #act(act: (doc: Doc) => void): boolean {
    if (this.room.line.readOnly) return false;
    this.room.step(() => act(this.room.doc));
    return true;
  }
}
