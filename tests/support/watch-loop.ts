/** How long this process kept its event loop to itself. */

const TICK_MS = 2;

/**
 * In ms of its processor: on a machine that others use too, time on the wall tells of them.
 * `longestMs` is the longest since it was asked last; `end` stops the watching.
 */
export function watchLoop(): { longestMs(): number; end(): void } {
  let longestMs = 0;
  let used = process.cpuUsage();
  const look = (): void => {
    const { user, system } = process.cpuUsage(used);
    longestMs = Math.max(longestMs, (user + system) / 1_000);
    used = process.cpuUsage();
  };
  const timer = setInterval(look, TICK_MS);
  return {
    longestMs() {
      look();
      const longest = longestMs;
      longestMs = 0;
      return longest;
    },
    end: () => clearInterval(timer),
  };
}
