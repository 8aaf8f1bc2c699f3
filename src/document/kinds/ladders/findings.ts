/**
 * What customers showed in the test, for or against a belofte: brought in from the grid with its own words, so that
 * they stay readable beside it, and taken away where a customer takes them back. Leaves through `operations.ts`.
 */
import type * as Y from 'yjs';
import { frozenWithout, type FrozenBelofte } from '#document/kinds/ladders/frozen';
import { plainLadders, type PlainFinding } from '#document/kinds/ladders/plain';
import { CUSTOMER_MOST, findingId, ladderLimits } from '#document/kinds/ladders/records';
import {
  change,
  put,
  remove,
  sharedText,
  stored,
  word,
  type Stored,
} from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { isRecordId } from '#document/records/fields';
import { oneLine } from '#domain/text/one-line';

export type NewFinding = Omit<PlainFinding, 'id'>;

/** What is brought in twice stands there once, as it was said last. A belofte that is gone gets none. */
export function addFindings(
  doc: Y.Doc,
  belofteId: string,
  found: readonly NewFinding[],
  origin: Origin,
): void {
  if (!plainLadders(doc).beloften.some(({ id }) => id === belofteId)) return;
  doc.transact(() => {
    for (const { from, customer, supports, words, about, quote, seconds } of found) {
      const id = findingId(belofteId, from);
      if (!isRecordId(id)) continue;
      put(doc, 'findings', id, origin, () => ({
        ...{ belofte: belofteId, from, customer: oneLine(customer, CUSTOMER_MOST), seconds },
        words: oneLine(words, ladderLimits.finding),
        about: oneLine(about, ladderLimits.detail),
        ...(supports && { supports }),
        ...(quote && { quote }),
      }));
    }
  }, origin);
}

/** It speaks for the belofte, or against it. */
export function turnFinding(doc: Y.Doc, id: string, supports: boolean, origin: Origin): void {
  change(doc, 'findings', id, { supports }, origin);
}

export function removeFindings(doc: Y.Doc, ids: readonly string[], origin: Origin): void {
  remove(doc, 'findings', ids, origin);
}

/**
 * A customer takes back what they said: what was brought in of them goes, and a behoefte that says no more than they did
 * is left without words; what was signed forgets them too. What the team wrote itself stays. By the server.
 * @param customer 'K2'.
 */
export function forgetCustomer(doc: Y.Doc, customer: string, origin: Origin): void {
  doc.transact(() => {
    removeFindings(
      doc,
      broughtIn(doc, 'findings', customer).map(({ id }) => id),
      origin,
    );
    for (const { id, get } of broughtIn(doc, 'sources', customer)) {
      const at = { record: 'behoeften', id: word(get('behoefte')), field: 'words' } as const;
      const words = sharedText(doc, at);
      if (oneLine(words?.toString() ?? '', ladderLimits.sentence) === word(get('words'))) {
        words?.delete(0, words.length);
      }
      remove(doc, 'sources', [id], origin);
    }
    for (const { id, frozen } of frozenOf(doc)) {
      const left = frozenWithout(frozen, customer);
      if (left !== frozen) change(doc, 'decided', id, { frozen: JSON.stringify(left) }, origin);
    }
  }, origin);
}

/** By the stored records: those whose belofte or behoefte is gone are not read, and would be back with it. */
function broughtIn(doc: Y.Doc, record: 'findings' | 'sources', customer: string): Stored[] {
  return stored(doc, record).filter(({ get }) => get('customer') === customer);
}

function frozenOf(doc: Y.Doc): { id: string; frozen: FrozenBelofte }[] {
  return stored(doc, 'decided').flatMap(({ id, get }) => {
    const frozen = storedFrozen(word(get('frozen')));
    return frozen ? [{ id, frozen }] : [];
  });
}

/** @returns null of what cannot be read. */
function storedFrozen(stored: string): FrozenBelofte | null {
  try {
    const frozen = JSON.parse(stored) as Partial<FrozenBelofte> | null;
    return Array.isArray(frozen?.behoefte?.sources) ? (frozen as FrozenBelofte) : null;
  } catch {
    return null;
  }
}

/** Whether anything on these ladders was brought in of that customer. */
export function knowsCustomer(doc: Y.Doc, customer: string): boolean {
  return (
    (['findings', 'sources'] as const).some((one) => broughtIn(doc, one, customer).length > 0) ||
    frozenOf(doc).some(({ frozen }) => frozenWithout(frozen, customer) !== frozen)
  );
}
