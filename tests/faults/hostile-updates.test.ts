/**
 * Updates as a grammar makes them, good and bad, one after the other into a room: none throws or
 * stalls, and what the room holds afterwards is declared and equal to what it would have logged.
 * Seeded; `npm run fuzz:updates` makes a million.
 */
import { expect, test } from 'vitest';
import { fuzzUpdates } from '#tests/support/update-fuzzer';

const UPDATES = Number(process.env.FUZZ_UPDATES ?? 5_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** Updates on one room; then the next begins empty. */
const PER_ROOM = 500;

test(
  `[S86] ${UPDATES} updates of every shape leave a document that is declared and logged`,
  { timeout: 60_000 + UPDATES * 20 },
  () => {
    const verdicts = { taken: 0, bad: 0, gap: 0, known: 0 };
    let longestMs = 0;
    for (let done = 0, seed = SEED; done < UPDATES; done += PER_ROOM, seed++) {
      const found = fuzzUpdates(seed, Math.min(PER_ROOM, UPDATES - done));
      for (const kind of Object.keys(verdicts) as (keyof typeof verdicts)[]) {
        verdicts[kind] += found[kind];
      }
      longestMs = Math.max(longestMs, found.longestMs);
    }
    // The grammar reaches both sides.
    expect(verdicts.taken).toBeGreaterThan(UPDATES / 20);
    expect(verdicts.bad).toBeGreaterThan(UPDATES / 5);
    expect(longestMs).toBeLessThan(1_000);
  },
);
