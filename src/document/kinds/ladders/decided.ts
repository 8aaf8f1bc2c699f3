/**
 * What was decided of a belofte, beside what everybody writes of it: the Decider kept it, signed it, or
 * it is being changed. By the server, which alone may write these records. Leaves through `operations.ts`.
 */
import type * as Y from 'yjs';
import { storedMap } from '#document/boards/stored';
import { plainLadders, type PlainDecided } from '#document/kinds/ladders/plain';
import { change, put } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';

/**
 * Keeps these in the set and no others. @param concept these, and no others, are what customers will be
 * asked about; false leaves it as it is who was a concept.
 */
export function keepBeloften(
  doc: Y.Doc,
  ids: readonly string[],
  { concept }: { concept: boolean },
  origin: Origin,
): void {
  const { beloften } = plainLadders(doc);
  doc.transact(() => {
    for (const { id } of beloften) {
      const kept = ids.includes(id);
      const isKnown = storedMap(doc.getMap('decided'), id) !== undefined;
      if (kept || isKnown) mark(doc, id, { kept, ...(concept && { concept: kept }) }, origin);
    }
  }, origin);
}

/** It is signed: what was being changed is done. */
export function markSigned(
  doc: Y.Doc,
  id: string,
  signed: Pick<
    PlainDecided,
    'version' | 'frozen' | 'signedBy' | 'onBehalfOf' | 'signedAt' | 'reason'
  >,
  origin: Origin,
): void {
  mark(doc, id, { ...signed, change: '' }, origin);
}

/** What was signed is being changed, for this reason; '' calls that off. */
export function changeSigned(doc: Y.Doc, id: string, reason: string, origin: Origin): void {
  if (storedMap(doc.getMap('decided'), id)) mark(doc, id, { change: reason }, origin);
}

function mark(doc: Y.Doc, id: string, fields: Partial<PlainDecided>, origin: Origin): void {
  if (storedMap(doc.getMap('decided'), id)) return change(doc, 'decided', id, fields, origin);
  put(doc, 'decided', id, origin, () => ({ ...fields }));
}
