/**
 * The prototype in this browser: which text is open, list or board, and which photos are on their way to
 * which thing. Nothing here is shared. One per prototype on screen, given by context.
 */
import { SvelteMap } from 'svelte/reactivity';
import { createContext, tick } from 'svelte';
import type { PlainPanel } from '#document/kinds/storyboard/plain';
import type { TrialWatcher } from '#domain/prototype/trial';
import { fixOwner, maySetState } from '#domain/prototype/making';
import type { PictureUpload } from '$lib/pictures/picture-uploads.svelte';
import type { Exhibits } from '$lib/boards/storyboard/exhibits.svelte';
import { listWanted, rememberList } from '$lib/boards/wall/list/list-wanted';
import type { PrototypeModel, PrototypeText } from './prototype-model.svelte';

export type Maker = { memberId: string; name: string; initials: string; color: number };

/** What this person may do here now. */
export type PrototypeManners = {
  readonly writable: boolean;
  /** Who can make something; the first is this person where they can. */
  readonly people: readonly Maker[];
  /** This person. */
  readonly meId: string | null;
  /** The trial run of the open step; null where none is held now. */
  readonly trial: TrialManners | null;
  /** The time at the server, in ms. */
  readonly now: () => number;
};

/** Who must see the trial run, and what a facilitator does about it. */
export type TrialManners = {
  readonly watchers: readonly { watcher: TrialWatcher; who: Maker | null; present: boolean }[];
  /** Begins it; null where this person does not. */
  readonly begin: ((reason: string) => Promise<boolean>) | null;
  /** Puts the last day on another date; null where this person does not. */
  readonly postpone: ((to: { date: string; reason: string }) => Promise<boolean>) | null;
  /** As yyyy-mm-dd: the day after the last day as it stands, and where that was postponed to. */
  readonly nextDay: string;
  readonly postponedTo: string | null;
};

/** Panels of the storyboard by their ids, to be drawn small. */
export type ScenePictures = {
  of(panelId: string | null): PlainPanel | undefined;
  /** Sketches of which parts lie on them. */
  readonly exhibits: Exhibits;
};

export class PrototypeBoard {
  readonly model: PrototypeModel;
  readonly pictures: ScenePictures;
  readonly #manners: () => PrototypeManners;
  /** Phones begin with what is one's own; the list is chosen. */
  asList = $state(false);
  editing = $state.raw<PrototypeText | null>(null);
  /** The link whose address is being typed; `new` of one that is not there yet. */
  linking = $state<string | null>(null);
  readonly #files = new SvelteMap<PictureUpload, string>();
  said = $state('');

  constructor(
    model: PrototypeModel,
    { manners, pictures }: { manners: () => PrototypeManners; pictures: ScenePictures },
  ) {
    this.model = model;
    this.pictures = pictures;
    this.#manners = manners;
    this.asList = listWanted() && !isPhone();
  }

  get manners(): PrototypeManners {
    return this.#manners();
  }
  get writable(): boolean {
    return this.#manners().writable && !this.model.readOnly;
  }

  maySetState(ownerId: string | null): boolean {
    const { meId } = this.manners;
    const { roles } = this.model.plain;
    return this.writable && meId !== null && maySetState(meId, { ownerId, roles });
  }
  /** Whose a fix of that scene is; null while it is nobody's. */
  fixOwner(sceneId: string | null): string | null {
    return fixOwner(sceneId, this.model.plain);
  }
  /** Somebody as they are shown; of who left, the name that was kept. */
  maker(memberId: string | null, name: string): Maker | null {
    const known = this.manners.people.find((one) => one.memberId === memberId);
    if (known) return known;
    if (memberId === null || name === '') return null;
    return { memberId, name, initials: name.slice(0, 1).toUpperCase(), color: 5 };
  }
  /** What a scene is called in a sentence. */
  sceneNumber(sceneId: string | null): number {
    const { scenes } = this.model.plain;
    const at = scenes.findIndex(({ id }) => id === sceneId);
    return at === -1 ? 0 : scenes[at]?.number || at + 1;
  }

  isEditing({ id, field }: PrototypeText): boolean {
    return this.writable && this.editing?.id === id && this.editing.field === field;
  }
  edit(at: PrototypeText): void {
    if (this.writable) this.editing = at;
  }
  endEdit(at: PrototypeText, refocus: boolean): void {
    if (!this.isEditing(at)) return;
    this.editing = null;
    if (refocus) void this.focus(`${at.id} ${at.field}`);
  }
  /** Puts the focus on a thing by its name for the keyboard, once it is drawn. */
  async focus(node: string): Promise<void> {
    await tick();
    const found = document.querySelector<HTMLElement>(
      `[data-prototype] [data-node="${CSS.escape(node)}"]`,
    );
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  aim(upload: PictureUpload, thingId: string): void {
    this.#files.set(upload, thingId);
  }
  thingOf(upload: PictureUpload): string | undefined {
    return this.#files.get(upload);
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
}

function isPhone(): boolean {
  return typeof window !== 'undefined' && matchMedia('(max-width: 40rem)').matches;
}

const [usePrototype, givePrototype] = createContext<PrototypeBoard>();
export { givePrototype, usePrototype };
