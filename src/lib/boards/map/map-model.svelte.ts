/**
 * A map for the screen: what is on it as plains that keep their identity while they read the same,
 * and the acts that change it. The only door from the map's components to its document.
 */
import { nanoid } from 'nanoid';
import type { Mood } from '#domain/map/mood';
import * as map from '#document/kinds/map/operations';
import { plainMap, type PlainMap } from '#document/kinds/map/plain';
import {
  OUTLINE,
  type ActorIcon,
  type MapRecord,
  type MarkKind,
} from '#document/kinds/map/records';
import { local } from '#document/origins';
import type { PaperColor } from '#document/schema';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { OtherPerson } from '$lib/room/presence-view.svelte';
import type { TextField } from '$lib/room/text-editing';
import type { WallRoom } from '$lib/room/wall/wall-room';

export type MapText = map.MapText;
export const endingText: MapText = { record: 'outline', id: OUTLINE, field: 'ending' };

export class MapModel {
  readonly boardId: string;
  readonly room: WallRoom;
  readonly #board: Followed<PlainMap>;

  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    this.#board = new Followed(open, plainMap);
    this.room = open.room;
    this.boardId = open.boardId;
  }

  destroy(): void {
    this.#board.destroy();
  }

  get plain(): PlainMap {
    return this.#board.plain;
  }
  get readOnly(): boolean {
    return this.#board.readOnly;
  }
  get others(): readonly OtherPerson[] {
    return this.#board.open.presence.others;
  }

  get canUndo(): boolean {
    return this.#board.canUndo;
  }
  get canRedo(): boolean {
    return this.#board.canRedo;
  }
  undo(): void {
    this.#board.undo();
  }
  redo(): void {
    this.#board.redo();
  }

  /** Undefined when it is gone. */
  textOf(at: MapText): string | undefined {
    return map.textOf(this.room.doc, at);
  }

  /** For `<textarea {@attach model.editing(text)}>`. */
  editing(at: MapText): (field: TextField) => () => void {
    return this.#board.open.editing({
      key: at.id,
      read: () => this.textOf(at),
      edit: (change) => map.editMapText(this.room.doc, at, change, local),
      max: map.longestText(at),
    });
  }

  /** @returns the id of the new chapter; null on a map that is only read. */
  addChapter(before: string | null = null, title = ''): string | null {
    return this.#add((doc, id) => map.addChapter(doc, { id, title, before }, local));
  }
  moveChapter(id: string, before: string | null): void {
    this.#act((doc) => map.moveChapter(doc, id, before, local));
  }
  setMood(id: string, mood: Mood): void {
    this.#act((doc) => map.setMood(doc, id, mood, local));
  }
  setPeak(id: string | null): void {
    this.#act((doc) => map.setPeak(doc, id, local));
  }

  addActor(name = ''): string | null {
    return this.#add((doc, id) => map.addActor(doc, { id, name }, local));
  }
  setActorIcon(id: string, icon: ActorIcon): void {
    this.#act((doc) => map.setActorIcon(doc, id, icon, local));
  }
  moveActor(id: string, before: string | null): void {
    this.#act((doc) => map.moveActor(doc, id, before, local));
  }

  isConnected(actorId: string, chapterId: string): boolean {
    const actor = this.plain.actors.find(({ id }) => id === actorId);
    return actor?.arrows.some((arrow) => arrow.chapterId === chapterId) ?? false;
  }
  setConnected(actorId: string, chapterId: string, connected: boolean): void {
    const ends = { actorId, chapterId };
    this.#act((doc) => {
      if (connected) map.connect(doc, { id: nanoid(), ...ends }, local);
      else map.disconnect(doc, ends, local);
    });
  }

  addMark(chapterId: string, kind: MarkKind, text = ''): string | null {
    return this.#add((doc, id) => map.addMark(doc, { id, chapterId, kind, text }, local));
  }
  moveMark(id: string, to: { chapterId: string; kind: MarkKind }): void {
    this.#act((doc) => map.moveMark(doc, id, to, local));
  }

  pin(pin: {
    chapterId: string;
    text: string;
    color: PaperColor;
    dots: number;
    source: string;
  }): void {
    this.#act((doc) => map.pin(doc, { id: nanoid(), ...pin }, local));
  }
  setAssigned(
    part: { chapterId: string; memberId: string; name: string },
    assigned: boolean,
  ): void {
    this.#act((doc) => {
      if (assigned) map.assign(doc, { id: nanoid(), ...part }, local);
      else map.unassign(doc, part, local);
    });
  }

  remove(record: Exclude<MapRecord, 'outline'>, id: string): void {
    this.#act((doc) => map.removeFromMap(doc, record, id, local));
  }

  #add(add: (doc: WallRoom['doc'], id: string) => void): string | null {
    return this.#board.add(add);
  }
  #act(act: (doc: WallRoom['doc']) => void): void {
    this.#board.act(act);
  }
}
