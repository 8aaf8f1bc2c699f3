/**
 * A wall of cards as plain objects, in the order in which they are presented. Equal documents give equal
 * plains. Reading never throws; what does not fit its field reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import { isWebAddress } from '#domain/demos/web-address';
import { prose, stored, word } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';
import { readPicture, type StoredPicture } from '#document/shapes';

export type PlainCard = {
  id: string;
  /** The member who presents it, and their name as it was then. */
  presenterId: string | null;
  presenter: string;
  /** What is shown, in the words of who listed it. */
  title: string;
  /** What we could borrow. */
  idea: string;
  /** An address of the web; '' for none. */
  link: string;
  linkTitle: string;
  picture: StoredPicture | null;
  order: string;
};
export type PlainCards = { cards: PlainCard[] };

export function plainCards(doc: Y.Doc): PlainCards {
  const cards = stored(doc, 'cards').map(({ id, get }): PlainCard => {
    const presenter = get('presenter');
    const link = word(get('link'));
    return {
      ...{ id, presenterId: typeof presenter === 'string' ? presenter : null },
      ...{ presenter: word(get('name')), title: prose(get('title')), idea: prose(get('idea')) },
      ...{ link: isWebAddress(link) ? link : '', linkTitle: prose(get('linkTitle')) },
      ...{ picture: readPicture(get('picture')), order: word(get('order')) },
    };
  });
  return { cards: cards.sort(byOrder) };
}

/** Nothing was said on it yet. */
export function isEmptyCard({ title, idea, link, picture }: PlainCard): boolean {
  return title.trim() === '' && idea.trim() === '' && link === '' && picture === null;
}
