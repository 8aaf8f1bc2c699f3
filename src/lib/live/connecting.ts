/**
 * How long a socket may take to open, and when to look whether a line still lives. Used by both kinds
 * of socket. A system leaves a connection that is accepted and never answered for minutes; together
 * with the wait between attempts this brings a browser back within ten seconds of its network.
 */

/** Before anything is known of this network. */
const FIRST_MS = 8_000;
const LEAST_MS = 3_000;
const MOST_MS = 15_000;
/** So many times slower than last time a network may have become. */
const SLOWER = 4;

/** @param tookMs what the last socket that opened took; null when none did. */
export function openWithinMs(tookMs: number | null): number {
  if (tookMs === null) return FIRST_MS;
  return Math.min(MOST_MS, Math.max(LEAST_MS, SLOWER * tookMs));
}

/** A line that is asked something says something within this, or is dead. */
export const ANSWER_MS = 3_000;

const BEAT_MS = 2_000;
/** Timers of a page in view are not so late by themselves: the computer slept. */
const SLEPT_MS = 10_000;

/**
 * Calls back when the page wakes: it comes into view or out of the browser's drawer, the network is
 * back, or the computer slept. @returns what ends it.
 */
export function onWake(wake: () => void): () => void {
  // Node has no page to wake: rooms also live in tests and have nothing to look at there.
  if (typeof document === 'undefined') return () => undefined;
  let beatAt = Date.now();
  const visible = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  const beat = setInterval(() => {
    const late = Date.now() - beatAt > SLEPT_MS;
    beatAt = Date.now();
    if (late) visible();
  }, BEAT_MS);
  document.addEventListener('visibilitychange', visible);
  window.addEventListener('pageshow', visible);
  window.addEventListener('online', wake);
  return () => {
    clearInterval(beat);
    document.removeEventListener('visibilitychange', visible);
    window.removeEventListener('pageshow', visible);
    window.removeEventListener('online', wake);
  };
}
