/** Which logs are made short, and when: one at a time, as nobody waits for it. For the registry of rooms. */
import type { Logger } from 'pino';
import type { Database } from '#server/db/database';
import { fewAtATime } from '#server/few-at-a-time';
import type { RoomLimits } from '#server/rooms/limits';
import { compactLog } from '#server/store/compaction';

/** A room in memory, with what knows how long its log is. */
type Logged = {
  readonly id: string;
  readonly line: { readonly rows: number; beginsAt(seq: number): void };
};

type Parts = {
  db: Database;
  limits: Pick<RoomLimits, 'compactRows' | 'newestRows'>;
  log: Logger;
};

export class Compactions {
  readonly #parts: Parts;
  readonly #turns = fewAtATime(1);
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopped = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Asked when a room was loaded and now and then: makes its log short where it has grown long. Never throws. */
  consider({ id, line }: Logged): void {
    const { db, log, limits } = this.#parts;
    const { compactRows: atLeast, newestRows: leave } = limits;
    const { signal } = this.#stopped;
    if (signal.aborted || line.rows < atLeast + leave || this.#running.has(id)) return;
    const done = this.#turns
      .take(async () => {
        const first = await compactLog(db, id, { atLeast, leave, signal });
        if (first !== null) line.beginsAt(first);
      })
      .catch((error: unknown) => {
        if (!signal.aborted) log.error({ roomId: id, err: error }, 'a log stays long');
      })
      .finally(() => this.#running.delete(id));
    this.#running.set(id, done);
  }

  /** Nothing is begun any more; resolves when nothing runs. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#running.values());
  }
}
