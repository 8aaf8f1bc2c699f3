/**
 * What one connection is still to be sent, in order, and how far its reader is behind. What many are
 * told waits here for this connection's turn; what is said to it alone goes at once, or behind that.
 * A reader who does not keep up misses presence first, then updates, and ends at last: nobody's
 * memory and nobody's time is spent on a line that is not read.
 */
import type { WebSocket } from 'ws';
import type { RoomLimits } from '#server/rooms/limits';
import type { PresenceNews } from '#server/rooms/presence-frames';
import type { Lane, Sender, Turns } from '#server/rooms/turns';

/** The part of a websocket that is written to. */
export type OutLine = Pick<
  WebSocket,
  'send' | 'terminate' | 'readyState' | 'OPEN' | 'bufferedAmount'
>;

type Limits = Pick<RoomLimits, 'slowPresenceBytes' | 'slowUpdateBytes' | 'slowEndBytes'>;

type Parts = {
  limits: Limits;
  turns: Turns;
  /** The clientID of its own, which it is told nothing of. */
  ownId: () => number | undefined;
  /** The line is clear again after `whenClear` or `show` found it not to be. */
  onClear: () => void;
};

export class Outbox implements Sender {
  readonly #line: OutLine;
  readonly #parts: Parts;
  #waiting: (Uint8Array | PresenceNews)[] = [];
  #waitingBytes = 0;
  /** Of whole documents on their way: who comes in may be sent more than who is in may be behind. */
  #answerBytes = 0;
  /** Whose presence changed and was not told. */
  #missed = new Set<number>();
  #isWatched = false;
  #isOver = false;
  #saidMs = performance.now();

  constructor(line: OutLine, parts: Parts) {
    this.#line = line;
    this.#parts = parts;
  }

  /** When something was sent last. */
  get saidMs(): number {
    return this.#saidMs;
  }

  /** So far behind that it is to be told no more updates. */
  get isFull(): boolean {
    return this.#behindBytes() > this.#parts.limits.slowUpdateBytes;
  }

  /** Whose presence changed while the line was not clear; asking forgets it. */
  takeMissed(): ReadonlySet<number> {
    const missed = this.#missed;
    if (missed.size > 0) this.#missed = new Set();
    return missed;
  }

  /** Whether a whole document may be sent; when not, `onClear` says when it may. */
  whenClear(): boolean {
    if (this.#isClear()) return true;
    this.#isWatched = true;
    return false;
  }

  /** To this one alone: now, or behind what it is to be told already. */
  say(frame: Uint8Array): void {
    if (this.#waiting.length === 0) this.#send(frame, this.#onSent);
    else this.#put(frame, 'documents');
  }

  /** One of many who are told it: in its turn. */
  tell(frame: Uint8Array): void {
    this.#put(frame, 'documents');
  }

  /** The same of presence; a reader who is behind is told later how it is then. */
  show(news: PresenceNews): void {
    if (this.#line.bufferedAmount + this.#waitingBytes > this.#parts.limits.slowPresenceBytes) {
      for (const id of news.ids) this.#missed.add(id);
      this.#isWatched = true;
    } else this.#put(news, 'presence');
  }

  /** A whole document, in one or more frames; asked for with `whenClear` before. */
  answer(frames: readonly Uint8Array[]): void {
    const bytes = frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#answerBytes += bytes;
    this.flush();
    frames.forEach((frame, index) => {
      this.#send(frame, () => {
        if (index === frames.length - 1) this.#answerBytes -= bytes;
        this.#onSent();
      });
    });
  }

  send(): boolean {
    this.flush();
    return false;
  }

  /** Sends what waits, without waiting for a turn. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (const one of waiting) {
      const frame = one instanceof Uint8Array ? one : one.without(this.#parts.ownId());
      if (frame) this.#send(frame, this.#onSent);
    }
  }

  /** Nothing is sent any more. */
  stop(): void {
    this.#isOver = true;
    this.#waiting = [];
    this.#missed.clear();
  }

  #put(one: Uint8Array | PresenceNews, lane: Lane): void {
    if (this.#isOver) return;
    this.#waiting.push(one);
    this.#waitingBytes += one.byteLength;
    this.#parts.turns.wait(lane, this);
  }

  #send(frame: Uint8Array, onSent: () => void): void {
    if (this.#isOver || this.#line.readyState !== this.#line.OPEN) return;
    this.#saidMs = performance.now();
    this.#line.send(frame, onSent);
    // A close would wait behind all that is not read.
    if (this.#behindBytes() > this.#parts.limits.slowEndBytes) this.#line.terminate();
  }

  readonly #onSent = (): void => {
    if (!this.#isWatched || this.#isOver || !this.#isClear()) return;
    this.#isWatched = false;
    this.#parts.onClear();
  };

  #behindBytes(): number {
    return this.#line.bufferedAmount + this.#waitingBytes - this.#answerBytes;
  }

  #isClear(): boolean {
    const { slowPresenceBytes } = this.#parts.limits;
    return this.#answerBytes === 0 && this.#line.bufferedAmount <= slowPresenceBytes;
  }
}
