/**
 * Waiting that has an end: the database may hang without ever saying that it is gone. What counts is
 * time in which an answer could have been heard: while this process held its own loop, answers lay
 * unread, and a commit that succeeded must not count as failed for that.
 */

export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/** A limit is waited for in so many slices; one in which the loop was held counts as one, however long it took. */
const SLICES = 20;
const SHORTEST_SLICE_MS = 1;

/** One limit that several waits share: what one of them used is gone for the next. */
export class Patience {
  readonly #limitMs: number;
  #leftMs: number;

  /** @param limitMs of waiting in all; below zero counts as zero. */
  constructor(limitMs: number) {
    this.#limitMs = Math.max(0, limitMs);
    this.#leftMs = this.#limitMs;
  }

  get isOver(): boolean {
    return this.#leftMs <= 0;
  }

  /**
   * @param stop ends the waiting at once.
   * @returns what `work` gives. Throws TooLateError when the patience is over or when stopped; `work`
   * itself goes on, and what becomes of it then is nobody's here.
   */
  async wait<T>(work: Promise<T>, stop?: AbortSignal): Promise<T> {
    let giveUp = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      giveUp = () => reject(new TooLateError(`not done in ${Math.round(this.#limitMs)} ms`));
    });
    const end = this.#count(giveUp);
    stop?.addEventListener('abort', giveUp);
    if (stop?.aborted) giveUp();
    try {
      return await Promise.race([work, late]);
    } finally {
      end();
      stop?.removeEventListener('abort', giveUp);
    }
  }

  /** Calls `over` when nothing is left. @returns ends the counting; what was begun is counted. */
  #count(over: () => void): () => void {
    const sliceMs = Math.max(SHORTEST_SLICE_MS, this.#limitMs / SLICES);
    let startedMs = 0;
    let timer: NodeJS.Timeout | undefined;
    let turn: NodeJS.Immediate | undefined;
    const begin = (): void => {
      startedMs = performance.now();
      timer = setTimeout(ended, Math.min(sliceMs, this.#leftMs));
    };
    const used = (): void => {
      this.#leftMs -= Math.min(sliceMs, performance.now() - startedMs);
      // A timer may come a fraction of a millisecond early.
      if (this.#leftMs < SHORTEST_SLICE_MS) this.#leftMs = 0;
    };
    const ended = (): void => {
      used();
      if (this.#leftMs > 0) return begin();
      // Sockets are read between the timers and the immediates of a turn: once more, then it is over.
      turn = setImmediate(() => (turn = setImmediate(over)));
    };
    begin();
    return () => {
      if (this.#leftMs > 0) used();
      clearTimeout(timer);
      clearImmediate(turn);
    };
  }
}

/** One wait with a limit of its own; see Patience. */
export function inTime<T>(work: Promise<T>, limitMs: number, stop?: AbortSignal): Promise<T> {
  return new Patience(limitMs).wait(work, stop);
}
