import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Gong } from '$lib/sprint/gong';

/** A browser's sound, reduced to what decides whether anything is heard. */
class Sound extends EventTarget {
  static allowed = true;
  static last: Sound | undefined;
  state = 'suspended';
  strokes = 0;
  readonly currentTime = 0;
  readonly destination = {};
  readonly #waiting: (() => void)[] = [];
  constructor() {
    super();
    Sound.last = this;
  }
  /** As browsers do: waits for a touch where there was none. */
  resume(): Promise<void> {
    if (Sound.allowed) this.state = 'running';
    return new Promise((done) => (Sound.allowed ? done() : this.#waiting.push(done)));
  }
  touch(): void {
    this.state = 'running';
    for (const done of this.#waiting.splice(0)) done();
  }
  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }
  createOscillator() {
    return {
      ...{ frequency: {}, connect: (to: unknown) => to, stop: () => undefined },
      start: () => void (this.strokes += 1),
    };
  }
  createGain() {
    const gain = {
      setValueAtTime() {},
      linearRampToValueAtTime() {},
      exponentialRampToValueAtTime() {},
    };
    return { gain, connect: () => undefined };
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
let end: (() => void) | undefined;
beforeEach(() => {
  Sound.allowed = true;
  vi.stubGlobal('AudioContext', Sound);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  end?.();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const heard = (): number => Sound.last?.strokes ?? 0;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

it('sounds after the browser suspended it, woken by the stroke itself', async () => {
  const gong = new Gong();
  end = gong.listen();
  await settle();
  if (Sound.last) Sound.last.state = 'interrupted';
  gong.strike();
  await settle();
  expect(heard()).toBeGreaterThan(0);
});

it('wakes at a touch and when the page comes into view', async () => {
  const gong = new Gong();
  end = gong.listen();
  await settle();
  for (const come of [
    () => window.dispatchEvent(new Event('keydown')),
    () => page.dispatchEvent(new Event('visibilitychange')),
  ]) {
    if (Sound.last) Sound.last.state = 'suspended';
    come();
    await settle();
    expect(Sound.last?.state).toBe('running');
  }
});

it('a stroke that had to wait for a touch is not heard late, the next one is', async () => {
  vi.useFakeTimers();
  Sound.allowed = false;
  const gong = new Gong();
  end = gong.listen();
  gong.strike();
  await settle();
  vi.advanceTimersByTime(5_000);
  Sound.last?.touch();
  await settle();
  expect(heard()).toBe(0);
  gong.strike();
  await settle();
  expect(heard()).toBeGreaterThan(0);
});

it('who turned it off hears nothing', async () => {
  const gong = new Gong();
  gong.listen()();
  gong.strike();
  await settle();
  expect(heard()).toBe(0);
});
