/**
 * Addresses of rooms. A room's address is what follows `/sync/` in the path and what the stock
 * provider calls the room name:
 *   `<sprint>/<board>/<lineage>`                   a shared board
 *   `<sprint>/private/<member>/<kind>/<lineage>`   a member's private room: a pile or a pad
 *   `<sprint>/private/<member>/<lineage>`          a pile, as pages of before called it; still found
 * The live socket of a sprint is `/live/<sprint>`.
 */
import { privateKinds, type PrivateKind } from '#domain/exercises/exercise';
import type { BoardId, Lineage, MemberId, NoteId, SprintId } from '#domain/ids';

export type RoomAddress =
  | {
      readonly kind: 'board';
      readonly sprintId: SprintId;
      readonly boardId: BoardId;
      readonly lineage: Lineage;
    }
  | {
      readonly kind: 'private';
      readonly sprintId: SprintId;
      readonly memberId: MemberId;
      readonly private: PrivateKind;
      readonly lineage: Lineage;
    };

const ID = /^[A-Za-z0-9_-]{1,64}$/;

export function roomName(address: RoomAddress): string {
  return address.kind === 'board'
    ? `${address.sprintId}/${address.boardId}/${address.lineage}`
    : `${address.sprintId}/private/${address.memberId}/${address.private}/${address.lineage}`;
}

/** @returns undefined for anything that is not a well-formed room name. */
export function parseRoomName(name: string): RoomAddress | undefined {
  const parts = name.split('/');
  if (!parts.every((part) => ID.test(part))) return undefined;
  const [sprintId, second, third, fourth, fifth] = parts;
  if (parts.length === 3 && sprintId && second && third && second !== 'private') {
    return { kind: 'board', sprintId, boardId: second, lineage: third };
  }
  if (parts.length === 4 && sprintId && second === 'private' && third && fourth) {
    return { kind: 'private', sprintId, memberId: third, private: 'pile', lineage: fourth };
  }
  const kind = privateKinds.find((one) => one === fourth);
  if (parts.length === 5 && sprintId && second === 'private' && third && kind && fifth) {
    return { kind: 'private', sprintId, memberId: third, private: kind, lineage: fifth };
  }
  return undefined;
}

/** Whether these name two lineages of one board, or of one private room, whichever way its address is written. */
export function isSamePlace(one: string, other: string): boolean {
  const [a, b] = [parseRoomName(one), parseRoomName(other)];
  if (!a || !b || a.lineage === b.lineage) return false;
  return roomName({ ...a, lineage: b.lineage }) === roomName(b);
}

export const SYNC_PATH = '/sync/';
export const LIVE_PATH = '/live/';

/**
 * Message type of our own on `/sync`, beside sync 0, awareness 1, auth 2 and query-awareness 3.
 * Server to browser, only to who asked with `?ack=1`: varuint ACK, varuint n = everything in the
 * first n document frames (sync step 2 and update) of this connection is committed.
 */
export const MESSAGE_ACK = 121;

/**
 * Server to browser, to the sender only: varuint BREACH, varstring JSON of a `Breach`. What they did
 * to these notes was undone, because a rule of the board forbids it.
 */
export const MESSAGE_BREACH = 122;

export type Breach = {
  /**
   * `no-pen`: drawn or clipped by who does not hold the pen; `not-the-decider`: an answer that is not theirs to give;
   * `not-the-maker`: how far a scene is, said by who neither owns it nor stitches.
   */
  readonly rule: 'locked' | 'not-the-author' | 'no-pen' | 'not-the-decider' | 'not-the-maker';
  /** Of any record that lies on the board, where that is no wall. */
  readonly noteIds: readonly NoteId[];
  readonly groupIds: readonly string[];
};

/**
 * Server to browser, only to who asked with `?ack=1` and may write: varuint SPACE, varstring JSON of a
 * `Space`, each time that it becomes another. While nothing is left, what was refused is not
 * acknowledged; the server asks for it again when there is space.
 */
export const MESSAGE_SPACE = 123;

/** `note`: a text would become too long. `share`: the writer's part of it. `pace`: too much in a minute. */
export type SpaceOf = 'board' | 'pile' | 'share' | 'note' | 'sprint' | 'example' | 'pace';
export type Space =
  | { readonly left: 'enough'; readonly of: null }
  | { readonly left: 'little' | 'none'; readonly of: SpaceOf };
