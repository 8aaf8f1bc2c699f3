import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mergeUpdates } from '#server/rooms/merge-updates';
import { processorMs } from '#tests/support/processor-time';

/** So many keystrokes of four people, as they come in. */
function keystrokes(count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const people = Array.from({ length: 4 }, (_, person) => {
    const doc = new Y.Doc();
    doc.clientID = person + 1;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    return doc;
  });
  for (let n = 0; n < count; n++) {
    const text = people[n % 4]?.getText('text');
    if (n % 7 === 6) text?.delete(0, 1);
    else text?.insert(0, 'a');
  }
  return updates;
}

test('[S89] many updates become the one that Yjs makes of them', () => {
  for (const count of [1, 2, 16, 17, 300]) {
    const updates = keystrokes(count);
    expect(mergeUpdates(updates)).toEqual(Y.mergeUpdates(updates));
  }
});

test('[S89] eight times as many take about eight times as long', () => {
  const [few, many] = [keystrokes(1_000), keystrokes(8_000)];
  mergeUpdates(few);
  const fewMs = Math.min(...[1, 2, 3].map(() => processorMs(() => mergeUpdates(few))));
  const manyMs = Math.min(...[1, 2, 3].map(() => processorMs(() => mergeUpdates(many))));
  // Yjs alone: 64 times.
  expect(manyMs / fewMs).toBeLessThan(25);
});
