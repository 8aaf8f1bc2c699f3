/**
 * Keeps a room still while a command changes it. Frames that arrive wait unjudged and go on, in
 * order, under the access that is true afterwards. One command at a time; the next waits its turn.
 */
import type { CommitLine } from '#server/rooms/commit-line';
import { Patience } from '#server/rooms/in-time';
import type { RoomLimits } from '#server/rooms/limits';

/** The room could not be brought to rest in time: the database is away or very slow. */
export class RoomBusyError extends Error {
  override readonly name = 'RoomBusyError';
}

type Waiting = { bytes: number; go: () => void };

export class RoomHold {
  readonly #line: CommitLine;
  readonly #limits: Pick<RoomLimits, 'holdMs'>;
  #held: { free: Promise<void>; setFree: () => void } | undefined;
  #waiting: Waiting[] = [];

  constructor(line: CommitLine, limits: Pick<RoomLimits, 'holdMs'>) {
    this.#line = line;
    this.#limits = limits;
  }

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  get waitingBytes(): number {
    return this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Does it now, or in its turn when the room is free again. */
  whenFree(bytes: number, go: () => void): void {
    if (this.#held) this.#waiting.push({ bytes, go });
    else go();
  }

  /** Resolves when everything taken before is committed and nothing else is. Throws RoomBusyError. */
  async take(): Promise<void> {
    const patience = new Patience(this.#limits.holdMs);
    const soon = (rest: Promise<void>): Promise<void> =>
      patience.wait(rest).catch(() => {
        throw new RoomBusyError('the room is not at rest');
      });
    while (this.#held) await soon(this.#held.free);
    let setFree = (): void => undefined;
    const free = new Promise<void>((resolve) => (setFree = resolve));
    this.#held = { free, setFree };
    try {
      await soon(this.#line.untilQuiet());
    } catch (error) {
      this.release();
      throw error;
    }
  }

  release(): void {
    const held = this.#held;
    const waiting = this.#waiting;
    this.#held = undefined;
    this.#waiting = [];
    for (const { go } of waiting) go();
    held?.setFree();
  }
}
