/**
 * A wall of cards for the screen: what is on it as plains that keep their identity while they read the
 * same, and the acts that change it. The only door from the cards' components to their document.
 */
import * as cards from '#document/kinds/cards/operations';
import { plainCards, type PlainCards } from '#document/kinds/cards/plain';
import { local } from '#document/origins';
import type { StoredPicture } from '#document/shapes';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export type CardText = cards.CardText;
export type Presenter = { presenterId: string | null; presenter: string };

export class CardsModel extends Followed<PlainCards> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainCards);
  }

  /** @returns the id of the new card, which comes last; null on a wall that is only read. */
  addCard(card: Presenter & { title?: string }): string | null {
    return this.add((doc, id) => cards.addCard(doc, { id, ...card }, local));
  }
  moveCard(id: string, before: string | null): void {
    this.act((doc) => cards.moveCard(doc, id, before, local));
  }
  setPresenter(id: string, presenter: Presenter): void {
    this.act((doc) => cards.setPresenter(doc, id, presenter, local));
  }
  /** The address and what it is called, in one step of undo. @param link a whole address, or '' for none. */
  setLink(id: string, { link, title }: { link: string; title: string }): void {
    const at: CardText = { id, field: 'linkTitle' };
    this.act((doc) =>
      doc.transact(() => {
        cards.setLink(doc, id, link, local);
        const before = cards.textOfCard(doc, at) ?? '';
        cards.editCardText(doc, at, { before, after: title }, local);
      }, local),
    );
  }
  /** @returns whether it was put on: false where nothing may be written, or the card is gone. */
  setPicture(id: string, picture: StoredPicture | null): boolean {
    const isThere = this.plain.cards.some((card) => card.id === id);
    return isThere && this.act((doc) => cards.setPicture(doc, id, picture, local));
  }
  removeCard(id: string): void {
    this.act((doc) => cards.removeCards(doc, [id], local));
  }

  /** Undefined when the card is gone. */
  textOf(at: CardText): string | undefined {
    return cards.textOfCard(this.room.doc, at);
  }

  /** For `<textarea {@attach model.editing(at)}>`. */
  editing(at: CardText): (field: TextField) => () => void {
    return this.open.editing({
      key: at.id,
      read: () => this.textOf(at),
      edit: (change) => cards.editCardText(this.room.doc, at, change, local),
      max: cards.longestCardText(at),
    });
  }
}
