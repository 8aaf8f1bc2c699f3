/**
 * What is not yet committed, remembered beyond the tab: per member, room and note the last text.
 * They say which copies have to be sent on entering the sprint, and from which text a note is made
 * again when a reveal took it away under the writer's hands. Each tab writes under its own name, so
 * that no tab clears what another still waits for.
 */

const PREFIX = 'sprintkamer/dirty/';
/** Stands for work that is not on a note: a group, an order, a removal. */
export const NOT_A_NOTE = '*';
const GROUP = 'group:';

/** Under what the label of a group is remembered, beside the notes. */
export function groupKey(groupId: string): string {
  return GROUP + groupId;
}
/** @returns the group whose label it is; null for a note. */
export function groupOfKey(key: string): string | null {
  return key.startsWith(GROUP) ? key.slice(GROUP.length) : null;
}

export type DirtyText = {
  text: string;
  color: string;
  /** Board for which a pile note was written; empty on a wall. */
  wall: string;
};
export type DirtyRecord = DirtyText & { noteId: string };

export type DirtyRecords = {
  put(noteId: string, text: DirtyText): void;
  /** Forgets what this tab wrote of these, and what it found of earlier tabs. */
  clear(noteIds: Iterable<string>): void;
  /** Everything known of this room, newest tab last; one per note. */
  all(): DirtyRecord[];
};

const keyOf = (...parts: string[]): string => PREFIX + parts.map(encodeURIComponent).join('/');

function partsOf(key: string): string[] | undefined {
  return key.startsWith(PREFIX)
    ? key.slice(PREFIX.length).split('/').map(decodeURIComponent)
    : undefined;
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').sort();
}

function isDirtyText(stored: unknown): stored is DirtyText {
  if (typeof stored !== 'object' || stored === null) return false;
  const { text, color, wall } = stored as Record<string, unknown>;
  return [text, color, wall].every((one) => typeof one === 'string');
}

function read(storage: Storage, key: string): DirtyText | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isDirtyText(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** @param tab a name of this tab's visit to the room, never used twice. */
export function dirtyRecords(
  storage: Storage,
  { memberId, room, tab }: { memberId: string; room: string; tab: string },
): DirtyRecords {
  const prefix = `${keyOf(memberId, room)}/`;
  const found = new Map<string, string>();
  for (const key of keysOf(storage)) {
    const value = key.startsWith(prefix) ? storage.getItem(key) : null;
    if (value !== null) found.set(key, value);
  }
  return {
    put(noteId, text) {
      try {
        storage.setItem(keyOf(memberId, room, noteId, tab), JSON.stringify(text));
      } catch {
        // Storage is full or closed: the record is lost with the tab, the work itself is not.
      }
    },
    clear(noteIds) {
      for (const noteId of noteIds) {
        storage.removeItem(keyOf(memberId, room, noteId, tab));
        for (const [key, value] of found) {
          if (partsOf(key)?.[2] !== noteId) continue;
          // Another living tab has written since: that record is its own to clear.
          if (storage.getItem(key) === value) storage.removeItem(key);
          found.delete(key);
        }
      }
    },
    all() {
      const records = new Map<string, DirtyRecord>();
      for (const key of keysOf(storage)) {
        const [owner, name, noteId, from] = partsOf(key) ?? [];
        if (owner !== memberId || name !== room || noteId === undefined) continue;
        const text = read(storage, key);
        const newer = from === tab || !records.has(noteId);
        if (text && newer) records.set(noteId, { ...text, noteId });
      }
      return [...records.values()];
    },
  };
}

/** Rooms of this member in which work waits, in this browser. */
export function dirtyRooms(storage: Storage, memberId: string): string[] {
  const rooms = keysOf(storage).flatMap((key) => {
    const [owner, room] = partsOf(key) ?? [];
    return owner === memberId && room !== undefined ? [room] : [];
  });
  return [...new Set(rooms)];
}

/** Whether anything in this browser waits to be sent, of anybody, in any sprint. */
export function hasDirtyRecords(storage: Storage): boolean {
  return keysOf(storage).some((key) => key.startsWith(PREFIX));
}

/** Forgets all records of a member, or of everybody. */
export function eraseDirtyRecords(storage: Storage, memberId?: string): void {
  for (const key of keysOf(storage)) {
    const owner = partsOf(key)?.[0];
    if (owner !== undefined && (memberId === undefined || owner === memberId))
      storage.removeItem(key);
  }
}
