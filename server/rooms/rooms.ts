/**
 * What the rest of the server may ask of the rooms. Implemented by
 * `room-registry.ts`. Commands reach documents only through here.
 */
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { MemberId, PersonId, SprintId } from '#domain/ids';
import type { Bounds } from '#server/rooms/guard';
import type { Presence, ShownStroke } from '#document/presence';
import type { Transaction } from '#server/db/database';
import type { Removal } from '#server/rooms/removals';
import type { RoomRow } from '#server/stage/authority';

export type { Removal } from '#server/rooms/removals';
export { UnreadableRoomError } from '#server/rooms/unreadable';

/** What admission grants one connection; asked again whenever authority changes. */
export type Access =
  /** `writer`: whom the locks of a wall bind, left out for who facilitates and in a private room; `pen`: on a storyboard. */
  | ({ kind: 'write'; cursorsHidden: boolean } & Bounds)
  | { kind: 'read'; cursorsHidden: boolean }
  | { kind: 'refuse'; closeCode: number };

/** Who stands at a room's door: identity is written into awareness by the server. */
export type Entrant = {
  sessionId: string;
  personId: PersonId;
  memberId: MemberId;
  name: string;
  color: number;
};

/** What a change may work with. */
export type ChangeScope = {
  readonly tx: Transaction;
  /** Working copy of a room that is held. Throws for any other. */
  doc(roomId: string): Y.Doc;
  /** False of an optional room that could not be read or did not come to rest. */
  holds(roomId: string): boolean;
  /**
   * Works on the copy of a room whose document may be anything. When that throws, all that this
   * change did to the room is dropped, and the rest goes on.
   * @returns undefined then, and for a room that is not held.
   */
  attempt<T>(roomId: string, work: (doc: Y.Doc) => T): { readonly value: T } | undefined;
  /** What is being drawn in a room that is held, by who may draw there, as it was told last. */
  strokesUnderWay(roomId: string): readonly ShownStroke[];
  /**
   * Works on copies that are thrown away. Throws RefusedError where too little space is left for what
   * was done there, as the change itself would.
   */
  rehearse(work: (scope: Pick<ChangeScope, 'doc' | 'holds' | 'attempt'>) => void): void;
};

export type ChangeOptions<T> = {
  /** Called between the commit and telling everybody. */
  settled?: ((result: T) => Promise<void>) | undefined;
  /** Of the rooms, those without which the change goes on when they cannot be read. */
  optional?: readonly string[];
};

export interface Rooms {
  /** Takes over an upgraded socket that admission let in. */
  connect(
    socket: WebSocket,
    room: RoomRow,
    entrant: Entrant,
    options: { ack: boolean; access: Access },
  ): Promise<void>;

  /**
   * Reads a room's document as committed (loads it when needed). The callback must not keep or change
   * it. Throws UnreadableRoomError when what is stored makes no document.
   */
  read<T>(roomId: string, look: (doc: Y.Doc) => T): Promise<T>;

  /**
   * Changes several rooms and SQL rows in one transaction. Holds the rooms' queues (frames that
   * arrive wait), gives working copies of the documents, appends what the callback changed in them
   * to the log in the same transaction, commits, applies to the live documents, calls `settled`,
   * broadcasts, and releases the queues. When the callback throws nothing has happened. Throws
   * UnreadableRoomError for a room that is not optional.
   */
  change<T>(
    roomIds: readonly string[],
    work: (scope: ChangeScope) => Promise<T>,
    options?: ChangeOptions<T>,
  ): Promise<T>;

  /** Asks `admit` again for every connection of a sprint; applies its answer within the same tick. */
  reconsider(sprintId: SprintId, admit: (room: RoomRow, memberId: MemberId) => Access): void;

  /** Closes the sockets of a session with `notSignedIn`. */
  endSession(sessionId: string): void;

  /** The same for every session of a person who is gone (deleted, or taken over by an account). */
  endPerson(personId: PersonId): void;

  /** Notes that people in a room drag, have selected or type in right now. */
  heldIn(roomId: string): ReadonlySet<string>;

  /**
   * Shows somebody who has no connection (a stand-in of an example sprint) to who is in the room,
   * or takes them away again with null. Does nothing while nobody is there.
   */
  show(
    roomId: string,
    who: Pick<Entrant, 'memberId' | 'name' | 'color'>,
    presence: Presence | null,
  ): void;

  /** Called after each commit that came from a browser, with the committed document (read only). */
  onCommitted(listener: (roomId: string, doc: Y.Doc) => void): () => void;

  /** Called when a member took much away from a room, and again while that goes on. Must not throw or wait. */
  onRemoval(listener: (removal: Removal) => void): () => void;

  /** Stops taking frames, commits what is queued, closes sockets with 1012, unloads. */
  close(): Promise<void>;
}
