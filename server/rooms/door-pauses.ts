/**
 * Who is kept out of the door for a while, because of how they came before: a session whose frames
 * were none of ours, an address from which one wrong connection follows the other. In memory and
 * bounded; a restart forgives. Knows keys and time, nothing of sockets.
 */

/** Most keys remembered; the one that was bad longest ago is forgiven first. */
const KEYS_AT_MOST = 10_000;

export type Pauses = {
  /** How often somebody may be bad before it costs anything. */
  readonly free: number;
  /** The first pause; each further time doubles it, up to the longest. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Forgiven after so long without another. */
  readonly forgivenMs: number;
};

type Known = { times: number; lastMs: number; untilMs: number };

export class DoorPauses {
  readonly #pauses: Pauses;
  readonly #known = new Map<string, Known>();

  constructor(pauses: Pauses) {
    this.#pauses = pauses;
  }

  /** @param nowMs a clock that only goes forward. */
  keepsOut(key: string, nowMs: number): boolean {
    return (this.#known.get(key)?.untilMs ?? -Infinity) > nowMs;
  }

  /** Somebody was bad. */
  note(key: string, nowMs: number): void {
    const { free, firstMs, longestMs, forgivenMs } = this.#pauses;
    const before = this.#known.get(key);
    const isForgiven = !before || nowMs - before.lastMs > forgivenMs;
    const times = isForgiven ? 1 : before.times + 1;
    const pauseMs = times <= free ? 0 : Math.min(firstMs * 2 ** (times - free - 1), longestMs);
    this.#known.delete(key);
    this.#known.set(key, { times, lastMs: nowMs, untilMs: nowMs + pauseMs });
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEYS_AT_MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** Sessions that were good lately: they are let through where their address is kept out. */
export class FamiliarSessions {
  readonly #ids = new Set<string>();

  add(sessionId: string): void {
    this.#ids.delete(sessionId);
    this.#ids.add(sessionId);
    const [oldest] = this.#ids;
    if (this.#ids.size > KEYS_AT_MOST && oldest !== undefined) this.#ids.delete(oldest);
  }

  has(sessionId: string): boolean {
    return this.#ids.has(sessionId);
  }
}
