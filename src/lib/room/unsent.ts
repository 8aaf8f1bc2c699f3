/**
 * Work that was done here and never reached the server: on entering a sprint every copy that holds
 * some is sent, not only the open board's. What a closed board does not take any more is handed back
 * as texts, to be kept as late notes.
 */
import { readGroup, readNote } from '#document/shapes';
import { roots } from '#document/schema';
import { parseRoomName } from '#protocol/rooms';
import { dirtyRooms, groupKey, type DirtyRecord } from '$lib/room/dirty-records';
import { keptStorage } from '$lib/room/kept-storage';
import { RoomLine, type RoomOptions } from '$lib/room/room-line';
import { rescueFromWall } from '$lib/room/rescue';

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
