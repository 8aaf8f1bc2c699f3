/**
 * One measurement: real mouse input over the DevTools protocol at sixty events per second, the
 * intervals between animation frames in the page, and what the main thread was busy with meanwhile.
 */
export const FRAME_MS = 1000 / 60;
/** An interval above this is a missed frame. */
export const MISSED_MS = 17.7;
const CTRL = 2;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page before anything of it: the recorder. */
export function recorder() {
  let last = 0;
  let intervals = null;
  const tick = (now) => {
    if (intervals && last > 0) intervals.push(now - last);
    last = now;
    if (intervals) requestAnimationFrame(tick);
  };
  globalThis.bench = {
    begin() {
      intervals = [];
      last = 0;
      requestAnimationFrame(tick);
    },
    end() {
      const done = intervals;
      intervals = null;
      return done;
    },
  };
}

/** Sends `steps` events, one per frame time, without waiting for the page to answer. */
async function paced(steps, send) {
  const began = performance.now();
  const sent = [];
  for (let step = 0; step < steps; step++) {
    sent.push(Promise.resolve(send(step)).catch(() => undefined));
    const due = began + (step + 1) * FRAME_MS;
    const left = due - performance.now();
    if (left > 0) await wait(left);
  }
  await Promise.all(sent);
}

const mouse = (cdp, type, at, more = {}) =>
  cdp.send('Input.dispatchMouseEvent', { type, x: at.x, y: at.y, ...more });

/** Each takes the middle of the board on screen and the number of frames. */
export const acts = {
  /** Wheel and trackpad: round in a large circle. */
  async pan(cdp, at, steps) {
    await paced(steps, (step) => {
      const angle = (step / steps) * 4 * Math.PI;
      const [deltaX, deltaY] = [Math.cos(angle) * 22, Math.sin(angle) * 22];
      return mouse(cdp, 'mouseWheel', at, { deltaX, deltaY });
    });
  },
  /** Control and wheel: out, in, out, in. */
  async zoom(cdp, at, steps) {
    await paced(steps, (step) => {
      const out = Math.floor((step / steps) * 4) % 2 === 0;
      return mouse(cdp, 'mouseWheel', at, { deltaX: 0, deltaY: out ? 5 : -5, modifiers: CTRL });
    });
  },
  /** A note is pressed, carried about and let go. */
  async drag(cdp, at, steps) {
    const held = { button: 'left', buttons: 1 };
    await mouse(cdp, 'mouseMoved', at);
    await mouse(cdp, 'mousePressed', at, { ...held, clickCount: 1 });
    let now = at;
    await paced(steps, (step) => {
      const angle = (step / steps) * 4 * Math.PI;
      now = { x: at.x + Math.sin(angle) * 160, y: at.y + (1 - Math.cos(angle)) * 90 };
      return mouse(cdp, 'mouseMoved', now, held);
    });
    await mouse(cdp, 'mouseReleased', now, { button: 'left', clickCount: 1 });
  },
  /** Nobody here moves: only the others. */
  async rest(_cdp, _at, steps) {
    await wait(steps * FRAME_MS);
  },
};

const busy = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration'];

async function metricsOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/**
 * @param {{page: import('@playwright/test').Page, cdp: object, act: keyof typeof acts,
 *   at: {x: number, y: number}, throttle: number, steps?: number}} what
 * @returns intervals in ms, and ms per second of each kind of work on the main thread
 */
export async function measure({ page, cdp, act, at, throttle, steps = 150 }) {
  await cdp.send('Performance.enable');
  await mouse(cdp, 'mouseMoved', at);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await wait(400);
  const before = await metricsOf(cdp);
  await page.evaluate(() => globalThis.bench.begin());
  await acts[act](cdp, at, steps);
  const intervals = await page.evaluate(() => globalThis.bench.end());
  const after = await metricsOf(cdp);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const seconds = intervals.reduce((sum, ms) => sum + ms, 0) / 1000;
  const work = Object.fromEntries(
    busy.map((name) => [name, ((after[name] - before[name]) * 1000) / seconds]),
  );
  return { intervals, work };
}
