/** Keeps the screen on while the page is seen, where the browser can. */

/** Browser only. @returns what ends it. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let ended = false;
  let lock: WakeLockSentinel | undefined;
  const ask = async (): Promise<void> => {
    if (ended || document.visibilityState !== 'visible') return;
    try {
      const asked = await navigator.wakeLock.request('screen');
      if (ended) await asked.release();
      else lock = asked;
    } catch {
      // A battery that runs low may refuse: the screen then goes dark as it always would.
    }
  };
  // The browser lets go by itself when the tab is hidden.
  const again = (): void => void ask();
  document.addEventListener('visibilitychange', again);
  void ask();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release().catch(() => undefined);
  };
}
