/**
 * Stored documents that no browser of ours makes, written straight into the log of a room: what
 * somebody may have managed to write before the server judged it, and what a disk may have done.
 */
import { desc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Database } from '#server/db/database';
import { roomUpdates } from '#server/db/tables';

/** Deeper than taking it away fits on the stack. */
const DEPTH = 12_000;

/** What it does to a log, and what is left of it. */
export type Damage = {
  /** A room still opens on it. */
  readonly loads: boolean;
  /** Nothing of what was there can be read any more. */
  readonly isLost?: boolean;
  write(log: RoomLogFile): Promise<void>;
};

export const damages: Readonly<Record<string, Damage>> = {
  'a note that nests 12,000 deep': {
    loads: true,
    write: (log) => log.change(nestDeep).then(() => undefined),
  },
  'such a note, and its removal after it': {
    loads: false,
    async write(log) {
      const ids = await log.change(nestDeep);
      await log.add(deletionOf(ids));
    },
  },
  'work that leans on a row that is not there': {
    loads: false,
    async write(log) {
      const lost: Uint8Array[] = [];
      const other = await log.whole();
      other.on('update', (update: Uint8Array) => lost.push(update));
      other.getText('text').insert(0, 'eerst');
      other.getText('text').insert(5, ' en dan');
      await log.add(lost[1] ?? new Uint8Array());
    },
  },
  'a row of garbage': {
    loads: false,
    write: (log) => log.add(Uint8Array.from({ length: 64 }, (_, at) => (at * 37 + 211) % 256)),
  },
  'an empty row': { loads: false, write: (log) => log.add(new Uint8Array()) },
  'a hole in the numbers': {
    loads: false,
    write: (log) => log.change((doc) => doc.getMap('meta').set('x', 1), 2).then(() => undefined),
  },
  'no row at all': { loads: false, isLost: true, write: (log) => log.empty() },
  'another kind in meta': {
    loads: true,
    write: (log) => log.change((doc) => doc.getMap('meta').set('kind', 7)).then(() => undefined),
  },
  'a list where the notes should be, and words where a note should': {
    loads: true,
    async write(log) {
      await log.change((doc) => {
        doc.getMap('notes').set('woord', 'geen briefje');
        doc.getMap('notes').set('lijst', new Y.Array());
        doc.getMap('groups').set('groep', 3);
      });
    },
  },
};

/** The stored log of one room. */
export class RoomLogFile {
  readonly #db: Database;
  readonly #roomId: string;

  constructor(db: Database, roomId: string) {
    this.#db = db;
    this.#roomId = roomId;
  }

  async whole(): Promise<Y.Doc> {
    const rows = await this.#db
      .select({ update: roomUpdates.update })
      .from(roomUpdates)
      .where(eq(roomUpdates.roomId, this.#roomId))
      .orderBy(roomUpdates.seq);
    const doc = new Y.Doc();
    for (const { update } of rows) Y.applyUpdate(doc, update);
    return doc;
  }

  /** Adds a row; `step` 2 leaves a number out. */
  async add(update: Uint8Array, step = 1): Promise<void> {
    const [last] = await this.#db
      .select({ seq: roomUpdates.seq })
      .from(roomUpdates)
      .where(eq(roomUpdates.roomId, this.#roomId))
      .orderBy(desc(roomUpdates.seq))
      .limit(1);
    const seq = (last?.seq ?? 0) + step;
    await this.#db.insert(roomUpdates).values({ roomId: this.#roomId, seq, update });
  }

  /** Adds what a browser would have sent for this. @returns what the update made. */
  async change(write: (doc: Y.Doc) => unknown, step = 1): Promise<Made> {
    const doc = await this.whole();
    const before = Y.encodeStateVector(doc);
    const from = Y.getState(doc.store, doc.clientID);
    doc.transact(() => write(doc));
    await this.add(Y.encodeStateAsUpdate(doc, before), step);
    return { client: doc.clientID, clock: from, length: 1 };
  }

  async empty(): Promise<void> {
    await this.#db.delete(roomUpdates).where(eq(roomUpdates.roomId, this.#roomId));
  }
}

type Made = { client: number; clock: number; length: number };

/** In the transaction of the caller, from the outside in: made whole first, it would overflow here already. */
function nestDeep(doc: Y.Doc): void {
  let map = new Y.Map<unknown>();
  doc.getMap('notes').set('diep', map);
  map.set('text', new Y.Text('heel diep'));
  for (let n = 1; n < DEPTH; n += 1) {
    const inner = new Y.Map<unknown>();
    map.set('in', inner);
    map = inner;
  }
}

/** An update that takes away what another made, as a browser with a larger stack would send it. */
function deletionOf({ client, clock, length }: Made): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128));
    bytes.push(rest);
  };
  // No structs; deletions of one client: one range.
  for (const value of [0, 1, client, 1, clock, length]) write(value);
  return Uint8Array.from(bytes);
}
