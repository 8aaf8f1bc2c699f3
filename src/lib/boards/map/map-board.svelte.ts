/**
 * The map in this browser: which text is open, how large it is drawn, what is being connected or
 * chosen. Nothing here is shared. One per map on screen, given by context to its parts.
 */
import { createContext, tick } from 'svelte';
import type { MarkKind } from '#document/kinds/map/records';
import type { Votes } from '$lib/boards/dots/votes.svelte';
import { listWanted, rememberList } from '$lib/boards/wall/list/list-wanted';
import { m } from '$lib/paraglide/messages';
import type { MapModel, MapText } from './map-model.svelte';

/** What this person may do here now, and what the step asks of the map. */
export type MapManners = {
  readonly writable: boolean;
  readonly facilitates: boolean;
  /** Words in front of a pinned question. */
  readonly prefix: string;
  /** People whose names may be put on chapters; null where that is not this step's work. */
  readonly people: readonly MapPerson[] | null;
  /** The customer and the moment that were chosen. */
  readonly target: MapTarget | null;
  /** Set while this person chooses the target. */
  readonly choosing: boolean;
  /** The poll on chapters; null where there is none. */
  readonly votes: Votes | null;
};
export type MapPerson = { readonly id: string; readonly name: string; readonly color: number };
export type MapTarget = {
  readonly actorId: string;
  readonly chapterId: string;
  readonly text: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
};

const ZOOMS = [0.5, 0.67, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 2] as const;
/** From so many chapters on, what hangs under each is folded to its count. */
const CROWDED = 11;

export class MapBoard {
  readonly model: MapModel;
  readonly #manners: () => MapManners;
  asList = $state(listWanted());
  zoom = $state<number>(1);
  editing = $state.raw<MapText | null>(null);
  /** An arrow that is being pulled from this actor. */
  pulling = $state.raw<{ actorId: string; x: number; y: number } | null>(null);
  /** A chapter that is being carried, and in front of which it would come. */
  carried = $state.raw<{ id: string; before: string | null } | null>(null);
  chosenActor = $state<string | null>(null);
  chosenChapter = $state<string | null>(null);
  /** Chapters that were folded or unfolded by hand, against the rule. */
  #turned = $state.raw<readonly string[]>([]);
  said = $state('');

  constructor(model: MapModel, manners: () => MapManners) {
    this.model = model;
    this.#manners = manners;
  }

  get manners(): MapManners {
    return this.#manners();
  }
  readonly #writable = $derived.by(() => this.#manners().writable && !this.model.readOnly);
  get writable(): boolean {
    return this.#writable;
  }

  isEditing({ record, id, field }: MapText): boolean {
    const open = this.editing;
    return (
      this.writable &&
      open !== null &&
      open.record === record &&
      open.id === id &&
      open.field === field
    );
  }
  edit(at: MapText): void {
    if (this.writable && !this.manners.choosing) this.editing = at;
  }
  /** Ends the text that is open; one that was left without words takes its record along. */
  endEdit(at: MapText, { refocus = true }: { refocus?: boolean } = {}): void {
    if (!this.isEditing(at)) return;
    this.editing = null;
    const isNothingWithout = at.field === 'text' || at.field === 'name' || at.field === 'title';
    if (isNothingWithout && this.model.textOf(at)?.trim() === '') {
      this.model.remove(at.record, at.id);
      return;
    }
    if (refocus) void this.focus(at.id);
  }

  /** Puts the focus on a thing of the map once it is drawn. */
  async focus(id: string): Promise<void> {
    await tick();
    const node = document.querySelector<HTMLElement>(`[data-map] [data-node="${CSS.escape(id)}"]`);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Brings a chapter into view, for who looks elsewhere on the map. */
  async show(chapterId: string): Promise<void> {
    await tick();
    const chapter = `[data-map] [data-chapter="${CSS.escape(chapterId)}"]`;
    document.querySelector(chapter)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  addChapter(before: string | null = null): void {
    const id = this.model.addChapter(before);
    if (id !== null) this.edit({ record: 'chapters', id, field: 'title' });
  }
  addActor(): void {
    const id = this.model.addActor();
    if (id !== null) this.edit({ record: 'actors', id, field: 'name' });
  }
  addMark(chapterId: string, kind: MarkKind): void {
    if (this.isFolded(chapterId)) this.turn(chapterId);
    const id = this.model.addMark(chapterId, kind);
    if (id !== null) this.edit({ record: 'marks', id, field: 'text' });
  }

  isFolded(chapterId: string): boolean {
    const isCrowded = this.model.plain.chapters.length >= CROWDED;
    return isCrowded !== this.#turned.includes(chapterId);
  }
  turn(chapterId: string): void {
    const others = this.#turned.filter((id) => id !== chapterId);
    this.#turned = this.#turned.includes(chapterId) ? others : [...others, chapterId];
  }

  zoomBy(step: 1 | -1): void {
    const at = ZOOMS.findIndex((zoom) => zoom >= this.zoom - 0.001);
    this.zoom = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))] ?? 1;
  }

  showAs(list: boolean): void {
    this.editing = null;
    this.asList = list;
    rememberList(list);
  }

  /** Said politely to who listens; the same words twice are said twice. */
  say(words: string): void {
    this.said = this.said === words ? `${words} ` : words;
  }

  nameOfActor(id: string): string {
    const name = this.model.plain.actors.find((actor) => actor.id === id)?.name.trim();
    return name || m.map_actor_unnamed();
  }
  nameOfChapter(id: string): string {
    const at = this.model.plain.chapters.findIndex((chapter) => chapter.id === id);
    const title = this.model.plain.chapters[at]?.title.trim() || m.map_chapter_unnamed();
    return m.map_chapter_numbered({ number: at + 1, title });
  }
}

const [useMap, giveMap] = createContext<MapBoard>();
export { giveMap, useMap };
