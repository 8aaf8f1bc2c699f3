/** The reveal of hidden beloften, and of what came late. Leaves through `operations.ts`. */
import type * as Y from 'yjs';
import { plainLadders } from '#document/kinds/ladders/plain';
import { putBelofte } from '#document/kinds/ladders/put-belofte';
import { server } from '#document/origins';
import { orderKeys } from '#document/order';
import { shuffled } from '#domain/shuffled';

/**
 * Lays what was written in hidden piles behind the beloften that are there, shuffled, each on its
 * behoefte: neither id nor order tells who wrote what. By the server.
 * @param written `about`: the behoefte; one that is gone is none.
 */
export function layBeloften(
  doc: Y.Doc,
  written: readonly { text: string; about?: string | null }[],
  { newId, random }: { newId: () => string; random: () => number },
): void {
  const { beloften, behoeften } = plainLadders(doc);
  const keys = orderKeys(beloften, { before: null, count: written.length, random });
  doc.transact(() => {
    shuffled(written, random).forEach(({ text, about }, at) => {
      const behoefteId = behoeften.find(({ id }) => id === about)?.id ?? null;
      putBelofte(doc, { id: newId(), behoefteId, words: text }, keys[at] ?? 'a0', server);
    });
  }, server);
}
