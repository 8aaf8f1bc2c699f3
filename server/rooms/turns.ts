/**
 * Whose turn it is to be sent something. Everything that goes to many goes out a piece at a time, in
 * turns, and after a few milliseconds the event loop is given back, so that a full room is heard by
 * the others in it and by other rooms. One for all rooms of the node. Knows nothing of what is sent.
 */

/** Somebody in the queue: a connection with frames to send, a room with people to answer. */
export type Sender = {
  /** Does one piece. Must not throw. @returns whether it wants another turn. */
  send(): boolean;
};

/** By urgency: what was written and acknowledged, whole documents for who comes in, where hands are. */
const lanes = ['documents', 'answers', 'presence'] as const;
export type Lane = (typeof lanes)[number];

/**
 * Pieces that a lane gets on by in each turn, also when time is short. Of small frames some twenty take no
 * millisecond; by one at a time a processor that somebody else took for a moment would make a room of a hundred
 * wait for a hundred turns. A whole document is large.
 */
const leastPieces: Readonly<Record<Lane, number>> = { documents: 20, answers: 1, presence: 20 };

export class Turns {
  readonly #turnMs: number;
  readonly #queues: Record<Lane, Set<Sender>> = {
    documents: new Set(),
    answers: new Set(),
    presence: new Set(),
  };
  /** What is left of this turn of the event loop. */
  #leftMs: number;
  #isDue = false;
  #breath: NodeJS.Immediate | undefined;

  /** @param turnMs how long it may go on before the event loop is given back; Infinity: all at once. */
  constructor({ turnMs }: { turnMs: number }) {
    this.#turnMs = turnMs;
    this.#leftMs = turnMs;
  }

  /** Gets a turn after those who wait already, once however often it is asked; within this tick when there is time. */
  wait(lane: Lane, sender: Sender): void {
    this.#queues[lane].add(sender);
    this.#breath ??= setImmediate(() => this.#breathe());
    if (this.#isDue || this.#leftMs <= 0) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      for (const each of lanes) this.#serve(each, 0);
    });
  }

  /** Also when time is short each lane gets on, or one that never ends would starve the next. */
  #breathe(): void {
    this.#breath = undefined;
    this.#leftMs = this.#turnMs;
    for (const lane of lanes) this.#serve(lane, leastPieces[lane]);
    const isWaiting = lanes.some((lane) => this.#queues[lane].size > 0);
    if (isWaiting) this.#breath ??= setImmediate(() => this.#breathe());
  }

  #serve(lane: Lane, atLeast: number): void {
    const queue = this.#queues[lane];
    let served = 0;
    for (const sender of queue) {
      if (served >= atLeast && this.#leftMs <= 0) return;
      const startMs = performance.now();
      queue.delete(sender);
      // Behind the others: a Set goes on with what is put in while it is walked.
      if (sender.send()) queue.add(sender);
      served += 1;
      this.#leftMs -= performance.now() - startMs;
    }
  }
}
