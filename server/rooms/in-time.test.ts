import { createConnection, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { inTime, Patience, TooLateError } from '#server/rooms/in-time';

const never = new Promise<never>(() => undefined);
const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

function holdLoop(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

/** An answer from another end of a line, as one of the database is. */
async function echo(): Promise<() => Promise<string>> {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const line = createConnection((server.address() as AddressInfo).port, '127.0.0.1');
  await new Promise((resolve) => line.once('connect', resolve));
  ends.push(() => (line.destroy(), server.close()));
  return () => {
    line.write('ja');
    return new Promise((resolve) => line.once('data', (data) => resolve(String(data))));
  };
}

test('[S90] an answer that came while the loop was held is heard, though the limit is long over', async () => {
  const ask = await echo();
  for (const heldMs of [60, 200, 400]) {
    const answer = inTime(ask(), 50);
    holdLoop(heldMs);
    expect(await answer).toBe('ja');
  }
});

test('[S90] what does not come is given up after the limit, also with others at work in between', async () => {
  const startedMs = performance.now();
  const waiting = expect(inTime(never, 100)).rejects.toThrow(TooLateError);
  for (let n = 0; n < 5; n += 1) {
    await pause(10);
    holdLoop(5);
  }
  await waiting;
  const tookMs = performance.now() - startedMs;
  expect(tookMs).toBeGreaterThanOrEqual(95);
  expect(tookMs).toBeLessThan(2_000);
});

test('[S90] several waits share one patience, and a stop ends it at once', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'],
  });
  try {
    const patience = new Patience(120);
    const first = patience.wait(new Promise((done) => setTimeout(done, 80, 'eerst')));
    await vi.advanceTimersByTimeAsync(80);
    expect(await first).toBe('eerst');
    let isOver = false;
    const second = patience.wait(never).catch((error: unknown) => {
      isOver = true;
      return error;
    });
    await vi.advanceTimersByTimeAsync(35);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(await second).toBeInstanceOf(TooLateError);
    expect(patience.isOver).toBe(true);
    const stopped = new Patience(60_000).wait(never, AbortSignal.abort());
    await expect(stopped).rejects.toThrow(TooLateError);
  } finally {
    vi.useRealTimers();
  }
});
