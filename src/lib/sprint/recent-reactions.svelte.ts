/** The reactions of the last moments: what floats by, and the sentence for who listens, at most one a second. */
import type { MemberId } from '#domain/ids';
import type { Reaction } from '#protocol/reactions';

const SHOWN_MS = 4_000;
const SHOWN_AT_MOST = 6;
const SAID_EVERY_MS = 1_000;

export type ShownReaction = {
  readonly key: number;
  readonly memberId: MemberId;
  readonly reaction: Reaction;
};

export class RecentReactions {
  #shown = $state.raw<readonly ShownReaction[]>([]);
  #said = $state.raw<readonly ShownReaction[]>([]);
  #unsaid: ShownReaction[] = [];
  #timers: readonly ReturnType<typeof setTimeout>[] = [];
  #waits = false;
  #count = 0;

  /** Oldest first. */
  get shown(): readonly ShownReaction[] {
    return this.#shown;
  }

  /** Those of the last second that is told of. */
  get said(): readonly ShownReaction[] {
    return this.#said;
  }

  add(memberId: MemberId, reaction: Reaction): void {
    const shown = { key: ++this.#count, memberId, reaction };
    this.#shown = [...this.#shown, shown].slice(-SHOWN_AT_MOST);
    this.#later(SHOWN_MS, () => {
      this.#shown = this.#shown.filter((one) => one !== shown);
    });
    this.#unsaid.push(shown);
    if (!this.#waits) this.#say();
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  #say(): void {
    this.#said = this.#unsaid;
    this.#unsaid = [];
    this.#waits = true;
    this.#later(SAID_EVERY_MS, () => {
      this.#waits = false;
      if (this.#unsaid.length > 0) this.#say();
    });
  }

  #later(waitMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers = this.#timers.filter((one) => one !== timer);
      run();
    }, waitMs);
    this.#timers = [...this.#timers, timer];
  }
}
