/**
 * Every gesture of a plane, on a page of a thousand shapes that are no notes. The page is served from its
 * sources by Vite and is part of nothing that ships.
 */
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type ViteDevServer } from 'vite';
import type { Box } from '#domain/boxes';

type Point = { readonly x: number; readonly y: number };
/** What the page lays on its window. */
type Told = {
  readonly told: readonly string[];
  readonly view: Point & { readonly scale: number };
  readonly selected: readonly string[];
  readonly held: number;
  readonly elements: number;
  readonly boxes: Readonly<Record<string, Box>>;
};

/** The plane's upper edge on the page. */
const TOP = 30;
const root = fileURLToPath(new URL('../..', import.meta.url));

const test = base.extend<{ shapes: ShapesHand }, { server: ViteDevServer }>({
  server: [
    async ({}, use) => {
      const server = await createServer({
        configFile: false,
        root: fileURLToPath(new URL('./shapes', import.meta.url)),
        cacheDir: `${root}/test-results/vite-shapes`,
        logLevel: 'error',
        plugins: [svelte({ configFile: false })],
        resolve: { alias: { $lib: `${root}/src/lib` } },
        server: { port: 0, hmr: false, fs: { allow: [root] } },
      });
      await server.listen();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  shapes: async ({ page, server }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.setViewportSize({ width: 1000, height: 760 });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await expect(page.locator('#s0')).toBeVisible({ timeout: 30_000 });
    await use(new ShapesHand(page));
    expect(faults).toEqual([]);
  },
});

/** A hand on that page, and what came of it. */
class ShapesHand {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async now(...ids: readonly string[]): Promise<Told> {
    return this.page.evaluate((asked) => {
      const { plane } = window as unknown as {
        plane: {
          told: string[];
          view(): Told['view'];
          selected(): string[];
          held(): number;
          elements(): number;
          boxOf(id: string): Box;
        };
      };
      return {
        told: plane.told.splice(0),
        view: { ...plane.view() },
        selected: [...plane.selected()],
        held: plane.held(),
        elements: plane.elements(),
        boxes: Object.fromEntries(asked.map((id) => [id, { ...plane.boxOf(id) }])),
      };
    }, ids);
  }

  async box(id: string): Promise<Box> {
    const { boxes } = await this.now(id);
    return boxes[id] as Box;
  }

  /** On the page, the middle of a shape as it is drawn. */
  async middleOf(id: string): Promise<Point> {
    const { view, boxes } = await this.now(id);
    const { x, y, w, h } = boxes[id] as Box;
    return {
      x: (x + w / 2) * view.scale + view.x,
      y: (y + h / 2) * view.scale + view.y + TOP,
    };
  }

  async drag(from: Point, by: Point, { letGo = true } = {}): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (const part of [0.3, 0.7, 1]) await mouse.move(from.x + by.x * part, from.y + by.y * part);
    if (letGo) await mouse.up();
  }

  /** A finger, as a pointer event of the page; `at` on the page. */
  async finger(type: string, id: number, at: Point): Promise<void> {
    await this.page.evaluate(
      ({ name, pointerId, x, y }) => {
        const target = document.elementFromPoint(x, y) ?? document.body;
        const more = { bubbles: true, clientX: x, clientY: y, button: 0, buttons: 0 };
        target.dispatchEvent(new PointerEvent(name, { ...more, pointerId, pointerType: 'touch' }));
      },
      { name: type, pointerId: id, ...at },
    );
  }
}

test('the hand and the wheel move the view, and only what is near it has an element', async ({
  shapes,
}) => {
  const { page } = shapes;
  const { mouse, keyboard } = page;
  const before = await shapes.now();
  expect(before.elements).toBeGreaterThan(3);
  expect(before.elements).toBeLessThan(100);

  await keyboard.down('Space');
  await shapes.drag(await shapes.middleOf('s1'), { x: -120, y: -60 });
  await keyboard.up('Space');
  const panned = await shapes.now();
  expect(panned.view).toEqual({ ...before.view, x: before.view.x - 120, y: before.view.y - 60 });
  expect(panned.told).not.toContain('took 1');

  await mouse.move(500, 400);
  await mouse.wheel(0, 300);
  await expect.poll(async () => (await shapes.now()).view.y).toBe(panned.view.y - 300);

  // What lies under the pointer stays there.
  const at = { x: 500, y: 400 - TOP };
  const under = ({ x, y, scale }: Told['view']): Point => ({
    x: Math.round((at.x - x) / scale),
    y: Math.round((at.y - y) / scale),
  });
  const wheeled = await shapes.now();
  await keyboard.down('Control');
  await mouse.wheel(0, 240);
  await keyboard.up('Control');
  await expect.poll(async () => (await shapes.now()).view.scale).toBeLessThan(0.9);
  expect(under((await shapes.now()).view)).toEqual(under(wheeled.view));

  await page.evaluate(() => (window as unknown as { plane: { fit(): void } }).plane.fit());
  await expect(page.locator('.shape')).toHaveCount(1_000);
  for (const id of ['s0', 's39', 's960', 's999']) {
    await expect(page.locator(`#${id}`)).toBeInViewport({ ratio: 0.999 });
  }
});

test('a marquee chooses what it touches; one is dragged, and all that are chosen save what is fastened', async ({
  shapes,
}) => {
  const { page } = shapes;
  const first = await shapes.middleOf('s2');
  const { boxes, view } = await shapes.now('s2', 's3', 's4', 's5');
  const onPage = ({ x, y }: Point): Point => ({ x: x + view.x, y: y + view.y + TOP });

  await shapes.drag(first, { x: 30, y: 270 });
  const moved = await shapes.now('s2');
  expect(moved.boxes['s2']).toMatchObject({ x: boxes['s2']!.x + 30, y: boxes['s2']!.y + 270 });
  expect(moved.told.filter((what) => /took|dropped/.test(what))[0]).toBe('took 1');
  expect(moved.selected).toEqual(['s2']);
  await page.keyboard.press('Escape');

  // Above the row, then down over three of it, of which one is fastened.
  const from = onPage({ x: boxes['s3']!.x - 15, y: -25 });
  await page.mouse.move(500, 400);
  await page.mouse.wheel(700, 0);
  await expect.poll(async () => (await shapes.now()).view.x).toBe(view.x - 700);
  await shapes.drag({ x: from.x - 700, y: from.y }, { x: 640, y: 60 });
  const chosen = await shapes.now('s3', 's4', 's5');
  expect(chosen.selected).toEqual(['s3', 's4', 's5']);
  expect(chosen.told).toContain('marquee kept');

  await shapes.drag(await shapes.middleOf('s4'), { x: -40, y: 300 });
  const after = await shapes.now('s3', 's4', 's5');
  expect(after.told).toContain('took 2');
  for (const id of ['s3', 's4']) {
    expect(after.boxes[id]).toMatchObject({
      x: chosen.boxes[id]!.x - 40,
      y: chosen.boxes[id]!.y + 300,
    });
  }
  expect(after.boxes['s5']).toEqual(chosen.boxes['s5']);
});

test('a frame is dragged with what it holds, and letting go over a shape tells of it', async ({
  shapes,
}) => {
  const before = await shapes.now('s0', 's40', 's1', 's2', 's41');
  const { view, boxes } = before;
  // The frame's own surface, to the right of all that lies in its first column.
  const spot = { x: 285 + view.x, y: 400 + view.y + TOP };
  await shapes.drag(spot, { x: 10, y: 20 });
  const after = await shapes.now('s0', 's40', 's1', 's2');
  expect(after.told).toContain('took 3');
  expect(after.told).toContain('dropped frame');
  for (const id of ['s0', 's1', 's40']) {
    expect(after.boxes[id]).toMatchObject({ x: boxes[id]!.x + 10, y: boxes[id]!.y + 20 });
  }
  expect(after.boxes['s2']).toEqual(boxes['s2']);

  const [from, to] = [await shapes.middleOf('s2'), await shapes.middleOf('s41')];
  await shapes.drag(from, { x: to.x - from.x, y: to.y - from.y });
  expect((await shapes.now()).told).toContain('dropped s2 into s41');
});

test('two fingers pinch, and the second gives back what the first held; so does a pointer that is taken away', async ({
  shapes,
}) => {
  const before = await shapes.now('s1');
  const at = await shapes.middleOf('s1');
  await shapes.finger('pointerdown', 1, at);
  await shapes.finger('pointermove', 1, { x: at.x + 60, y: at.y + 40 });
  expect((await shapes.now()).held).toBe(1);
  await shapes.finger('pointerdown', 2, { x: at.x + 160, y: at.y + 40 });
  const given = await shapes.now('s1');
  expect(given.held).toBe(0);
  expect(given.boxes['s1']).toEqual(before.boxes['s1']);
  await shapes.finger('pointermove', 2, { x: at.x + 260, y: at.y + 40 });
  expect((await shapes.now()).view.scale).toBeCloseTo(before.view.scale * 2);
  await shapes.finger('pointerup', 1, at);
  await shapes.finger('pointerup', 2, at);
  expect((await shapes.now()).told.filter((what) => what.startsWith('dropped'))).toEqual([]);

  const again = await shapes.middleOf('s1');
  await shapes.finger('pointerdown', 3, again);
  await shapes.finger('pointermove', 3, { x: again.x + 50, y: again.y });
  expect((await shapes.now()).held).toBe(1);
  await shapes.finger('pointercancel', 3, again);
  const cancelled = await shapes.now('s1');
  expect([cancelled.held, cancelled.boxes['s1']]).toEqual([0, before.boxes['s1']]);

  // A finger that stays asks for the menu, once it is lifted.
  const still = await shapes.middleOf('s1');
  await shapes.finger('pointerdown', 4, still);
  await expect(shapes.page.locator('body')).toHaveAttribute('data-held', 'yes');
  await shapes.finger('pointerup', 4, still);
  expect((await shapes.now()).told).toContain('menu of s1');
});

test('by keyboard the thousand are one Tab stop, walked in space and moved', async ({ shapes }) => {
  const { page } = shapes;
  const { keyboard } = page;
  await page.getByRole('button', { name: 'before' }).focus();
  await keyboard.press('Tab');
  await expect(page.locator('#s0')).toBeFocused();
  await keyboard.press('End');
  await expect(page.locator('#s999')).toBeFocused();
  await expect(page.locator('#s999')).toBeInViewport({ ratio: 1 });
  await keyboard.press('ArrowUp');
  await expect(page.locator('.shape:focus')).toHaveText(/^s9[1-5]\d$/);
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'after' })).toBeFocused();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Home');
  await expect(page.locator('#s0')).toBeFocused();

  const before = await shapes.box('s0');
  await keyboard.press('Alt+ArrowDown');
  expect(await shapes.box('s0')).toEqual({ ...before, y: before.y + 10 });
  await keyboard.press('Space');
  expect((await shapes.now()).selected).toEqual(['s0']);
});
