/** The fields of a card, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { isWebAddress } from '#domain/demos/web-address';
import { cardLimits } from '#document/kinds/cards/records';
import { AUTHOR_MOST, pictureValue } from '#document/records/picture-value';
import { line, order, ref, text, value } from '#document/records/fields';

/** An address of the web, or none. Any other scheme never reaches a page. */
const address = v.pipe(
  v.string(),
  v.check((stored) => stored === '' || isWebAddress(stored)),
);

export const cardsRecords = {
  cards: {
    presenter: ref(),
    name: line(AUTHOR_MOST),
    title: text(cardLimits.title),
    idea: text(cardLimits.idea),
    link: value(address, ''),
    linkTitle: text(cardLimits.linkTitle),
    picture: value(pictureValue, null),
    order: order(),
  },
};
