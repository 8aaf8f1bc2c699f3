import { boardKinds, type BoardKind, type DocumentKind } from '#document/schema';
import type { PrivateKind } from '#domain/exercises/exercise';
import { limits as written } from '#domain/limits';
import { SKETCHES_BYTES } from '#domain/sketches/handing-in';
import type { Pauses } from '#server/rooms/door-pauses';

/** Of one document: its size, and how many things lie in it. */
export type DocumentBounds = { readonly bytes: number; readonly records: number };

/** Every bound of the rooms in one place; tests shorten the durations, settings change a few. */
export type RoomLimits = {
  /** Largest frame taken from a browser, in bytes; more closes its sender with 4413. */
  readonly frameBytes: number;
  /** Frames of one connection: a burst of `framesAtOnce`, refilled at `framesPerSecond`; more closes with 4529. */
  readonly framesPerSecond: number;
  readonly framesAtOnce: number;
  /** Structs in one update, known ones included: a board of a mebibyte said whole has some 40,000. */
  readonly updateStructs: number;
  /** Of which new: the largest paste (500 notes and 100 groups, 5,500), or several days of work offline. */
  readonly newStructs: number;
  /** Ranges of deletions in one update, known ones included: a whole step 2 names every hole of a board. */
  readonly deleteRanges: number;
  /** Of which new: everything on a board of 2,000 notes taken away at once, each edited by a few. */
  readonly newDeleteRanges: number;
  /**
   * Work of one update, in the units of judge/work.ts: the largest paste takes 550,000, an hour offline
   * in notes that others wrote in meanwhile 300,000. More closes its sender.
   */
  readonly updateWork: number;
  /** Work of one member in all rooms: a burst of `workAtOnce`, refilled by the minute. More waits. */
  readonly workAtOnce: number;
  readonly workPerMinute: number;
  /** New clientIDs in one update: one per page load, and loads without a connection are sent together. */
  readonly newClients: number;
  /** ClientIDs of one member in one room: a hundred page loads with writing on each day of a week. */
  readonly clientsPerMember: number;
  /** Bytes of one room that wait for the database; more closes their sender with 4529, who sends them again later. */
  readonly waitingBytes: number;
  /** Bytes of one row of the log. */
  readonly batchBytes: number;
  /** Rows of a log that are left as they are; when there are `compactRows` before them, those become one. */
  readonly newestRows: number;
  readonly compactRows: number;
  /** What a document of a kind may hold: bytes as it is sent to who joins, and records. */
  readonly documents: Readonly<Record<DocumentKind, DocumentBounds>>;
  /** Longest text of one record, in UTF-16 units. The writer keeps to less; two at once may pass that together. */
  readonly textUnits: number;
  /** Part of a shared document, and of a sprint, that one who does not facilitate may take. */
  readonly memberShare: number;
  /** Part above a bound that is kept for who facilitates and for commands. */
  readonly reserve: number;
  /** Part of a bound from which people are told that little is left. */
  readonly littleFrom: number;
  /** Bytes that one member adds in all rooms: a burst of `growthAtOnce`, refilled by the minute. More waits. */
  readonly growthAtOnce: number;
  readonly growthPerMinute: number;
  /** Bytes of a whole sprint, logs and moments; of an example less. */
  readonly sprintBytes: number;
  readonly exampleBytes: number;
  /** A frame of who grows too fast above this many bytes ends its connection unread (4529). */
  readonly slowFrameBytes: number;
  /** How long one whose work was refused for want of space is not asked for it again, unless they did something. */
  readonly askAgainMs: number;
  /** Sockets of one person, all tabs and devices together. */
  readonly socketsPerPerson: number;
  readonly socketsInTotal: number;
  /** How long a session is kept out after a frame that was no frame. */
  readonly badSession: Pauses;
  /** The same of an address from which many came in vain; a session that was good lately still passes. */
  readonly badAddress: Pauses;
  /** How long changes of presence are gathered, after one was told; 0: each is told at once. */
  readonly presenceMs: number;
  /** Frames of presence to all in one room; where it would be more, changes are gathered for longer. */
  readonly presenceFramesPerSecond: number;
  /** How long sending goes on before the event loop is given back. */
  readonly turnMs: number;
  /** How long what was encoded for somebody who came in is kept for the next. */
  readonly answerKeptMs: number;
  /**
   * A reader who is behind by more bytes than this is told no presence, no updates (all of them at once
   * later, when it has caught up), nothing any more. A document that somebody comes in for does not count.
   */
  readonly slowPresenceBytes: number;
  readonly slowUpdateBytes: number;
  readonly slowEndBytes: number;
  /** A connection that heard nothing for `silentMs` is told something; looked at every `tickMs`. Together below 20 s. */
  readonly silentMs: number;
  readonly tickMs: number;
  /** A connection from which nothing came, not even a pong, is given up. */
  readonly lostMs: number;
  /** How long a room that nobody uses stays in memory. */
  readonly idleMs: number;
  /** How long a room that cannot be read is not read again. */
  readonly unreadableMs: number;
  /** Pauses between attempts to commit: doubling from the first to the longest. */
  readonly retryFirstMs: number;
  readonly retryLongestMs: number;
  /** An attempt to commit without an answer counts as failed; its outcome is then looked up, never assumed. */
  readonly attemptMs: number;
  /** How long a command waits for its rooms to become quiet before it fails. */
  readonly holdMs: number;
  /** How long the shutdown waits for what is queued. */
  readonly closeMs: number;
};

/** Least bound of a museum: all that may be handed in, and a third of it for what is pinned there. */
const GALLERY_BYTES = (SKETCHES_BYTES * 4) / 3;

/**
 * A board of whatever kind has the same bounds; a private document has its own. A museum never has less than
 * what is hung in it unasked: past its bound nobody could pin or ask anything there.
 */
export function documentBounds({
  board,
  ...own
}: Record<'board' | PrivateKind, DocumentBounds>): RoomLimits['documents'] {
  const boards = Object.fromEntries(boardKinds.map((kind) => [kind, board]));
  const gallery = { ...board, bytes: Math.max(board.bytes, GALLERY_BYTES) };
  return { ...(boards as Record<BoardKind, DocumentBounds>), gallery, ...own };
}

export const roomLimits: RoomLimits = {
  frameBytes: 1_048_576,
  framesPerSecond: 250,
  framesAtOnce: 1_500,
  updateStructs: 50_000,
  newStructs: 6_000,
  deleteRanges: 50_000,
  newDeleteRanges: 10_000,
  updateWork: 800_000,
  workAtOnce: 6_000_000,
  workPerMinute: 2_000_000,
  newClients: 32,
  clientsPerMember: 500,
  waitingBytes: 16 * 1_048_576,
  batchBytes: 4 * 1_048_576,
  newestRows: 20,
  compactRows: 2_000,
  documents: documentBounds({
    board: { bytes: 4 * 1_048_576, records: 5_000 },
    pile: { bytes: 262_144, records: 400 },
    pad: { bytes: 4 * 1_048_576, records: 6_000 },
  }),
  textUnits: 2 * written.note,
  memberShare: 0.25,
  reserve: 0.25,
  littleFrom: 0.8,
  growthAtOnce: 2 * 1_048_576,
  growthPerMinute: 262_144,
  sprintBytes: 128 * 1_048_576,
  exampleBytes: 2 * 1_048_576,
  slowFrameBytes: 16_384,
  askAgainMs: 30_000,
  socketsPerPerson: 24,
  socketsInTotal: 5_000,
  badSession: { free: 0, firstMs: 1_000, longestMs: 60_000, forgivenMs: 10 * 60_000 },
  badAddress: { free: 30, firstMs: 1_000, longestMs: 30_000, forgivenMs: 60_000 },
  presenceMs: 33,
  presenceFramesPerSecond: 500,
  turnMs: 4,
  answerKeptMs: 5_000,
  slowPresenceBytes: 262_144,
  slowUpdateBytes: 1_048_576,
  slowEndBytes: 4 * 1_048_576,
  silentMs: 14_000,
  tickMs: 2_500,
  lostMs: 75_000,
  idleMs: 60_000,
  unreadableMs: 5_000,
  retryFirstMs: 50,
  retryLongestMs: 1_000,
  attemptMs: 10_000,
  holdMs: 10_000,
  closeMs: 5_000,
};

/** Lets a burst through and then a steady flow. `take` is asked once per frame. */
export function frameBudget(
  { framesPerSecond, framesAtOnce }: Pick<RoomLimits, 'framesPerSecond' | 'framesAtOnce'>,
  startMs: number,
): { take(nowMs: number): boolean } {
  let left = framesAtOnce;
  let filledMs = startMs;
  return {
    take(nowMs) {
      left = Math.min(framesAtOnce, left + ((nowMs - filledMs) / 1_000) * framesPerSecond);
      filledMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
