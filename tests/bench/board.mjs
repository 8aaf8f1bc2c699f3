/**
 * `npm run bench:board [-- --notes 400,1000,5000 --app ours,plain,tldraw,excalidraw --runs 3 --throttle 4
 * --acts pan,drag,movers,zoom --write]`: how smooth the board is beside two others and a bare page of boxes,
 * in one interleaved run. Build first. `--write` puts the table into docs/benchmarks.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../support/browser.mjs';
import { startAnchors } from './anchors.mjs';
import { benchNotes, middleOf, NOTE_PX } from './bench-notes.mjs';
import { figuresOf, medianOf, table } from './figures.mjs';
import { measure, recorder } from './frames.mjs';
import { openBoard, seed, signIn, startMovers, startOurs } from './ours.mjs';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '400,1000,5000' },
    app: { type: 'string', default: 'ours,plain,tldraw,excalidraw' },
    runs: { type: 'string', default: '3' },
    acts: { type: 'string', default: 'pan,drag,movers,zoom' },
    throttle: { type: 'string', default: '4' },
    root: { type: 'string', default: '.' },
    port: { type: 'string', default: '4299' },
    write: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const counts = values.notes.split(',').map(Number);
const apps = values.app.split(',');
const acts = values.acts.split(',');
const throttle = Number(values.throttle);
const VIEWPORT = { width: 1440, height: 900 };
/** Notes from which 'everything in view' is measured, and the number of the first full render. */
const ALL_FROM = 5000;
const RENDERED = 1000;

const say = (text) => process.stdout.write(`${text}\n`);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: [
    ...['--disable-background-networking', '--no-first-run', '--disable-gpu'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
const server = await startOurs({ root: values.root, port: Number(values.port) });
const context = await signIn(browser, server.url, VIEWPORT);
const others = await browser.newContext({ viewport: VIEWPORT });
for (const one of [context, others]) await one.addInitScript(recorder);

/** Per number of notes the sprint in which they lie. */
const boards = new Map();
for (const count of counts) {
  const board = await openBoard(context, server.url);
  const writer = await seed(context, server.url, board, benchNotes(count));
  boards.set(count, { ...board, writer });
}

async function openPage(from, address) {
  const page = await from.newPage();
  page.on('pageerror', (error) => say(`error in the page: ${error.message}`));
  const cdp = await from.newCDPSession(page);
  await page.goto(address);
  return { page, cdp };
}

/** From the board being there to the last of its notes having been drawn. */
const drawnOurs = () =>
  new Promise((resolve, reject) => {
    let began = 0;
    let changed = 0;
    let before = '';
    const look = () => {
      const wall = document.querySelector('[role="region"] .plane');
      const now = performance.now();
      if (wall && began === 0) began = now;
      const notes = document.querySelectorAll('[data-note]').length;
      const canvas = document.querySelector('canvas.shown');
      const state = `${notes} ${canvas?.width ?? 0}`;
      if (state !== before) changed = now;
      before = state;
      const isStill = began > 0 && notes > 0 && now - changed > 1200;
      if (isStill) resolve(changed - began);
      else if (now > 60_000) reject(new Error('the board was not drawn'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const tools = {
  async ours(count) {
    const board = boards.get(count);
    const { page, cdp } = await openPage(context, 'about:blank');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.goto(`${server.url}${board.path}`, { waitUntil: 'commit' });
    const drawn = await page.evaluate(drawnOurs);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    // Parts that are fetched once, beforehand, are no part of a pan.
    await page.waitForSelector('html:not([data-fetching])', { state: 'attached' });
    const wall = page.locator('[role="region"]:has(> .plane)');
    return {
      ...{ page, cdp, drawn },
      box: async () => wall.boundingBox(),
      async look() {
        // What is selected has a bar beside it, over which nothing pans or zooms.
        await page.keyboard.press('Escape');
        await page.keyboard.press('Shift+Digit0');
        await wait(900);
      },
      async all() {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Shift+Digit1');
        await wait(1200);
      },
      movers: () =>
        startMovers(context, server.url, board, {
          writer: board.writer,
          middle: middleOf(benchNotes(count)),
        }),
    };
  },
  ...Object.fromEntries(
    ['plain', 'tldraw', 'excalidraw'].map((name) => [
      name,
      async (count) => {
        const { page, cdp } = await openPage(others, `${anchors.url}/${name}`);
        await page.waitForSelector('body[data-ready]', { timeout: 60_000 });
        const notes = benchNotes(count);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: count > RENDERED ? 1 : throttle });
        const load = ([all, size]) => globalThis.whiteboard.load(all, size);
        const drawn = await page.evaluate(load, [notes, NOTE_PX]);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        return {
          ...{ page, cdp, drawn },
          box: async () => page.locator('main').boundingBox(),
          async look() {
            const { x, y } = middleOf(notes);
            await page.evaluate((at) => globalThis.whiteboard.look(at), { x, y });
            await wait(900);
          },
          async all() {
            await page.evaluate(() => globalThis.whiteboard.all());
            await wait(1500);
          },
          movers:
            name === 'plain' &&
            (async () => {
              await page.evaluate(() => globalThis.whiteboard.move(true));
              return () => page.evaluate(() => globalThis.whiteboard.move(false));
            }),
        };
      },
    ]),
  ),
};

const taken = new Map();
function keep(app, count, act, figures) {
  const key = `${app} ${count} ${act}`;
  taken.set(key, [...(taken.get(key) ?? []), figures]);
  if (values.verbose || values.runs === '1') {
    const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`);
    say(`${key}: ${shown.join(', ')}`);
  }
}

/** Where the pointer works: on a note near the middle of the board. */
async function aim(tool, act) {
  const box = await tool.box();
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  if (act !== 'drag') return middle;
  // At 100 % some note is within half a note of the middle; its core takes the press.
  const under = await tool.page.evaluate(({ x, y }) => {
    const notes = [...document.querySelectorAll('[data-note]')].map((note) =>
      note.getBoundingClientRect(),
    );
    const centres = notes.map((at) => ({ x: at.x + at.width / 2, y: at.y + at.height / 2 }));
    const far = (at) => Math.hypot(at.x - x, at.y - y);
    return centres.sort((a, b) => far(a) - far(b))[0] ?? null;
  }, middle);
  return under ?? { x: middle.x + 40, y: middle.y + 40 };
}

async function measureOne(app, count) {
  const tool = await tools[app](count);
  const { page, cdp } = tool;
  if (count === RENDERED) keep(app, count, 'render', { ms: tool.drawn });
  await tool.look();
  for (const act of acts) {
    if (act === 'movers' && !tool.movers) continue;
    const end = act === 'movers' ? await tool.movers() : undefined;
    const at = await aim(tool, act);
    const done = await measure({ page, cdp, act: act === 'movers' ? 'rest' : act, at, throttle });
    keep(app, count, act, figuresOf(done));
    await end?.();
    await tool.look();
  }
  if (count >= ALL_FROM) {
    for (const act of ['pan', 'drag'].filter((one) => acts.includes(one))) {
      await tool.all();
      const at = await aim(tool, 'pan');
      keep(app, count, `all-${act}`, figuresOf(await measure({ page, cdp, act, at, throttle })));
    }
  }
  await page.close();
}

let anchors;
try {
  const probe = await tools.ours(counts[0]);
  const size = await probe.box();
  await probe.page.close();
  if (apps.some((app) => app !== 'ours'))
    anchors = await startAnchors({ w: size.width, h: size.height });
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const count of counts) {
      for (const app of apps) await measureOne(app, count);
    }
    say(`run ${run} of ${values.runs} done`);
  }
} finally {
  for (const { writer } of boards.values()) {
    writer.provider.destroy();
    writer.doc.destroy();
  }
  await browser.close();
  await anchors?.stop();
  await server.stop();
}

const results = new Map([...taken].map(([key, runs]) => [key, medianOf(runs)]));
const markdown = table(results, { notes: counts, apps });
say(`\n${markdown}`);
if (values.write) {
  const page = await readFile('docs/benchmarks.md', 'utf8');
  const parts = /(<!-- bench -->)[\s\S]*(<!-- end of bench -->)/;
  if (!parts.test(page)) throw new Error('docs/benchmarks.md has no place for the table');
  await writeFile('docs/benchmarks.md', page.replace(parts, `$1\n\n${markdown}\n\n$2`));
}
