/**
 * The line in which taken updates wait for their commit, in order. Idle: the next one is committed
 * at once. While a commit runs the next batch gathers; there is no timer, so a lone keystroke waits
 * for nothing and a busy room makes fewer, larger rows. While the database is away it keeps trying
 * and the room says nothing: the browsers keep their work and show that it is not saved yet. What the
 * database refuses for what it is goes, alone, and its sender with it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { closeCodes } from '#protocol/close-codes';
import type { Breach } from '#protocol/rooms';
import type { Connection } from '#server/rooms/connection';
import { inTime } from '#server/rooms/in-time';
import type { RoomLimits } from '#server/rooms/limits';
import { mergeUpdates } from '#server/rooms/merge-updates';
import type { Removed } from '#server/rooms/removals';
import { databaseCode, RoomGoneError, RowRefusedError } from '#server/store/room-log';
import type { FirstUse, LoggedUpdate } from '#server/store/room-log';

/** Taken in and told in one go once they are committed: more would hold the others up. */
const BATCH_FRAMES = 500;

/** The log with its database handle bound. */
export type RoomAppender = {
  append(roomId: string, row: LoggedUpdate, clients: readonly FirstUse[]): Promise<void>;
  since(roomId: string, seq: number): Promise<readonly LoggedUpdate[]>;
};

/** A frame that counts: with the change it made, or null when it brought nothing new. */
export type Taken = {
  update: Uint8Array | null;
  firstUses: readonly FirstUse[];
  connection: Connection;
  /** Its number in its connection; 0 where nothing may be acknowledged. */
  frame: number;
  /** What it takes away; nothing where left out. */
  removed?: Removed;
  /** What in it was put right again, to be told to its sender alone. */
  breaches?: readonly Breach[];
};

/** What was committed together; `update` undefined when nothing of it was new. */
export type Batch = { taken: readonly Taken[]; update: Uint8Array | undefined };

/** @returns per connection the highest number of its frames in a batch. */
export function lastFrames(taken: readonly Taken[]): Map<Connection, number> {
  const frames = new Map<Connection, number>();
  for (const { connection, frame } of taken) {
    frames.set(connection, Math.max(frame, frames.get(connection) ?? 0));
  }
  return frames;
}

/** Somebody else wrote what does not fit: this room in memory is not the one in the log. */
class BrokenLogError extends Error {
  override readonly name = 'BrokenLogError';
}

type Listener = {
  committed(batch: Batch): void;
  /** A row that somebody else committed, or a command whose outcome was not heard. */
  absorbed(update: Uint8Array): void;
  /** The database will never take `culprit`; `others` waited behind it and may lean on it. None of them is stored. */
  refused(culprit: Taken, others: readonly Taken[]): void;
  failed(closeCode: number): void;
};

type Parts = { appender: RoomAppender; limits: RoomLimits; log: Logger };

export class CommitLine {
  readonly #roomId: string;
  readonly #parts: Parts;
  readonly #listener: Listener;
  readonly #stopped = new AbortController();
  #seq: number;
  #firstSeq: number;
  #queue: Taken[] = [];
  #waitingBytes = 0;
  #isRunning = false;
  /** So many of the next go one by one: one of them was refused when they went together. */
  #oneByOne = 0;
  /** The outcome of the last attempt was not heard: the log has to be asked before the next. */
  #isDoubtful = false;
  #quiet: (() => void)[] = [];

  /** @param rows numbers of the first and the last row in the log. */
  constructor(
    roomId: string,
    rows: { first: number; last: number },
    parts: Parts,
    listener: Listener,
  ) {
    this.#roomId = roomId;
    this.#firstSeq = rows.first;
    this.#seq = rows.last;
    this.#parts = parts;
    this.#listener = listener;
  }

  get seq(): number {
    return this.#seq;
  }

  /** How many rows the log has. */
  get rows(): number {
    return this.#seq - this.#firstSeq + 1;
  }

  /** Older rows became one, with this number. */
  beginsAt(seq: number): void {
    this.#firstSeq = seq;
  }

  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  get isQuiet(): boolean {
    return !this.#isRunning && !this.#isDoubtful;
  }

  add(taken: Taken): void {
    const last = this.#queue.at(-1);
    if (!taken.update && last?.connection === taken.connection) {
      // As safe as what it waits behind; kept apart, empty frames would pile up while the database is away.
      last.frame = Math.max(last.frame, taken.frame);
      return;
    }
    this.#queue.push(taken);
    this.#waitingBytes += taken.update?.byteLength ?? 0;
    this.#start();
  }

  /** Resolves when nothing waits and nothing is in doubt. Never rejects. */
  async untilQuiet(): Promise<void> {
    this.#start();
    if (this.isQuiet) return;
    await new Promise<void>((resolve) => this.#quiet.push(resolve));
  }

  /** A command committed a row of its own under the next number. */
  advance(): void {
    this.#seq += 1;
  }

  /** A command's outcome was not heard. */
  doubt(): void {
    this.#isDoubtful = true;
  }

  /** It was heard after all that the command committed. */
  trust(): void {
    this.#isDoubtful = false;
  }

  /**
   * Asks the log what became of a commit; foreign rows before it are taken in.
   * @returns whether the row with these bytes is there. Throws when the database is away.
   */
  async wasCommitted(mine: Uint8Array | undefined): Promise<boolean> {
    const rows = await this.#inTime(this.#parts.appender.since(this.#roomId, this.#seq));
    this.#isDoubtful = false;
    for (const { seq, update } of rows) {
      if (mine && Buffer.compare(update, mine) === 0) return true;
      this.#seq = seq;
      try {
        this.#listener.absorbed(update);
      } catch (error) {
        throw new BrokenLogError(this.#roomId, { cause: error });
      }
    }
    return false;
  }

  /** Lets go of what waits; nothing is committed after this. */
  stop(): void {
    this.#stopped.abort();
    this.#queue = [];
    this.#waitingBytes = 0;
  }

  #start(): void {
    if (this.#isRunning || (this.#queue.length === 0 && !this.#isDoubtful)) return;
    this.#isRunning = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    try {
      while (this.#queue.length > 0 || this.#isDoubtful) {
        const batch = this.#nextBatch();
        const isStored = await this.#commit(batch);
        if (this.#stopped.signal.aborted) break;
        if (!isStored) {
          this.#part(batch);
          continue;
        }
        if (batch.update) this.#seq += 1;
        this.#waitingBytes -= batch.taken.reduce(
          (sum, one) => sum + (one.update?.byteLength ?? 0),
          0,
        );
        this.#listener.committed(batch);
      }
    } catch (error) {
      if (!this.#stopped.signal.aborted) this.#giveUp(error);
    } finally {
      this.#isRunning = false;
      if (this.#stopped.signal.aborted) this.#isDoubtful = false;
      for (const resolve of this.#quiet.splice(0)) resolve();
    }
  }

  /** A batch that was refused: its updates go one by one, and the one that is refused alone goes. */
  #part({ taken }: Batch): void {
    const [culprit] = taken;
    if (taken.length > 1) {
      this.#queue.unshift(...taken);
      this.#oneByOne = taken.length;
      return;
    }
    const others = this.#queue;
    this.#queue = [];
    this.#waitingBytes = 0;
    this.#oneByOne = 0;
    if (culprit) this.#listener.refused(culprit, others);
  }

  #nextBatch(): Batch {
    let bytes = 0;
    let count = 0;
    const single = this.#oneByOne > 0 ? this.#queue.splice(0, 1) : undefined;
    if (single) {
      this.#oneByOne -= 1;
      return { taken: single, update: single[0]?.update ?? undefined };
    }
    for (const { update } of this.#queue) {
      bytes += update?.byteLength ?? 0;
      const isFull = bytes > this.#parts.limits.batchBytes || count >= BATCH_FRAMES;
      if (count > 0 && isFull) break;
      count += 1;
    }
    const taken = this.#queue.splice(0, count);
    const updates = taken.flatMap(({ update }) => (update ? [update] : []));
    return { taken, update: updates.length > 1 ? mergeUpdates(updates) : updates[0] };
  }

  /** @returns whether it is in the log; false when the database refuses it for what it is. Rejects when the room cannot go on, or after `stop`. */
  async #commit({ taken, update }: Batch): Promise<boolean> {
    const { appender, limits } = this.#parts;
    const firstUses = taken.flatMap((one) => one.firstUses);
    for (let tried = 0; ; tried++) {
      try {
        if (this.#isDoubtful && (await this.wasCommitted(update))) return true;
        if (!update) return true;
        const row = { seq: this.#seq + 1, update };
        await this.#inTime(appender.append(this.#roomId, row, firstUses));
        return true;
      } catch (error) {
        this.#stopped.signal.throwIfAborted();
        if (error instanceof RoomGoneError || error instanceof BrokenLogError) throw error;
        if (error instanceof RowRefusedError) return false;
        // Also a number that was taken: it may be this very batch, whose first answer got lost.
        this.#isDoubtful = true;
        this.#report(error, tried);
        const pauseMs = Math.min(limits.retryFirstMs * 2 ** tried, limits.retryLongestMs);
        await pause(pauseMs, undefined, { signal: this.#stopped.signal });
      }
    }
  }

  #inTime<T>(attempt: Promise<T>): Promise<T> {
    return inTime(attempt, this.#parts.limits.attemptMs, this.#stopped.signal);
  }

  #report(error: unknown, tried: number): void {
    if (tried > 0 && tried % 30 !== 0) return;
    const code = databaseCode(error);
    this.#parts.log.warn({ roomId: this.#roomId, code, tried }, 'a commit failed, trying again');
  }

  #giveUp(error: unknown): void {
    const isGone = error instanceof RoomGoneError;
    if (!isGone) this.#parts.log.error({ roomId: this.#roomId, err: error }, 'a room gave up');
    this.#listener.failed(isGone ? closeCodes.noSuchRoom : closeCodes.couldNotLoad);
  }
}
