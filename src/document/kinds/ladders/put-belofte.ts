/** The shape of a new belofte, written in one place for who adds one and for the reveal. */
import type * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import { longestOf } from '#document/kinds/ladders/declaration';
import { belofteTexts } from '#document/kinds/ladders/records';
import { put } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';

export type NewBelofte = { id: string; behoefteId: string | null; words?: string };

/** @param order its key among the beloften. */
export function putBelofte(
  doc: Y.Doc,
  { id, behoefteId, words = '' }: NewBelofte,
  order: string,
  origin: Origin,
): void {
  put(doc, 'beloften', id, origin, () => ({
    ...{ behoefte: behoefteId, theme: null, character: '', audience: '', norm: null },
    ...{ pillar: '', strength: 'opinion', reviewOn: '', picture: null, order },
    ...newTexts(belofteTexts, { words }, longestOf.beloften),
  }));
}

/** A shared text for each field, with what is given of it. */
export function newTexts<F extends string>(
  fields: readonly F[],
  given: { readonly [K in F]?: string },
  most: (field: F) => number,
): Record<string, Y.Text> {
  return Object.fromEntries(
    fields.map((field) => [field, newText(given[field] ?? '', most(field))]),
  );
}
