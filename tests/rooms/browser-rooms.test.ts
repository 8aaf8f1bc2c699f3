/** Copies on the device, closed boards and fields, in a real browser against the real server. */
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { takeFromPile } from '#document/boards/pile';
import { plainPile, plainWall } from '#document/plain';
import { closeCodes } from '#protocol/close-codes';
import type { Probe } from '#tests/rooms/support/browser-entry.svelte';
import { until } from '#tests/rooms/support/clients';
import { browserOf, openBrowser, openTab } from '#tests/rooms/support/real-browser';
import {
  startRoomsServer,
  type RoomsServer,
  type Visitor,
} from '#tests/rooms/support/rooms-server';

declare const probe: Probe;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

const toEnd: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end();
});

async function scene() {
  const server = await startRoomsServer({ isEmpty: true });
  toEnd.push(() => server.close());
  const anna = await server.enter('Anna');
  const pile = await server.privateRoomOf(anna);
  const context = await browserOf(browser, server, anna);
  toEnd.push(() => context.close());
  const at = placeOf(server, anna, pile.name);
  const tab = async (when = {}): Promise<Page> => {
    const page = await openTab(context, server);
    await page.evaluate(([where, then]) => probe.enter(where, then), [at, when] as const);
    return page;
  };
  const wallTexts = () =>
    server.rooms.read(server.board.id, (doc) =>
      plainWall(doc)
        .notes.map((note) => note.text)
        .sort(),
    );
  const pileTexts = () =>
    server.rooms.read(pile.id, (doc) =>
      plainPile(doc)
        .map((note) => note.text)
        .sort(),
    );
  return { server, context, at, tab, wallTexts, pileTexts, pileRoomId: pile.id };
}

function placeOf(server: RoomsServer, { memberId }: Visitor, pileRoom: string) {
  const { sprintId, boardId, boardName } = server;
  return { sprintId, memberId, boardId, boardRoom: boardName, pileRoom };
}

const saved = (page: Page) => page.evaluate(() => probe.shown.saved);
const isNow = (page: Page, state: string) =>
  until(`the page says ${state}`, async () => (await saved(page)) === state, 20_000);
const write = (page: Page, text: string) =>
  page.evaluate(
    (words) => probe.rooms.wall?.addNote({ at: [0, 0], color: 'pink', text: words }),
    text,
  );
const shows = (page: Page) => page.evaluate(() => [...probe.shown.texts].sort());

it('[L5] what was written without a connection is sent after the browser was closed and opened, once', async () => {
  const { server, context, tab, wallTexts, at } = await scene();
  const page = await tab();
  await isNow(page, 'saved');
  await write(page, 'met verbinding');
  await isNow(page, 'saved');
  await context.setOffline(true);
  await server.crash();
  await isNow(page, 'offline-kept');
  await write(page, 'zonder verbinding');
  expect(await shows(page)).toEqual(['met verbinding', 'zonder verbinding']);
  await page.close();
  expect(await wallTexts()).toEqual(['met verbinding']);
  await context.setOffline(false);
  const again = await tab();
  await isNow(again, 'saved');
  expect(await wallTexts()).toEqual(['met verbinding', 'zonder verbinding']);
  expect(await again.evaluate((id) => probe.dirty(id), at.memberId)).toEqual([]);
});

it('[L5] what waits for a board that is not open any more is sent on entering the sprint', async () => {
  const { server, context, tab, wallTexts, at } = await scene();
  const page = await tab();
  await isNow(page, 'saved');
  await context.setOffline(true);
  await server.crash();
  await isNow(page, 'offline-kept');
  await write(page, 'bleef achter');
  await page.close();
  await context.setOffline(false);
  const again = await tab({ elsewhere: true });
  await until('it was sent', async () => (await wallTexts()).includes('bleef achter'), 15_000);
  const dirty = () => again.evaluate((id) => probe.dirty(id), at.memberId);
  await until('nothing waits', async () => (await dirty()).length === 0);
  expect(await again.evaluate(() => probe.rooms.wall)).toBeNull();
});

it('[L6][L7] a copy is named by its member, and signing out leaves nothing on the device', async () => {
  const { at, tab, server } = await scene();
  const page = await tab();
  await isNow(page, 'saved');
  await write(page, 'van anna');
  await isNow(page, 'saved');
  const lineage = server.board.lineage;
  expect(await page.evaluate(() => probe.copies())).toContain(
    `sprintkamer/${at.sprintId}/${at.boardId}/${lineage}/${at.memberId}`,
  );
  const second = await tab();
  await isNow(second, 'saved');
  await page.evaluate((id) => probe.eraseCopies(id), at.memberId);
  expect(await page.evaluate(() => probe.copies())).toEqual([]);
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).toEqual(['sprintkamer-probe']);
  await write(second, 'na het wissen');
  await isNow(second, 'saved');
});

it('[L9] notes written offline on a board that closed meanwhile lie in the pile as late notes', async () => {
  const { server, context, tab, wallTexts, pileTexts } = await scene();
  const page = await tab();
  await isNow(page, 'saved');
  await write(page, 'op tijd');
  await isNow(page, 'saved');
  await context.setOffline(true);
  await server.crash();
  await isNow(page, 'offline-kept');
  await write(page, 'te laat');
  await server.setPhase('voting');
  await context.setOffline(false);
  await page.evaluate(() => probe.follow({ phase: 'voting', boardWritable: false }));
  await until('it is in the pile', async () => (await pileTexts()).includes('te laat'), 25_000);
  await isNow(page, 'saved');
  // The wall is let go and read afresh: for a moment it is empty, with nothing left to save.
  await expect.poll(() => shows(page), { timeout: 20_000 }).toEqual(['op tijd']);
  expect(await wallTexts()).toEqual(['op tijd']);
  expect(await page.evaluate(() => probe.rooms.pile?.late.map((note) => note.text))).toEqual([
    'te laat',
  ]);
});

it('[L7][L10] a copy of another lineage is set aside and can be exported', async () => {
  const { server, tab, at } = await scene();
  const page = await tab();
  await isNow(page, 'saved');
  await write(page, 'van voor de reservekopie');
  await isNow(page, 'saved');
  const boardRoom = `${at.sprintId}/${at.boardId}/other-lineage`;
  await page.evaluate((room) => probe.follow({ boardRoom: room }), boardRoom);
  await until('refused', async () => (await page.evaluate(() => probe.refused.length)) > 0);
  expect(await page.evaluate(() => probe.refused)).toEqual([closeCodes.otherLineage]);
  await until('set aside', () => page.evaluate(() => probe.rooms.oldCopies.length === 1));
  const exported = await page.evaluate(() => probe.exported(probe.rooms.oldCopies[0]?.name ?? ''));
  expect(exported).toMatchObject({
    lineage: server.board.lineage,
    notes: [{ text: 'van voor de reservekopie' }],
  });
});

it('[L11] two tabs with one copy neither lose nor double a note, also after both were closed', async () => {
  const { tab, wallTexts } = await scene();
  const [one, two] = [await tab(), await tab()];
  await Promise.all([isNow(one, 'saved'), isNow(two, 'saved')]);
  for (let n = 0; n < 5; n += 1)
    await Promise.all([write(one, `een ${n}`), write(two, `twee ${n}`)]);
  await Promise.all([isNow(one, 'saved'), isNow(two, 'saved')]);
  await until(
    'both show all',
    async () => (await shows(one)).length === 10 && (await shows(two)).length === 10,
  );
  await Promise.all([one.close(), two.close()]);
  const three = await tab();
  await isNow(three, 'saved');
  expect(await shows(three)).toHaveLength(10);
  expect(await wallTexts()).toHaveLength(10);
});

it('[L6] a browser without IndexedDB works, and says that nothing is kept', async () => {
  const { server, context, tab, wallTexts } = await scene();
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const page = await tab();
  await isNow(page, 'saved');
  await write(page, 'gewoon');
  await isNow(page, 'saved');
  expect(await wallTexts()).toEqual(['gewoon']);
  await context.setOffline(true);
  await server.crash();
  await isNow(page, 'offline-not-kept');
});

it('[L12] a field and the note behind it stay in step, with the caret in its place', async () => {
  const { tab, wallTexts } = await scene();
  const page = await tab();
  await isNow(page, 'saved');
  const id = await write(page, 'monteur komt');
  await page.evaluate((noteId) => {
    const field = document.querySelector('textarea');
    if (field) probe.rooms.wall?.editing(noteId ?? '')(field);
  }, id);
  const field = page.locator('textarea');
  await field.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' snel');
  // Somebody else types at the beginning; the caret stays behind 'snel'.
  await page.evaluate(
    (noteId) => probe.rooms.wall?.setNoteText(noteId ?? '', 'de monteur komt snel'),
    id,
  );
  await page.keyboard.type('ler');
  expect(await field.inputValue()).toBe('de monteur komt sneller');
  await isNow(page, 'saved');
  expect(await wallTexts()).toEqual(['de monteur komt sneller']);
  await page.evaluate(() => probe.rooms.wall?.undo());
  expect(await field.inputValue()).not.toBe('de monteur komt sneller');
});

it('[L8] who goes on typing while the reveal takes the note finds everything back as a late note', async () => {
  const { server, tab, pileTexts, pileRoomId, at } = await scene();
  const page = await tab();
  await page.evaluate(() => probe.follow({ phase: 'writing', boardWritable: false }));
  await isNow(page, 'saved');
  await page.evaluate(() => {
    const { pile } = probe.rooms;
    const id = pile?.addNote({ color: 'blue' }) ?? '';
    const field = document.querySelector('textarea');
    if (field) pile?.editing(id)(field);
  });
  const field = page.locator('textarea');
  await field.pressSequentially('Hoe kunnen we');
  await until('it is stored', async () => (await pileTexts()).includes('Hoe kunnen we'));
  const taken = await server.rooms.change([pileRoomId], async ({ doc }) =>
    takeFromPile(doc(pileRoomId), at.boardId).map((note) => note.text),
  );
  expect(taken).toEqual(['Hoe kunnen we']);
  await page.evaluate(() => probe.follow({ phase: 'reveal' }));
  await field.pressSequentially(' wachten');
  await until(
    'it is late',
    async () => (await pileTexts()).includes('Hoe kunnen we wachten'),
    15_000,
  );
  const late = () => page.evaluate(() => probe.rooms.pile?.late.map((note) => note.text));
  await until('the page shows it', async () => (await late())?.length === 1);
  expect(await late()).toEqual(['Hoe kunnen we wachten']);
  expect(await pileTexts()).toEqual(['Hoe kunnen we wachten']);
});
