import { expect, test } from 'vitest';
import { Turns, type Sender } from '#server/rooms/turns';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sends so many pieces, each noted under its name. */
function sender(name: string, pieces: number, sent: string[]): Sender {
  let left = pieces;
  return {
    send() {
      sent.push(name);
      left -= 1;
      return left > 0;
    },
  };
}

test('[S60] who waits is served within the tick, those of a lane in turns', async () => {
  const sent: string[] = [];
  const turns = new Turns({ turnMs: 1_000 });
  turns.wait('presence', sender('hands', 1, sent));
  turns.wait('documents', sender('a', 2, sent));
  turns.wait('documents', sender('b', 2, sent));
  expect(sent).toEqual([]);
  await Promise.resolve();
  expect(sent).toEqual(['a', 'b', 'a', 'b', 'hands']);
});

test('[S60] the event loop is given back in between, and no lane starves another', async () => {
  const sent: string[] = [];
  const turns = new Turns({ turnMs: 0 });
  turns.wait('documents', sender('letter', 1_000, sent));
  turns.wait('answers', sender('joiner', 2, sent));
  turns.wait('presence', sender('hands', 2, sent));
  // With no time at all: small pieces by twenty, whole documents one by one.
  const letters = Array.from({ length: 20 }, () => 'letter');
  await nextTurn();
  expect(sent.splice(0)).toEqual([...letters, 'joiner', 'hands', 'hands']);
  await nextTurn();
  expect(sent.splice(0)).toEqual([...letters, 'joiner']);
  await nextTurn();
  expect(sent).toEqual(letters);
});

test('[S60] who waits in two lanes, or twice in one, is asked as often as lanes', async () => {
  const sent: string[] = [];
  const turns = new Turns({ turnMs: 1_000 });
  const one = sender('a', 9, sent);
  const quick: Sender = { send: () => (one.send(), false) };
  turns.wait('documents', quick);
  turns.wait('documents', quick);
  turns.wait('presence', quick);
  await Promise.resolve();
  expect(sent).toEqual(['a', 'a']);
});
