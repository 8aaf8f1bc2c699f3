/**
 * What of this browser's own work is not yet committed by the server. Each piece of work is marked
 * with the number of the frame that carries it; the acknowledgement of that frame removes the mark.
 * Work done without a connection, or whose acknowledgement was lost with one, waits for the sync
 * step 2 of the next connection, which carries everything ([L1]-[L4] in SPEC.md).
 */
import type { DocumentFrame } from '$lib/room/frames';

type Mark = {
  /** Number of the frame on the present connection; null while it waits for a sync step 2. */
  frame: number | null;
  /** When the oldest unacknowledged piece of this was done, in ms. */
  since: number;
};

export class Ledger {
  #marks = new Map<string, Mark>();
  #sent = 0;
  #connected = false;

  /** A new connection: nothing was sent on it yet. */
  opened(): void {
    this.#sent = 0;
    this.#connected = true;
    this.#awaitSync();
  }

  closed(): void {
    this.#connected = false;
    this.#awaitSync();
  }

  sent(frame: DocumentFrame): void {
    this.#sent += 1;
    if (frame !== 'step-2') return;
    for (const mark of this.#marks.values()) mark.frame ??= this.#sent;
  }

  /**
   * Own work was done on these things (note and group ids, or any other key).
   * @param inFrame whether the frame that carries it was just sent.
   */
  worked(keys: Iterable<string>, { inFrame, now }: { inFrame: boolean; now: number }): void {
    const frame = inFrame && this.#connected ? this.#sent : null;
    for (const key of keys) {
      const since = this.#marks.get(key)?.since ?? now;
      this.#marks.set(key, { frame, since });
    }
  }

  /** @returns the keys that are committed now and were not before. */
  acknowledged(frames: number): string[] {
    const done: string[] = [];
    for (const [key, mark] of this.#marks) {
      if (mark.frame !== null && mark.frame <= frames) done.push(key);
    }
    for (const key of done) this.#marks.delete(key);
    return done;
  }

  /** The work is no longer this room's: it was put elsewhere, or taken back. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) this.#marks.delete(key);
  }

  get clean(): boolean {
    return this.#marks.size === 0;
  }

  has(key: string): boolean {
    return this.#marks.has(key);
  }

  keys(): string[] {
    return [...this.#marks.keys()];
  }

  /** Keys that have been waiting for longer than `ms`. */
  olderThan(ms: number, now: number): string[] {
    return [...this.#marks].filter(([, mark]) => now - mark.since > ms).map(([key]) => key);
  }

  #awaitSync(): void {
    for (const mark of this.#marks.values()) mark.frame = null;
  }
}
