/**
 * What the rest of the server may ask of the rooms (ARCHITECTURE sections 3 to 5). Implemented by
 * `room-registry.ts`. Commands reach documents only through here.
 */
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { MemberId, PersonId, SprintId } from '#domain/ids';
import type { Writer } from '#document/holds';
import type { Presence } from '#document/presence';
import type { Transaction } from '#server/db/database';
import type { RoomRow } from '#server/stage/authority';

/** What admission grants one connection; asked again whenever authority changes. */
export type Access =
  /** `writer`: whom the locks of the wall bind; left out for who facilitates, and in one's own pile. */
  | { kind: 'write'; cursorsHidden: boolean; writer?: Writer }
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

export interface Rooms {
  /** Takes over an upgraded socket that admission let in. */
  connect(
    socket: WebSocket,
    room: RoomRow,
    entrant: Entrant,
    options: { ack: boolean; access: Access },
  ): Promise<void>;

  /** Reads a room's document as committed (loads it when needed). The callback must not keep or change it. */
  read<T>(roomId: string, look: (doc: Y.Doc) => T): Promise<T>;

  /**
   * Changes several rooms and SQL rows in one transaction. Holds the rooms' queues (frames that
   * arrive wait), gives working copies of the documents, appends what the callback changed in them
   * to the log in the same transaction, commits, applies to the live documents, calls `settled`,
   * broadcasts, and releases the queues. When the callback throws nothing has happened.
   */
  change<T>(
    roomIds: readonly string[],
    work: (scope: { tx: Transaction; doc: (roomId: string) => Y.Doc }) => Promise<T>,
    settled?: (result: T) => Promise<void>,
  ): Promise<T>;

  /** Asks `admit` again for every connection of a sprint; applies its answer within the same tick. */
  reconsider(sprintId: SprintId, admit: (roomId: string, memberId: MemberId) => Access): void;

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

  /** Stops taking frames, commits what is queued, closes sockets with 1012, unloads. */
  close(): Promise<void>;
}
