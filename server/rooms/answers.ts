/**
 * The answers to step 1 in one room, one joiner at a time. What was encoded for one is kept for a
 * moment for the others who have the same (nothing, mostly), with what was committed since, so that
 * a whole team that comes in while somebody writes costs one encoding. Who fell too far behind is
 * answered here too, once they read again. Reads only what is committed.
 */
import * as Y from 'yjs';
import type { Connection } from '#server/rooms/connection';
import type { RoomLimits } from '#server/rooms/limits';
import { mergeUpdates } from '#server/rooms/merge-updates';
import { asUpdateFrame, step2, step2Frame } from '#server/rooms/messages';
import type { Sender, Turns } from '#server/rooms/turns';

/** Of two states: nothing, and what all had who lost the same line. */
const KEPT_AT_MOST = 2;
/** A longer one is of many who wrote, and hardly the same for two people. */
const KEY_BYTES = 16_384;
/** With more than this, or than a part of the document, committed since, encoding anew is the shorter way. */
const TAIL_BYTES = 65_536;
const TAIL_SHARE = 1 / 16;

type Kept = {
  /** A whole step 2, as the document was. */
  base: Uint8Array;
  /** The same as an update, for when a step 2 with the tail follows. */
  asUpdate?: Uint8Array;
  /** Committed since. */
  tail: Uint8Array[];
  tailBytes: number;
};

function isOld({ base, tailBytes }: Kept): boolean {
  return tailBytes > Math.min(TAIL_BYTES, base.byteLength * TAIL_SHARE);
}

type Parts = {
  turns: Turns;
  limits: Pick<RoomLimits, 'answerKeptMs'>;
  /** What a connection asked with cannot be answered. */
  onBad: (connection: Connection, error: unknown) => void;
};

export class RoomAnswers implements Sender {
  readonly #live: Y.Doc;
  readonly #parts: Parts;
  /** Who asked, with what they have; a later question of the same one replaces the earlier. */
  readonly #asked = new Map<Connection, Uint8Array>();
  /** Those of them whose line is clear, in order. */
  readonly #ready = new Set<Connection>();
  readonly #kept = new Map<string, Kept>();
  #usedMs = 0;

  constructor(live: Y.Doc, parts: Parts) {
    this.#live = live;
    this.#parts = parts;
  }

  /**
   * Answers in its turn. Until then the connection is told no updates: the answer, made when it is
   * sent, holds all of them, and from the same tick on it is told each that follows.
   * @param stateVector what it has, decodable.
   */
  ask(connection: Connection, stateVector: Uint8Array): void {
    connection.synced = false;
    this.#asked.set(connection, stateVector);
    this.resume(connection);
  }

  /** Fell too far behind to be told more updates: it is answered with all since now when it has read what is sent. */
  askLater(connection: Connection): void {
    this.ask(connection, Y.encodeStateVector(this.#live));
  }

  /** The connection's line is clear again. */
  resume(connection: Connection): void {
    if (!this.#asked.has(connection) || !connection.isClear()) return;
    this.#ready.add(connection);
    this.#parts.turns.wait('answers', this);
  }

  forget(connection: Connection): void {
    this.#asked.delete(connection);
    this.#ready.delete(connection);
  }

  send(): boolean {
    const [connection] = this.#ready;
    if (!connection) return false;
    this.#ready.delete(connection);
    const stateVector = this.#asked.get(connection);
    if (stateVector && connection.isClear()) {
      this.#asked.delete(connection);
      try {
        const frames = this.#framesFor(stateVector);
        connection.synced = true;
        connection.answer(frames);
      } catch (error) {
        this.#parts.onBad(connection, error);
      }
    }
    return this.#ready.size > 0;
  }

  /** Lets go of what is kept when nobody came for it for a while; called now and then. */
  rest(nowMs: number): void {
    if (nowMs - this.#usedMs >= this.#parts.limits.answerKeptMs) this.#letGo();
  }

  stop(): void {
    this.#asked.clear();
    this.#ready.clear();
    this.#letGo();
  }

  /** Step 2 comes last: who has it has everything, and may act on that. */
  #framesFor(stateVector: Uint8Array): Uint8Array[] {
    this.#usedMs = performance.now();
    if (stateVector.byteLength > KEY_BYTES) return [step2(this.#live, stateVector)];
    const kept = this.#keep(Buffer.from(stateVector).toString('latin1'), stateVector);
    if (kept.tail.length === 0) return [kept.base];
    if (kept.tail.length > 1) kept.tail = [mergeUpdates(kept.tail)];
    kept.asUpdate ??= asUpdateFrame(kept.base);
    return [kept.asUpdate, step2Frame(kept.tail[0] as Uint8Array)];
  }

  #keep(key: string, stateVector: Uint8Array): Kept {
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const kept =
      known && !isOld(known)
        ? known
        : { base: step2(this.#live, stateVector), tail: [], tailBytes: 0 };
    if (this.#kept.size === 0) this.#live.on('update', this.#onUpdate);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_AT_MOST) break;
      this.#kept.delete(oldest);
    }
    return kept;
  }

  #letGo(): void {
    this.#kept.clear();
    this.#live.off('update', this.#onUpdate);
  }

  /** Listened to only while something is kept: Yjs encodes each commit once more for who listens. */
  readonly #onUpdate = (update: Uint8Array): void => {
    for (const kept of this.#kept.values()) {
      if (isOld(kept)) continue;
      kept.tail.push(update);
      kept.tailBytes += update.byteLength;
    }
  };
}
