/**
 * What an update would do to a document, found without touching it: does it bring anything, under
 * whose clientIDs, and does it lean on something that is not there. Pure; reads only.
 */
import * as Y from 'yjs';
import { decoded } from '#server/rooms/messages';

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

/** @param update V1 bytes. Throws BadFrameError. */
export function decodeUpdate(update: Uint8Array): DecodedUpdate {
  return decoded(() => Y.decodeUpdate(update));
}

function known(doc: Y.Doc, clientId: number): number {
  return Y.getState(doc.store, clientId);
}

/** @returns the clientIDs under which the document would grow. */
export function growingClients({ structs }: DecodedUpdate, doc: Y.Doc): Set<number> {
  const clients = new Set<number>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    if (clock + struct.length > known(doc, client)) clients.add(client);
  }
  return clients;
}

/** True when the document already holds everything in it, deletions too. */
export function bringsNothing(update: DecodedUpdate, doc: Y.Doc): boolean {
  if (growingClients(update, doc).size > 0) return false;
  for (const [client, ranges] of update.ds.clients) {
    for (const { clock, len } of ranges) {
      if (!isDeleted(doc, client, clock, clock + len)) return false;
    }
  }
  return true;
}

function isDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
  if (from >= to) return true;
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
export function hasGap({ structs, ds }: DecodedUpdate, doc: Y.Doc): boolean {
  /** End of what will be there per client once the update is in. */
  const ends = new Map<number, number>();
  const endOf = (client: number): number => ends.get(client) ?? known(doc, client);
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    if (clock > endOf(client)) return true;
    ends.set(client, Math.max(endOf(client), clock + struct.length));
  }
  const isMissing = (id: unknown): boolean => id instanceof Y.ID && id.clock >= endOf(id.client);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (isMissing(struct.origin) || isMissing(struct.rightOrigin) || isMissing(struct.parent)) {
      return true;
    }
  }
  for (const [client, ranges] of ds.clients) {
    if (ranges.some(({ clock, len }) => clock + len > endOf(client))) return true;
  }
  return false;
}
