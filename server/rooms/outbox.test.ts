import { expect, test } from 'vitest';
import { roomLimits } from '#server/rooms/limits';
import { Outbox, type OutLine } from '#server/rooms/outbox';
import { encodeEntry, PresenceNews } from '#server/rooms/presence-frames';
import { Turns } from '#server/rooms/turns';

const KIB = 1_024;
const MIB = 1_024 * KIB;

/** A line of which the test says how much is not read yet. */
class UnreadLine {
  readonly OPEN = 1;
  readonly readyState = 1;
  bufferedAmount = 0;
  readonly sent: Uint8Array[] = [];
  isEnded = false;
  #wrote: (() => void)[] = [];

  readonly send = (frame: Uint8Array, onSent: () => void): void => {
    this.sent.push(frame);
    this.bufferedAmount += frame.byteLength;
    this.#wrote.push(onSent);
  };
  readonly terminate = (): void => void (this.isEnded = true);

  /** The reader reads everything. */
  read(): void {
    this.bufferedAmount = 0;
    for (const wrote of this.#wrote.splice(0)) wrote();
  }
}

/** By the limits of every day. */
function outboxOf(line: UnreadLine): { outbox: Outbox; cleared: () => number } {
  let cleared = 0;
  const outbox = new Outbox(line as unknown as OutLine, {
    ...{ limits: roomLimits, turns: new Turns(roomLimits), ownId: () => undefined },
    onClear: () => (cleared += 1),
  });
  return { outbox, cleared: () => cleared };
}

const news = (clientId: number): PresenceNews =>
  new PresenceNews([encodeEntry({ clientId, clock: 1, json: '{}' })]);

test('[S62] above 256 KiB presence is left out, and told again once it was read', () => {
  const line = new UnreadLine();
  const { outbox, cleared } = outboxOf(line);
  line.bufferedAmount = 256 * KIB;
  outbox.show(news(1));
  outbox.flush();
  expect(line.sent).toHaveLength(1);
  outbox.show(news(2));
  outbox.flush();
  expect(line.sent).toHaveLength(1);
  outbox.say(new Uint8Array(1));
  line.read();
  expect(cleared()).toBe(1);
  expect([...outbox.takeMissed()]).toEqual([2]);
  expect([...outbox.takeMissed()]).toEqual([]);
});

test('[S62] above 1 MiB it is told no more updates, which is known before they are sent', () => {
  const line = new UnreadLine();
  const { outbox } = outboxOf(line);
  outbox.tell(new Uint8Array(MIB));
  expect(outbox.isFull).toBe(false);
  outbox.tell(new Uint8Array(1));
  expect(outbox.isFull).toBe(true);
  outbox.flush();
  expect(outbox.isFull).toBe(true);
  // All that it missed comes in one answer, when it has read what it was sent.
  expect(outbox.whenClear()).toBe(false);
  line.read();
  expect([outbox.isFull, outbox.whenClear()]).toEqual([false, true]);
});

test('[S62] above 4 MiB the line ends', () => {
  const line = new UnreadLine();
  const { outbox } = outboxOf(line);
  for (let sent = 0; sent < 4; sent += 1) outbox.say(new Uint8Array(MIB));
  expect(line.isEnded).toBe(false);
  outbox.say(new Uint8Array(1));
  expect(line.isEnded).toBe(true);
});

test('[S62] the document that somebody comes in for counts for nothing of this but presence', () => {
  const line = new UnreadLine();
  const { outbox, cleared } = outboxOf(line);
  outbox.answer([new Uint8Array(3 * MIB), new Uint8Array(2 * MIB)]);
  outbox.say(new Uint8Array(MIB));
  expect([outbox.isFull, line.isEnded]).toEqual([false, false]);
  // One document at a time: a second question waits until the first answer was read.
  expect(outbox.whenClear()).toBe(false);
  outbox.show(news(3));
  expect(cleared()).toBe(0);
  line.read();
  expect(cleared()).toBe(1);
  expect([...outbox.takeMissed()]).toEqual([3]);
});
