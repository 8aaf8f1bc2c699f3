/**
 * What the connections of one room hear of its space: who is told that little or nothing is left,
 * whose refused work is due to be asked for again. The ruling itself is room-space.ts.
 */
import type { MemberId } from '#domain/ids';
import { privateKinds } from '#domain/exercises/exercise';
import type { DocumentKind } from '#document/schema';
import type { Space, SpaceOf } from '#protocol/rooms';
import type { ClientTable } from '#server/rooms/clients';
import type { Connection } from '#server/rooms/connection';
import { countRecords } from '#server/rooms/document-measure';
import type { Growth } from '#server/rooms/growth';
import type { RoomLimits } from '#server/rooms/limits';
import type { RoomDocument } from '#server/rooms/room-document';
import { RoomSpace, type SpaceWriter } from '#server/rooms/room-space';
import type { SprintUsage } from '#server/rooms/sprint-usage';

type Parts = {
  readonly document: RoomDocument;
  readonly kind: DocumentKind;
  readonly clients: ClientTable;
  readonly usage: SprintUsage;
  readonly limits: RoomLimits;
};

type TakenUpdate = {
  readonly growth: Growth;
  readonly update: Uint8Array;
  /** See judge/work.ts. */
  readonly work: number;
};

export class SpaceWatch {
  readonly space: RoomSpace;
  readonly #parts: Parts;
  #level: number;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { document, kind, clients, usage, limits } = parts;
    const isPrivate = privateKinds.some((one) => one === kind);
    this.space = new RoomSpace({
      ...{ clients, usage, limits, bound: limits.documents[kind], isPrivate },
      measure: () => document.measure(),
    });
    this.#level = this.space.level();
  }

  /** A row that a command, or somebody else, committed: into the document and into the account. */
  takeIn(update: Uint8Array): void {
    const { document } = this.#parts;
    const before = countRecords(document.live);
    document.absorb(update);
    const records = countRecords(document.live) - before;
    this.space.changed({ bytes: update.byteLength, records });
  }

  /** A large frame of somebody who adds too fast: not worth reading now. */
  isTooFast({ entrant }: Connection, bytes: number): boolean {
    if (bytes <= this.#parts.limits.slowFrameBytes) return false;
    return !this.#isInPace(entrant.memberId, performance.now());
  }

  /** @returns what there is too little space in for so much of this connection. */
  refuses(growth: Growth, connection: Connection): SpaceOf | undefined {
    const { memberId } = connection.entrant;
    // Work is work whether it adds or takes away.
    if (!this.#parts.usage.mayWork(memberId, performance.now())) return 'pace';
    return this.space.refuses(growth, writerOf(connection));
  }

  /** Nothing more is acknowledged until all of it was taken. */
  refused(connection: Connection, of: SpaceOf): void {
    const { used } = this.space;
    connection.behind = true;
    connection.refused = { of, used, atMs: performance.now(), wroteSince: false };
    this.tell(connection);
  }

  /** All that it has was taken. */
  settled(connection: Connection): void {
    connection.behind = false;
    connection.refused = undefined;
    this.tell(connection);
  }

  took(connection: Connection, { growth, update, work }: TakenUpdate): void {
    const { memberId } = connection.entrant;
    this.#parts.usage.worked(work, memberId);
    this.space.took(growth, { bytes: update.byteLength, memberId });
    this.tell(connection);
  }

  /** Of whom it is time to ask what was refused: there is space, they went on writing, or it was long ago. */
  due(connections: readonly Connection[], nowMs: number): Connection[] {
    return connections.filter((connection) => {
      const { refused } = connection;
      if (!refused) return false;
      const isTime = nowMs - refused.atMs >= this.#parts.limits.askAgainMs;
      if (!refused.wroteSince && !isTime && !this.#isSpaceNow(connection, nowMs)) return false;
      refused.wroteSince = false;
      return true;
    });
  }

  /** After each change: where the room as a whole came to another level all are told. */
  tellAll(connections: readonly Connection[]): void {
    const level = this.space.level();
    if (level === this.#level) return;
    this.#level = level;
    for (const connection of connections) this.tell(connection);
  }

  /** Only who may write is told. */
  tell(connection: Connection): void {
    const { refused, access } = connection;
    if (access.kind !== 'write') return;
    const left: Space = refused
      ? { left: 'none', of: refused.of }
      : this.space.leftFor(writerOf(connection));
    connection.tellSpace(left);
  }

  #isSpaceNow({ refused, entrant }: Connection, nowMs: number): boolean {
    if (!refused) return false;
    if (refused.of === 'pace') return this.#isInPace(entrant.memberId, nowMs);
    const { bytes, records } = this.space.used;
    return bytes < refused.used.bytes || records < refused.used.records;
  }

  #isInPace(memberId: MemberId, nowMs: number): boolean {
    const { usage } = this.#parts;
    return usage.mayGrow(memberId, nowMs) && usage.mayWork(memberId, nowMs);
  }
}

function writerOf({ entrant, access }: Connection): SpaceWriter {
  return {
    memberId: entrant.memberId,
    facilitates: access.kind === 'write' && access.writer === undefined,
  };
}
