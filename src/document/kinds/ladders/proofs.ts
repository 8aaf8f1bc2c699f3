/** What makes a belofte true: there already, or an errand with an owner and a day. Leaves through `operations.ts`. */
import * as Y from 'yjs';
import { isDay } from '#domain/klantbelofte/review';
import { newText } from '#document/boards/stored';
import { plainLadders } from '#document/kinds/ladders/plain';
import { ladderLimits } from '#document/kinds/ladders/records';
import { change, keyBefore, put, remove } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';

export function addProof(
  doc: Y.Doc,
  {
    id,
    belofteId,
    words = '',
    inPlace = false,
  }: { id: string; belofteId: string; words?: string; inPlace?: boolean },
  origin: Origin,
): void {
  const belofte = plainLadders(doc).beloften.find((one) => one.id === belofteId);
  if (!belofte) return;
  put(doc, 'proofs', id, origin, () => ({
    ...{ belofte: belofteId, words: newText(words, ladderLimits.sentence), owner: new Y.Text() },
    ...{ inPlace, due: '', order: keyBefore(belofte.proofs, id, null) },
  }));
}

/** In place, or an errand with a day. @param set.due a day that exists, or ''; anything else changes nothing. */
export function setProof(
  doc: Y.Doc,
  id: string,
  { inPlace, due }: { inPlace?: boolean; due?: string },
  origin: Origin,
): void {
  change(
    doc,
    'proofs',
    id,
    {
      ...(inPlace !== undefined && { inPlace }),
      ...(due !== undefined && (due === '' || isDay(due)) && { due }),
    },
    origin,
  );
}

export function removeProof(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'proofs', [id], origin);
}
