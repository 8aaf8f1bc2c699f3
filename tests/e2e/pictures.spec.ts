/** Pictures on the board: chosen, pasted, dropped and photographed; refused with a sentence; seen by the others and by nobody else. */
import { writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { beginStory, expect, phone, test, type Story } from './support/kamer';
import type { Person } from './support/person';
import { bomb, heavyPhoto, photo, scriptedSvg, textNamed, type Sample } from './support/photos';
import { PLAIN } from './support/plain-board';

const files = (page: Page): Locator => page.locator('[data-pictures="files"]');
const pictures = ({ page }: Person): Locator => page.locator('[id^="note-"] img');
const underWay = ({ page }: Person): Locator =>
  page.getByRole('list', { name: 'Afbeeldingen onderweg' }).getByRole('listitem');

/** Whether the browser has drawn it, and how wide it is by itself. */
const drawn = (image: Locator): Promise<number> =>
  image.evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0));

/** A data transfer with files in it, as a drag or a paste carries them. */
function transfer(page: Page, samples: readonly Sample[]) {
  const plain = samples.map(({ name, mimeType, buffer }) => ({
    ...{ name, mimeType },
    bytes: buffer.toString('base64'),
  }));
  return page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, mimeType, bytes } of all) {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], name, { type: mimeType }));
    }
    return data;
  }, plain);
}

/** A facilitator and a participant on a board of open work; both there before it began. */
async function atTheMap(story: Story, options: BrowserContextOptions = {}) {
  const fenna = await story.facilitator();
  const anna = await story.join('Anna', options);
  await fenna.openExercise(PLAIN);
  await anna.inPhase('open');
  return { fenna, anna };
}

test('a picture is chosen, gets its caption, is seen by the others, enlarged and taken along', async ({
  story,
}) => {
  const { fenna, anna } = await atTheMap(story);
  const choosing = anna.page.waitForEvent('filechooser');
  await anna.button('Afbeelding toevoegen').click();
  await (await choosing).setFiles(await photo('Schets van Anna.jpg'));
  await expect(anna.page.locator('textarea:focus')).toBeVisible();
  await anna.page.keyboard.type('De weg van de klant');
  await anna.page.keyboard.press('Enter');
  await expect(pictures(anna)).toHaveCount(1);

  await expect(fenna.note('De weg van de klant')).toBeVisible();
  await expect.poll(() => drawn(pictures(fenna))).toBe(1_200);
  await expect(pictures(fenna)).toHaveAttribute('alt', 'De weg van de klant');
  const note = fenna.page.getByRole('button', { name: 'Afbeelding: De weg van de klant' });
  await note.focus();
  await fenna.page.keyboard.press('Enter');
  await expect(fenna.dialog.getByRole('heading', { name: 'De weg van de klant' })).toBeVisible();
  await expect.poll(() => drawn(fenna.dialog.getByRole('img'))).toBe(1_200);
  const axe = await new AxeBuilder({ page: fenna.page }).include('[role="dialog"]').analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);
  const saving = fenna.page.waitForEvent('download');
  await fenna.dialog.getByRole('link', { name: 'Download' }).click();
  expect((await saving).suggestedFilename()).toBe('De-weg-van-de-klant.webp');
  await fenna.page.keyboard.press('Escape');
  await expect(fenna.dialog).toBeHidden();
  await expect(note).toBeFocused();
});

test('pictures are pasted, and dropped several at once where they are let go', async ({
  story,
}) => {
  const { anna } = await atTheMap(story);
  const { page } = anna;
  await page.locator('body').evaluate(
    (body, clipboardData) => {
      const paste = { clipboardData, bubbles: true, cancelable: true };
      body.dispatchEvent(new ClipboardEvent('paste', paste));
    },
    await transfer(page, [await photo('Geplakt.png')]),
  );
  await expect(pictures(anna)).toHaveCount(1);
  await page.keyboard.type('Geplakt');
  await page.keyboard.press('Enter');

  const wall = page.getByRole('region', { name: /^Muur met/ });
  const frame = await wall.boundingBox();
  const at = { clientX: (frame?.x ?? 0) + 150, clientY: (frame?.y ?? 0) + 120 };
  const dataTransfer = await transfer(page, [await photo('Een.jpg'), await photo('Twee.jpg')]);
  await wall.dispatchEvent('dragover', { ...at, dataTransfer });
  await wall.dispatchEvent('drop', { ...at, dataTransfer });
  await expect(pictures(anna)).toHaveCount(3);
  await expect(underWay(anna)).toHaveCount(0);
  const boxes = await page.locator('[id^="note-"]:has(img)').all();
  const corners = await Promise.all(boxes.map((box) => box.boundingBox()));
  const near = corners.filter(
    (box) =>
      box &&
      Math.abs(box.x + box.width / 2 - at.clientX) < 4 &&
      Math.abs(box.y + box.height / 2 - at.clientY) < 4,
  );
  expect(near).toHaveLength(1);
});

test('a phone photographs paper by single taps, and the list shows it with its words', async ({
  story,
}) => {
  const { fenna, anna: bram } = await atTheMap(story, phone);
  await bram.button('Afbeelding toevoegen').tap();
  const choosing = bram.page.waitForEvent('filechooser');
  const item = bram.page.getByRole('menuitem', { name: 'Foto van papier' });
  const size = await item.boundingBox();
  expect(size?.height ?? 0).toBeGreaterThanOrEqual(44);
  await item.tap();
  await (await choosing).setFiles(await photo('papier.jpg', { width: 1500, height: 2000 }));
  const caption = bram.page.locator('textarea:focus');
  await expect(caption).toBeVisible();
  await caption.fill('Schets op papier');
  await caption.press('Enter');
  await bram.button('Vergroot: Schets op papier').tap();
  await expect.poll(() => drawn(bram.dialog.getByRole('img'))).toBe(1_500);
  await bram.closeDialog();
  await expect(fenna.note('Schets op papier')).toBeVisible();
});

test('what cannot be a picture stays with its sentence until it is taken away', async ({
  story,
}) => {
  const { anna } = await atTheMap(story);
  const unreadable = 'Dit bestand is geen afbeelding die we kunnen lezen.';
  const tooMany = 'Deze afbeelding heeft meer dan 80 miljoen pixels.';
  const cases: [Sample, string][] = [
    [textNamed('vakantie.jpg'), unreadable],
    [scriptedSvg('logo.svg'), unreadable],
    [await bomb('poster.png'), tooMany],
  ];
  await files(anna.page).setInputFiles(cases.map(([sample]) => sample));
  for (const [{ name }, sentence] of cases) {
    const card = underWay(anna).filter({ hasText: name });
    await expect(card.locator('.state')).toContainText(sentence);
    await expect(card.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible();
  }
  expect(await anna.page.title()).not.toContain('mis');
  for (const [{ name }] of cases) await anna.button(`Haal weg: ${name}`).click();
  await expect(underWay(anna)).toHaveCount(0);
  await expect(anna.note()).toHaveCount(0);
});

test('a photo of 20 MB shows how far it is, and can be stopped', async ({ story }) => {
  const { anna } = await atTheMap(story);
  const heavy = await heavyPhoto('markt.jpg');
  expect(heavy.buffer.length).toBeGreaterThan(19_000_000);
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await anna.page.route('**/pictures?board=*', async (route) => {
    await held;
    await route.continue();
  });
  const path = test.info().outputPath('markt.jpg');
  await writeFile(path, heavy.buffer);
  await files(anna.page).setInputFiles(path);
  await expect(
    anna.page.getByRole('progressbar', { name: 'Voortgang van markt.jpg' }),
  ).toBeVisible();
  await anna.button('Stop: markt.jpg').click();
  await expect(underWay(anna)).toHaveCount(0);
  letGo();
  await anna.page.unroute('**/pictures?board=*');
  await files(anna.page).setInputFiles(path);
  await expect(pictures(anna)).toHaveCount(1, { timeout: 25_000 });
  await expect.poll(() => drawn(pictures(anna))).toBe(2_048);
});

test('without a line a picture waits, says so, and goes when there is one again', async ({
  story,
}) => {
  const { anna } = await atTheMap(story);
  // Fetched while there is a line, as a visit of some seconds has done by itself.
  await files(anna.page).setInputFiles(await photo('Eerst.jpg'));
  await expect(pictures(anna)).toHaveCount(1);
  await anna.page.keyboard.press('Escape');
  await anna.context.setOffline(true);
  await files(anna.page).setInputFiles(await photo('Onderweg.jpg'));
  await expect(
    underWay(anna).getByText('Geen verbinding. We proberen het zo opnieuw.'),
  ).toBeVisible();
  await anna.context.setOffline(false);
  await expect(pictures(anna)).toHaveCount(2);
  await expect(underWay(anna)).toHaveCount(0);
});

test('a picture is for members of its sprint only', async ({ story, browser, server, account }) => {
  const { anna } = await atTheMap(story);
  await files(anna.page).setInputFiles(await photo('Geheim.jpg'));
  await expect(pictures(anna)).toHaveCount(1);
  const source = (await pictures(anna).getAttribute('src')) ?? '';
  const mine = await anna.context.request.get(source);
  expect([mine.status(), mine.headers()['content-type']]).toEqual([200, 'image/webp']);
  expect(mine.headers()['content-security-policy']).toBe("sandbox; default-src 'none'");
  const visitor = await story.context();
  expect((await visitor.request.get(source)).status()).toBe(404);
  const other = await beginStory(browser, { url: server.url, account });
  const facilitator = await other.facilitator();
  const elsewhere = source.replace(story.sprintId, other.sprintId);
  expect((await facilitator.context.request.get(elsewhere)).status()).toBe(404);
  await other.end();
});
