/**
 * Filling a wall of cards. Each function is one transaction with the origin it is given, writes only
 * what changes and does nothing to what is gone; ids are the caller's.
 */
import * as Y from 'yjs';
import { isWebAddress } from '#domain/demos/web-address';
import { storedPicture } from '#document/boards/put-note';
import { newText } from '#document/boards/stored';
import { isEmptyCard, plainCards, type PlainCards } from '#document/kinds/cards/plain';
import { cardLimits } from '#document/kinds/cards/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import { server, type Origin } from '#document/origins';
import { orderKeys } from '#document/order';
import type { StoredPicture } from '#document/shapes';
import { applyEdit } from '#document/text';

/** A text on a card: which of its fields. */
export type CardText = { id: string; field: 'title' | 'idea' | 'linkTitle' };

/** Longest text of that field, in UTF-16 units. */
export function longestCardText({ field }: Pick<CardText, 'field'>): number {
  return cardLimits[field];
}

/** @param before the card in front of which it comes; null: last. */
export function addCard(
  doc: Y.Doc,
  card: {
    id: string;
    presenterId: string | null;
    presenter: string;
    title?: string;
    before?: string | null;
  },
  origin: Origin,
): void {
  const { id, presenterId, presenter, title = '', before = null } = card;
  const { cards } = plainCards(doc);
  put(doc, 'cards', id, origin, () => ({
    ...fieldsOfCard({ presenterId, presenter, title }),
    order: keyBefore(cards, id, before),
  }));
}

/** Puts a card before another, or last. Two who move the same one leave it in one place. */
export function moveCard(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id === before) return;
  const { cards } = plainCards(doc);
  const at = cards.findIndex((card) => card.id === id);
  if (at === -1 || (cards[at + 1]?.id ?? null) === before) return;
  change(doc, 'cards', id, { order: keyBefore(cards, id, before) }, origin);
}

export function setPresenter(
  doc: Y.Doc,
  id: string,
  { presenterId, presenter }: { presenterId: string | null; presenter: string },
  origin: Origin,
): void {
  change(doc, 'cards', id, { presenter: presenterId, name: presenter }, origin);
}

/** @param link an address of the web, or '' to take it away; anything else changes nothing. */
export function setLink(doc: Y.Doc, id: string, link: string, origin: Origin): void {
  if (link === '' || isWebAddress(link)) change(doc, 'cards', id, { link }, origin);
}

/** @param picture of the sprint; null takes it away. */
export function setPicture(
  doc: Y.Doc,
  id: string,
  picture: StoredPicture | null,
  origin: Origin,
): void {
  if (picture) return change(doc, 'cards', id, { picture: storedPicture(picture) }, origin);
  const card: unknown = doc.getMap('cards').get(id);
  if (card instanceof Y.Map && card.has('picture')) {
    doc.transact(() => card.delete('picture'), origin);
  }
}

/** Undefined when the card is gone. */
export function textOfCard(doc: Y.Doc, { id, field }: CardText): string | undefined {
  return sharedText(doc, { record: 'cards', id, field })?.toString();
}

/** One person's change of the words, as their field showed them before and after. */
export function editCardText(
  doc: Y.Doc,
  { id, field }: CardText,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, { record: 'cards', id, field });
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: cardLimits[field] }), origin);
}

export function removeCards(doc: Y.Doc, ids: readonly string[], origin: Origin): void {
  remove(doc, 'cards', ids, origin);
}

/** Takes away what was begun and says nothing. */
export function clearEmptyCards(doc: Y.Doc, origin: Origin): void {
  const empty = plainCards(doc).cards.filter(isEmptyCard);
  removeCards(
    doc,
    empty.map(({ id }) => id),
    origin,
  );
}

/** What somebody listed, with their name. */
export type CardToLay = { text: string; author?: string; by?: string };

/**
 * The reveal: lays what everybody listed behind the cards that are there. Whose turn comes first is
 * drawn; what one person listed stays together, in their own order.
 * @param options.random uniform in [0, 1); the order is made of it.
 * @returns the new ids, in the order in which they are presented.
 */
export function layCards(
  doc: Y.Doc,
  lists: readonly CardToLay[],
  options: { newId: () => string; random: () => number; origin?: Origin },
): string[] {
  const { newId, random, origin = server } = options;
  const presenters = [...new Set(lists.map(({ by }) => by))];
  const drawn = presenters
    .map((by) => ({ by, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .flatMap(({ by }) => lists.filter((one) => one.by === by));
  const laid = drawn.map((card) => ({ ...card, id: newId() }));
  doc.transact(() => {
    const { cards } = plainCards(doc);
    const keys = orderKeys(cards, { before: null, count: laid.length, random });
    laid.forEach(({ id, text, author = '', by = null }, at) => {
      put(doc, 'cards', id, origin, () => ({
        ...fieldsOfCard({ presenterId: by, presenter: author, title: text }),
        order: keys[at] ?? 'a0',
      }));
    });
  }, origin);
  return laid.map(({ id }) => id);
}

/** Writes cards, as they read, on an empty document: same ids, same order. One transaction. */
export function writeCards(doc: Y.Doc, { cards }: PlainCards, origin: Origin): void {
  doc.transact(() => {
    for (const card of cards) {
      put(doc, 'cards', card.id, origin, () => ({
        ...fieldsOfCard(card),
        ...{ idea: newText(card.idea, cardLimits.idea), link: card.link },
        linkTitle: newText(card.linkTitle, cardLimits.linkTitle),
        ...(card.picture && { picture: storedPicture(card.picture) }),
        order: card.order,
      }));
    }
  }, origin);
}

function fieldsOfCard(card: { presenterId: string | null; presenter: string; title: string }) {
  return {
    ...{ presenter: card.presenterId, name: card.presenter },
    ...{ title: newText(card.title, cardLimits.title), idea: newText('') },
    ...{ link: '', linkTitle: newText('') },
  };
}
