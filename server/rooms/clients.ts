/**
 * The table (room, clientID, member) of one room in memory. A clientID belongs to the member who
 * first used it: Yjs takes structs under a clock that it has for already known, so whoever writes
 * under somebody else's clientID voids that person's next work without a trace. What is new here
 * is stored in the same commit as the update that used it.
 */
import type { MemberId } from '#domain/ids';
import type { FirstUse } from '#server/store/room-log';

export class ClientTable {
  readonly #owners = new Map<number, MemberId | null>();

  readonly #counts = new Map<MemberId, number>();

  constructor(stored: readonly FirstUse[]) {
    for (const { clientId, memberId } of stored) this.#put(clientId, memberId);
  }

  /** How many clientIDs this member has used in this room. */
  countOf(memberId: MemberId): number {
    return this.#counts.get(memberId) ?? 0;
  }

  /** @returns the owner, null for the server itself, undefined for a clientID that is free. */
  ownerOf(clientId: number): MemberId | null | undefined {
    return this.#owners.get(clientId);
  }

  /** Whether this member may write under all of them. */
  mayUse(clientIds: Iterable<number>, memberId: MemberId | null): boolean {
    for (const clientId of clientIds) {
      const owner = this.#owners.get(clientId);
      if (owner !== undefined && owner !== memberId) return false;
    }
    return true;
  }

  /** @returns the server's first use of a clientID, to be stored, unless it has an owner. */
  unowned(clientId: number): FirstUse[] {
    return this.#owners.has(clientId) ? [] : [{ clientId, memberId: null }];
  }

  /** Takes the free ones for this member. @returns what is new, to be stored. */
  claim(clientIds: Iterable<number>, memberId: MemberId | null): FirstUse[] {
    const first: FirstUse[] = [];
    for (const clientId of clientIds) {
      if (this.#owners.has(clientId)) continue;
      this.#put(clientId, memberId);
      first.push({ clientId, memberId });
    }
    return first;
  }

  /** Gives up what was claimed and never stored. */
  release(claimed: readonly FirstUse[]): void {
    for (const { clientId, memberId } of claimed) {
      this.#owners.delete(clientId);
      if (memberId !== null) this.#counts.set(memberId, this.countOf(memberId) - 1);
    }
  }

  #put(clientId: number, memberId: MemberId | null): void {
    this.#owners.set(clientId, memberId);
    if (memberId !== null) this.#counts.set(memberId, this.countOf(memberId) + 1);
  }
}
