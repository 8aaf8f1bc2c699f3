/**
 * What an update would do to a document, found without touching it: does it bring anything, under
 * whose clientIDs, and does it lean on something that is not there. Pure; reads only. Whether its
 * shapes are the document's own is told by `judge/shapes.ts`.
 */
import * as Y from 'yjs';
import type { StructId, Update } from '#server/rooms/judge/read-update';

function known(doc: Y.Doc, clientId: number): number {
  return Y.getState(doc.store, clientId);
}

/** @returns the clientIDs under which the document would grow. */
export function growingClients({ structs }: Update, doc: Y.Doc): Set<number> {
  const clients = new Set<number>();
  for (const [client, list] of structs) {
    const last = list.findLast(({ kind }) => kind !== 'skip');
    if (last && last.clock + last.length > known(doc, client)) clients.add(client);
  }
  return clients;
}

/** True when the document already holds everything in it, deletions too. */
export function bringsNothing(update: Update, doc: Y.Doc): boolean {
  if (growingClients(update, doc).size > 0) return false;
  for (const [client, ranges] of update.deletes) {
    for (const { clock, length } of ranges) {
      if (!isDeleted(doc, client, clock, clock + length)) return false;
    }
  }
  return true;
}

function isDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || to > known(doc, client)) return false;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= to) break;
    if (!struct.deleted) return false;
  }
  return true;
}

/**
 * True when the update leans on structs that neither it nor the document has: applied, it would
 * leave pending structs or deletions behind.
 */
export function hasGap({ structs, deletes }: Update, doc: Y.Doc): boolean {
  /** End of what will be there per client once the update is in. */
  const ends = new Map<number, number>();
  for (const [client, list] of structs) {
    let end = known(doc, client);
    for (const { kind, clock, length } of list) {
      if (kind === 'skip') continue;
      if (clock > end) return true;
      end = Math.max(end, clock + length);
    }
    ends.set(client, end);
  }
  const isMissing = (id: StructId | null): boolean =>
    id !== null && id.clock >= (ends.get(id.client) ?? known(doc, id.client));
  for (const list of structs.values()) {
    for (const struct of list) {
      if (struct.kind !== 'item') continue;
      if (isMissing(struct.origin) || isMissing(struct.right) || isMissing(struct.parent)) {
        return true;
      }
    }
  }
  for (const [client, ranges] of deletes) {
    const last = ranges.at(-1);
    const end = ends.get(client) ?? known(doc, client);
    if (last && last.clock + last.length > end) return true;
  }
  return false;
}
