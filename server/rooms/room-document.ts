/**
 * The two documents of a room. `live` is what is committed: the only one that is read, sent and
 * broadcast. `draft` is live plus what waits for its commit: each incoming update is tried on it,
 * so a bad one never reaches `live` and what is stored is what Yjs itself encoded, without doubles.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { MemberId } from '#domain/ids';
import { load, server, type Origin } from '#document/origins';
import type { Breach, SpaceOf } from '#protocol/rooms';
import { kinds, type Kind } from '#document/records/kinds';
import type { DocumentKind } from '#document/schema';
import type { ClientTable } from '#server/rooms/clients';
import { measure, type Measure } from '#server/rooms/document-measure';
import { guardOf, type Bounds, type Guard } from '#server/rooms/guard';
import { growthOf, type Growth } from '#server/rooms/growth';
import { readUpdate } from '#server/rooms/judge/read-update';
import { refusalOf } from '#server/rooms/judge/shapes';
import { cuttingWork, placingWork } from '#server/rooms/judge/work';
import type { RoomLimits } from '#server/rooms/limits';
import { BadFrameError } from '#server/rooms/messages';
import { countRemovals, type Removed } from '#server/rooms/removals';
import { bringsNothing, growingClients, hasGap } from '#server/rooms/update-check';
import type { FirstUse } from '#server/store/room-log';

export type Verdict =
  /** Everything in it was there; it is as safe as what is queued before it. */
  | { kind: 'nothing-new' }
  | { kind: 'not-allowed' }
  | { kind: 'gap' }
  | { kind: 'bad'; why: string }
  /** There is no space for it; nothing of it was taken. */
  | { kind: 'full'; of: SpaceOf }
  /** `update` also holds what puts right what the sender was not allowed, named in `breaches`. */
  | {
      kind: 'taken';
      update: Uint8Array;
      firstUses: FirstUse[];
      breaches: Breach[];
      removed: Removed;
      growth: Growth;
      /** What it took to take it in; see judge/work.ts. */
      work: number;
    };

/** How much one update, and one member in all, may bring. */
export type JudgeLimits = Pick<
  RoomLimits,
  | 'updateStructs'
  | 'newStructs'
  | 'deleteRanges'
  | 'newDeleteRanges'
  | 'newClients'
  | 'clientsPerMember'
  | 'updateWork'
>;

type Parts = { kind: DocumentKind; clients: ClientTable; limits: JudgeLimits };
type Tried = {
  change: Uint8Array | undefined;
  breaches: Breach[];
  removed: Removed;
  /** Of finding places; see judge/work.ts. */
  placing: number;
};

export class RoomDocument {
  readonly live = new Y.Doc();
  /** Under which commands write in this room while it is loaded: one, so that state vectors stay short. */
  readonly serverClientId: number;
  /** Under which the guard puts things right on the draft: another, as commands write beside it. */
  readonly #guardClientId: number;
  readonly #guard: Guard;
  readonly #clients: ClientTable;
  readonly #kind: Kind;
  readonly #limits: JudgeLimits;
  #draft = new Y.Doc();
  /** Taken and not yet in `live`, in order. */
  #waiting: Uint8Array[] = [];

  /** @param updates the stored log. Throws when they do not make a whole document. */
  constructor(updates: readonly Uint8Array[], { kind, clients, limits }: Parts) {
    this.#clients = clients;
    this.#kind = kinds[kind];
    this.#guard = guardOf(kind);
    this.#limits = limits;
    this.live.transact(() => {
      for (const update of updates) applyWhole(this.live, update, load);
    }, load);
    if (isPending(this.live)) throw new Error('the stored updates have a gap');
    // Clients from before the table, if any, count as the server's: nobody may write on under them.
    clients.claim(this.live.store.clients.keys(), null);
    this.serverClientId = freeClientId(clients);
    this.#guardClientId = freeClientId(clients);
    this.#redraft();
  }

  /**
   * Tries a member's update; when it is taken it waits for `commit`. Never throws and never changes `live`.
   * @param mayWrite without it an update that brings anything is 'not-allowed'.
   * @param bounds what binds the member on this board; left out: nothing.
   * @param refuses what there is too little space in for so much; left out: nothing.
   */
  propose(
    update: Uint8Array,
    memberId: MemberId,
    mayWrite: boolean,
    bounds: Bounds = {},
    refuses?: (growth: Growth) => SpaceOf | undefined,
  ): Verdict {
    try {
      const parts = readUpdate(update, {
        // All who ever wrote here, and those who may be new.
        clients: this.#draft.store.clients.size + this.#limits.newClients,
        structs: this.#limits.updateStructs,
        deleteRanges: this.#limits.deleteRanges,
      });
      if (bringsNothing(parts, this.#draft)) return { kind: 'nothing-new' };
      if (!mayWrite) return { kind: 'not-allowed' };
      const clientIds = growingClients(parts, this.#draft);
      const notTheirs = this.#refusedClients(clientIds, memberId);
      if (notTheirs) return { kind: 'bad', why: notTheirs };
      if (hasGap(parts, this.#draft)) return { kind: 'gap' };
      const why = refusalOf(parts, this.#draft, this.#kind, this.#limits);
      if (why) return { kind: 'bad', why };
      const cutting = cuttingWork(parts, this.#draft);
      const { updateWork } = this.#limits;
      if (cutting > updateWork) return { kind: 'bad', why: 'more cuts than any writer makes' };
      const growth = growthOf(update, this.#draft);
      const full = refuses?.(growth);
      if (full !== undefined) return { kind: 'full', of: full };
      const tried = this.#tryOnDraft(update, updateWork - cutting, bounds);
      if (tried === 'gap') return { kind: 'gap' };
      const { change, breaches, removed, placing } = tried;
      const work = cutting + placing;
      if (change === undefined) return { kind: 'nothing-new' };
      this.#waiting.push(change);
      const firstUses = this.#clients.claim(clientIds, memberId);
      if (Y.getState(this.#draft.store, this.#guardClientId) > 0) {
        firstUses.push(...this.#clients.claim([this.#guardClientId], null));
      }
      return { kind: 'taken', update: change, firstUses, breaches, removed, growth, work };
    } catch (error) {
      return { kind: 'bad', why: error instanceof BadFrameError ? error.message : 'not an update' };
    }
  }

  #refusedClients(clientIds: ReadonlySet<number>, memberId: MemberId): string | undefined {
    if (!this.#clients.mayUse(clientIds, memberId)) {
      return 'writes under the clientID of another member';
    }
    const { newClients, clientsPerMember } = this.#limits;
    const fresh = [...clientIds].filter((id) => this.#clients.ownerOf(id) === undefined).length;
    if (fresh > newClients) return `more than ${newClients} new clientIDs`;
    // Whoever is at the bound still writes under those that they have.
    const isBeyond = fresh > 0 && this.#clients.countOf(memberId) + fresh > clientsPerMember;
    return isBeyond ? `more than ${clientsPerMember} clientIDs of one member` : undefined;
  }

  /** Puts the first `count` waiting updates into `live`, as one transaction. */
  commit(count: number, origin: Origin): void {
    const committed = this.#waiting.splice(0, count);
    this.live.transact(() => {
      for (const update of committed) Y.applyUpdate(this.live, update, origin);
    }, origin);
  }

  /** Lets go of all that was taken and waits: it will not be committed. */
  forget(): void {
    this.#waiting = [];
    this.#redraft();
  }

  /** Takes in what was committed elsewhere (a command, another writer). Throws on a gap. */
  absorb(update: Uint8Array): void {
    applyWhole(this.live, update, server);
    applyWhole(this.#draft, update, server);
    if (isPending(this.live)) throw new Error('a committed update has a gap');
  }

  /** A document of its own with what is committed, for a command to change. */
  copy(): Y.Doc {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.live), load);
    // After the filling: Yjs draws another clientID when it sees its own come in from outside.
    copy.clientID = this.serverClientId;
    return copy;
  }

  /** With what waits for its commit. */
  measure(): Measure {
    return measure(this.#draft);
  }

  destroy(): void {
    this.live.destroy();
    this.#draft.destroy();
  }

  /** @returns the change as Yjs encodes it, with what puts it right; undefined when nothing changed. Throws after undoing. */
  #tryOnDraft(update: Uint8Array, mostWork: number, bounds: Bounds): Tried | 'gap' {
    const changes: Uint8Array[] = [];
    let breaches: Breach[] = [];
    let placing = 0;
    const keep = (change: Uint8Array): void => void changes.push(change);
    const isBound = this.#guard.binds(bounds);
    if (isBound) this.#guard.prepare(this.#draft);
    const endCount = countRemovals(this.#draft);
    this.#draft.on('update', keep);
    try {
      placing = placingWork(mostWork, () => Y.applyUpdate(this.#draft, update));
      if (isBound && !isPending(this.#draft)) breaches = this.#guard.judge(bounds);
    } catch (error) {
      this.#redraft();
      throw error;
    } finally {
      this.#draft.off('update', keep);
    }
    if (isPending(this.#draft)) {
      this.#redraft();
      return 'gap';
    }
    const change = changes.length > 1 ? Y.mergeUpdates(changes) : changes[0];
    return { change, breaches, removed: endCount(), placing };
  }

  #redraft(): void {
    this.#draft.destroy();
    this.#draft = new Y.Doc();
    Y.applyUpdate(this.#draft, Y.encodeStateAsUpdate(this.live), load);
    for (const update of this.#waiting) Y.applyUpdate(this.#draft, update, load);
    // After the filling, as in `copy`.
    this.#draft.clientID = this.#guardClientId;
  }
}

/** Throws when bytes are left: what Yjs passes over without a word would be lost without one. */
function applyWhole(doc: Y.Doc, update: Uint8Array, origin: Origin): void {
  const decoder = decoding.createDecoder(update);
  Y.readUpdate(decoder, doc, origin);
  if (decoding.hasContent(decoder)) throw new Error('a stored update has bytes behind its end');
}

function freeClientId(clients: ClientTable): number {
  for (;;) {
    const { clientID } = new Y.Doc();
    if (clients.ownerOf(clientID) === undefined) return clientID;
  }
}

function isPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
