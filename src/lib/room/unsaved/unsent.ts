/**
 * Work that was done here and never reached the server: on entering a sprint every copy that holds
 * some is sent, not only the open board's. What a closed board does not take any more, and what was
 * meant for a board or pile that has begun anew since, is handed back as texts, to be kept as late notes.
 */
import { readGroup, readNote } from '#document/shapes';
import { roots } from '#document/schema';
import { closeCodes } from '#protocol/close-codes';
import { parseRoomName } from '#protocol/rooms';
import { dirtyRooms, groupKey, type DirtyRecord } from './dirty-records';
import { keptStorage } from './kept-storage';
import { RoomLine, type RoomOptions } from '$lib/room/room-line';
import { rescueFromOldPile, rescueFromWall } from './rescue';

/** How long a room may take to answer before it is left for the next visit. */
const ROOM_PATIENCE_MS = 15_000;
/** A room that is in step but acknowledges nothing for so long takes no work from this member. */
export const TAKES_NOTHING_MS = 4_000;

/** Waits until `done` holds for a line. @returns false when the time is over first. */
export function untilLine(line: RoomLine, done: () => boolean, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (result: boolean): void => {
      clearTimeout(timer);
      end();
      resolve(result);
    };
    const timer = setTimeout(() => finish(done()), ms);
    const end = line.onChange(() => {
      if (done()) finish(true);
    });
    if (done()) finish(true);
  });
}

/**
 * Texts by note id, labels by the key of their group, as the server has a wall now, read over a line of its own that keeps nothing.
 * @throws when the room cannot be read now; retrying later may help.
 */
export async function serverTexts(options: RoomOptions): Promise<Map<string, string>> {
  const line = new RoomLine({ ...options, keepsCopy: false, readOnly: true, undo: false });
  try {
    const done = (): boolean => line.caughtUp || line.status.kind === 'refused';
    await untilLine(line, done, ROOM_PATIENCE_MS);
    if (!line.caughtUp) throw new Error(`room not read: ${line.status.kind}`);
    const texts = new Map<string, string>();
    roots.notes(line.doc).forEach((value, id) => texts.set(id, readNote(id, value)?.text ?? ''));
    roots
      .groups(line.doc)
      .forEach((value, id) => texts.set(groupKey(id), readGroup(id, value)?.label ?? ''));
    return texts;
  } finally {
    await line.destroy();
  }
}

/** What of a wall's unsent texts the server does not have. @throws as `serverTexts`. */
export async function lateTexts(
  options: RoomOptions,
  records: readonly DirtyRecord[],
): Promise<DirtyRecord[]> {
  const address = parseRoomName(options.room);
  if (records.length === 0 || address?.kind !== 'board') return [];
  const texts = await serverTexts(options);
  return rescueFromWall(records, texts).map((record) => ({ ...record, wall: address.boardId }));
}

export function trimmedTexts(texts: Iterable<string>): ReadonlySet<string> {
  return new Set([...texts].map((text) => text.trim()));
}

export type UnsentOptions = {
  sprintId: string;
  memberId: string;
  wsBase: string;
  /** Rooms that are open on the screen and send their work themselves. */
  open: readonly string[];
  /** Keeps texts of a closed board as late notes. Throws when it cannot. */
  keepLate(records: DirtyRecord[]): void;
  /** The room in which a board or pile goes on; undefined when it does not. */
  successorOf(room: string): string | undefined;
  /** Trimmed texts on the wall of a board as the server has it. Rejects when it cannot be known now. */
  wallTexts(boardId: string): Promise<ReadonlySet<string>>;
  socketClass?: typeof WebSocket;
  storage?: Storage;
};

/** Sends what waits, room by room. @returns the rooms in which work still waits. */
export async function sendUnsent(options: UnsentOptions): Promise<string[]> {
  const { sprintId, memberId, open } = options;
  const left: string[] = [];
  for (const room of dirtyRooms(options.storage ?? keptStorage(), memberId)) {
    if (open.includes(room) || parseRoomName(room)?.sprintId !== sprintId) continue;
    if (!(await sendRoom({ ...options, room }))) left.push(room);
  }
  return left;
}

async function sendRoom(options: UnsentOptions & { room: string }): Promise<boolean> {
  const { room, memberId, wsBase, socketClass, storage } = options;
  const roomOptions: RoomOptions = { room, memberId, wsBase, socketClass, storage };
  const line = new RoomLine(roomOptions);
  try {
    await line.opened;
    await untilLine(line, () => line.caughtUp || line.status.kind === 'refused', ROOM_PATIENCE_MS);
    if (isOld(line)) {
      options.keepLate(await textsOfBefore(line, roomOptions, options));
      line.forget(line.waiting());
      return true;
    }
    if (!line.caughtUp) return false;
    if (await untilLine(line, () => line.clean, TAKES_NOTHING_MS)) return true;
    // It is taken when there is space again; until then it waits where it is.
    if (line.space.left === 'none') return false;
    const late = await lateTexts(roomOptions, line.dirtyTexts());
    if (parseRoomName(room)?.kind === 'private') return false;
    options.keepLate(late);
    line.forget(line.waiting());
    return true;
  } catch {
    return false;
  } finally {
    await line.destroy();
  }
}

function isOld({ status }: RoomLine): boolean {
  return status.kind === 'refused' && status.code === closeCodes.otherLineage;
}

/** What waits for a room that has begun anew: its copy is never sent, its texts are. @throws when it cannot be told now what is there. */
async function textsOfBefore(
  line: RoomLine,
  roomOptions: RoomOptions,
  { successorOf, wallTexts }: UnsentOptions,
): Promise<DirtyRecord[]> {
  const successor = successorOf(roomOptions.room);
  if (successor === undefined) throw new Error('it does not go on anywhere');
  const records = line.dirtyTexts();
  const options = { ...roomOptions, room: successor };
  const address = parseRoomName(successor);
  if (records.length === 0 || address?.kind !== 'private') return lateTexts(options, records);
  const now = await serverTexts(options);
  const walls = new Map<string, ReadonlySet<string>>();
  for (const board of new Set(records.map(({ wall }) => wall))) {
    walls.set(board, await wallTexts(board));
  }
  const onWall = (board: string): ReadonlySet<string> => walls.get(board) ?? new Set();
  return rescueFromOldPile(records, { now, onWall, lineage: address.lineage });
}
