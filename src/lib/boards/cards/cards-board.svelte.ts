/**
 * The wall of cards in this browser: which text is open, list or grid, what is being carried, and which
 * files are on their way to which card. Nothing here is shared. One per wall on screen, given by context.
 */
import { SvelteMap } from 'svelte/reactivity';
import { createContext, tick } from 'svelte';
import { listWanted, rememberList } from '$lib/boards/wall/list/list-wanted';
import type { PictureUpload } from '$lib/pictures/picture-uploads.svelte';
import type { CardsModel, CardText, Presenter } from './cards-model.svelte';

/** What this person may do here now. */
export type CardsManners = {
  readonly writable: boolean;
  /** Whose card it can be; the first is this person. */
  readonly people: readonly (Presenter & { initials: string; color: number })[];
  /** The card whose turn it is. */
  readonly turn: string | null;
  /** Gives the turn to another card, or to none; null where this person gives none. */
  readonly give: ((to: string | null) => void) | null;
};

export class CardsBoard {
  readonly model: CardsModel;
  readonly #manners: () => CardsManners;
  asList = $state(listWanted());
  editing = $state.raw<CardText | null>(null);
  /** The card whose link is being typed. */
  linking = $state<string | null>(null);
  /** In front of which card a carried one would come; null in it: last. */
  landing = $state.raw<{ before: string | null } | null>(null);
  /** Files by the card that they are for. */
  readonly #files = new SvelteMap<PictureUpload, string>();
  said = $state('');

  constructor(model: CardsModel, manners: () => CardsManners) {
    this.model = model;
    this.#manners = manners;
  }

  get manners(): CardsManners {
    return this.#manners();
  }
  get writable(): boolean {
    return this.#manners().writable && !this.model.readOnly;
  }

  isEditing({ id, field }: CardText): boolean {
    return this.writable && this.editing?.id === id && this.editing.field === field;
  }
  edit(at: CardText): void {
    if (this.writable) this.editing = at;
  }
  endEdit(at: CardText, refocus: boolean): void {
    if (!this.isEditing(at)) return;
    this.editing = null;
    if (refocus) void this.focus(`${at.id} ${at.field}`);
  }

  /** Puts the focus on a text of a card once it is drawn. */
  async focus(node: string): Promise<void> {
    await tick();
    const found = document.querySelector<HTMLElement>(
      `[data-cards] [data-node="${CSS.escape(node)}"]`,
    );
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest' });
  }
  /** Brings a card into view. */
  async show(id: string): Promise<void> {
    await tick();
    const card = document.querySelector(`[data-cards] [data-card="${CSS.escape(id)}"]`);
    card?.scrollIntoView({ block: 'center' });
  }

  addCard(): void {
    const me = this.manners.people[0] ?? { presenterId: null, presenter: '' };
    const { presenterId, presenter } = me;
    const id = this.model.addCard({ presenterId, presenter });
    if (id !== null) this.edit({ id, field: 'title' });
  }

  aim(upload: PictureUpload, cardId: string): void {
    this.#files.set(upload, cardId);
  }
  cardOf(upload: PictureUpload): string | undefined {
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

const [useCards, giveCards] = createContext<CardsBoard>();
export { giveCards, useCards };
