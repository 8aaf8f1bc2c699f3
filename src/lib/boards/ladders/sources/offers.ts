/**
 * What lies on other boards and can be a behoefte, or where one came from: each with its own words and where it is found
 * again. Pure; the panel of sources asks it.
 */
import type { PlainGrid } from '#document/kinds/grid/plain';
import type { PlainMap } from '#document/kinds/map/plain';
import type { SourceKind } from '#document/kinds/ladders/records';
import type { PlainWall } from '#document/plain';
import type { StageWinner } from '#protocol/stage';
import type { ShelfKind } from './shelves';

export type Offer = {
  readonly kind: SourceKind;
  /** `<boardId>/<record>`, or of a question that was chosen `<roundId>/<candidateId>`. */
  readonly from: string;
  readonly words: string;
  /** The chapter, the part of the prototype. */
  readonly about: string;
  /** Dots that it got; 0 for none. */
  readonly dots: number;
  /** 'K2'; '' where it is of no customer of the test. */
  readonly customer: string;
  readonly seconds: number;
  /** The moment on the map to which it belongs; ''. */
  readonly moment: string;
};

export type Shelf = { readonly kind: ShelfKind; readonly offers: readonly Offer[] };

const plain = { about: '', dots: 0, customer: '', seconds: 0, moment: '' };

export function wallOffers(
  { notes }: PlainWall,
  boardId: string,
  { kind, winners = [] }: { kind: SourceKind; winners?: readonly StageWinner[] },
): Offer[] {
  const chosen = winners.map(({ source, text, dots }): Offer => ({
    ...plain,
    ...{ kind, from: source, words: text.trim(), dots },
  }));
  const words = new Set(chosen.map((one) => one.words));
  const others = notes.flatMap(({ id, text }): Offer[] =>
    text.trim() === '' || words.has(text.trim())
      ? []
      : [{ ...plain, kind, from: `${boardId}/${id}`, words: text.trim() }],
  );
  return [...chosen, ...others];
}

export function painOffers({ chapters }: PlainMap, boardId: string): Offer[] {
  return chapters.flatMap(({ title, pains }) =>
    pains
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text }): Offer => ({
        ...{ ...plain, kind: 'pain', from: `${boardId}/${id}`, words: text.trim() },
        ...{ about: title.trim(), moment: title.trim() },
      })),
  );
}

/** What customers said comes first, then what was seen of them. */
export function seenOffers({ rows, observations }: PlainGrid, boardId: string): Offer[] {
  const titles = new Map(rows.map(({ id, title }) => [id, title.trim()]));
  return observations
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => Number(b.quote) - Number(a.quote))
    .map(({ id, text, quote, customer, seconds, row }): Offer => ({
      ...{ ...plain, kind: quote ? 'quote' : 'observation', from: `${boardId}/${id}` },
      ...{ words: text.trim(), customer, seconds, about: titles.get(row ?? '') ?? '' },
    }));
}

/** Those in which these words stand, in any case; all for none. */
export function searched(shelves: readonly Shelf[], wanted: string): Shelf[] {
  const words = wanted.trim().toLowerCase();
  return shelves
    .map(({ kind, offers }) => ({
      kind,
      offers: offers.filter((one) =>
        [one.words, one.about, one.customer].some((text) => text.toLowerCase().includes(words)),
      ),
    }))
    .filter(({ offers }) => offers.length > 0);
}
