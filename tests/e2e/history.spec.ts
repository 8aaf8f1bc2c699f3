/** Boards as they were, and boards taken along: moments, putting back, files, paper and the big screen. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { addNotes } from '#document/boards/wall';
import { local } from '#document/origins';
import { fillWall } from './support/fill-wall';
import { expect, test } from './support/kamer';
import type { Facilitator } from './support/facilitator';
import type { Person } from './support/person';
import { rawLine } from './support/raw-line';

const texts = ['laat weten waar de monteur is', '=avondafspraak', 'bel <van tevoren>'];

/** HMW with three notes of Anna's on the wall, being ordered. */
async function ordered(facilitator: Facilitator, anna: Person): Promise<void> {
  await facilitator.openExercise('hmw');
  await anna.write(...texts);
  await expect(anna.saved).toHaveText(/Opgeslagen/);
  const stepId = facilitator.step('hmw').id;
  await facilitator.did({ kind: 'advance-phase', stepId, from: 'writing', to: 'reveal' });
  await facilitator.inPhase('reveal');
  await facilitator.did({ kind: 'next-step', from: stepId });
  await facilitator.inPhase('grouping');
  await expect(facilitator.note()).toHaveCount(texts.length);
}

const sorted = [...texts].sort();
const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

async function exported(person: Person, kind: RegExp): Promise<Download> {
  const saved = person.page.waitForEvent('download');
  await person.dialog.getByRole('button', { name: kind }).click();
  return saved;
}

test('a moment is kept, looked at, put back and brought back again', async ({ story }) => {
  const [facilitator, anna] = [await story.facilitator(), await story.join('Anna de Vries')];
  await ordered(facilitator, anna);
  await fillWall(facilitator, { groups: { Avond: ['ook op zaterdag'] } });
  await expect(anna.note()).toHaveCount(4);

  await facilitator.page.goto(`${facilitator.roomPath}/history`);
  const boards = facilitator.page.getByRole('navigation', { name: 'Borden' });
  await expect(boards.getByRole('link')).toHaveText([
    /^Nu/,
    /Stap gesloten.*3 briefjes/,
    /Einde van.*3 briefjes/,
  ]);
  await boards.getByRole('link').last().click();
  await expect(facilitator.page.getByRole('heading', { name: /Einde van/ })).toBeVisible();
  await expect(facilitator.note()).toHaveCount(3);
  expect(await facilitator.wallTexts()).toEqual(sorted);

  await facilitator.button('Zet terug').click();
  await expect(anna.note()).toHaveCount(3);
  await expect(boards.getByRole('link')).toHaveCount(4);
  await expect(boards.getByRole('link').nth(1)).toHaveText(/Net voor het terugzetten.*4 briefjes/);
  await facilitator.button('Ongedaan maken').click();
  await expect(anna.note()).toHaveCount(4);
  await expect(anna.note('ook op zaterdag')).toBeVisible();

  // Anna may look, and not put back.
  await anna.page.goto(`${anna.roomPath}/history`);
  const own = anna.page.getByRole('navigation', { name: 'Borden' });
  await own.getByRole('link').last().click();
  await expect(anna.note()).toHaveCount(3);
  await expect(anna.button('Zet terug')).toHaveCount(0);
});

test('a board is taken along as picture, drawing, table and data, and on paper', async ({
  story,
}) => {
  const [facilitator, anna] = [await story.facilitator(), await story.join('Anna de Vries')];
  await ordered(facilitator, anna);
  await facilitator.did({ kind: 'next-step', from: facilitator.step('hmw-ordenen').id });
  await facilitator.inPhase('voting');
  const { page } = anna;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Exporteer dit bord' }).click();
  await expect(anna.dialog.getByText(/Er wordt nu gestemd/)).toBeVisible();

  const csv = await exported(anna, /Tabel/);
  expect(csv.suggestedFilename()).toMatch(/^monteur-aan-huis-hoe-kunnen-we-\d{4}-\d\d-\d\d\.csv$/);
  const table = (await bytesOf(csv)).toString('utf8');
  expect(table).toMatch(/^\uFEFFGroep,Tekst,/);
  expect(table).toContain("'=avondafspraak");
  expect(table).not.toContain('Stippen');
  expect(table.trimEnd().split('\r\n')).toHaveLength(4);

  const data = JSON.parse((await bytesOf(await exported(anna, /Gegevens/))).toString('utf8')) as {
    notes: { text: string }[];
    votes: unknown;
  };
  expect(data.notes.map((note) => note.text).sort()).toEqual(sorted);
  expect(data.votes).toBeNull();

  const svg = (await bytesOf(await exported(anna, /Tekening/))).toString('utf8');
  const read = await page.evaluate((file) => {
    const drawing = new DOMParser().parseFromString(file, 'image/svg+xml');
    const words = [...drawing.querySelectorAll('text')].map((text) => text.textContent);
    return { faults: drawing.querySelectorAll('parsererror').length, words: words.join(' ') };
  }, svg);
  expect(read.faults).toBe(0);
  for (const word of ['monteur', '=avondafspraak', '<van']) expect(read.words).toContain(word);

  const png = await bytesOf(await exported(anna, /Afbeelding/));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  // Three notes beside each other, at twice their size.
  expect(png.readUInt32BE(16)).toBeGreaterThan(2 * 480);
  expect(png.length).toBeGreaterThan(10_000);

  const print = page.waitForEvent('popup');
  await anna.dialog.getByRole('link', { name: /Afdrukken/ }).click();
  const paper = await print;
  await expect(paper.getByRole('img', { name: /De muur van/ })).toBeVisible();
  // Its three notes would be spread over the columns of the sheet, were it not kept whole.
  const group = paper.getByRole('heading', { name: 'Losse briefjes' }).locator('..');
  expect(await group.evaluate((section) => section.getClientRects().length)).toBe(1);
  const pdf = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // A4 lying down, the wall first and the list behind it.
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 84[12]/);
});

/** How light a colour is on the page, from 0 to 255. */
const lightness = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = getComputedStyle(element)[name];
      context.fillRect(0, 0, 1, 1);
      return Math.max(...context.getImageData(0, 0, 1, 1).data.slice(0, 3));
    }, property);

test('from a dark screen a board goes out light: as picture, as drawing and on paper', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna de Vries', { colorScheme: 'dark' });
  await ordered(facilitator, anna);
  const { page } = anna;
  expect(await lightness(page, 'body', 'backgroundColor')).toBeLessThan(80);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Exporteer dit bord' }).click();
  const svg = (await bytesOf(await exported(anna, /Tekening/))).toString('utf8');
  const wall = /fill="#([0-9a-f]{6})"/.exec(svg)?.[1] ?? '000000';
  expect(Number.parseInt(wall.slice(0, 2), 16)).toBeGreaterThan(200);
  const png = (await bytesOf(await exported(anna, /Afbeelding/))).toString('base64');
  const corner = await page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    return [...context.getImageData(2, 2, 1, 1).data];
  }, png);
  expect(Math.min(...corner.slice(0, 3))).toBeGreaterThan(200);
  await anna.closeDialog();

  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = document.querySelector('.room-print')?.textContent ?? '';
    };
  });
  await page.keyboard.press('Control+p');
  await expect(page.locator('body')).toHaveAttribute('data-printed', /laat weten waar/);

  // By the browser's own menu, which waits for nothing.
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const { textContent, dataset } = document.querySelector<HTMLElement>('.room-print') ?? {};
      document.body.dataset['menu'] = `${dataset?.['theme']} ${textContent}`;
    });
  });
  await anna.hasEverything();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const said = await page.locator('body').getAttribute('data-menu');
  expect(said).toMatch(/^light .*laat weten waar/s);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 84[12]/);
  await expect(page.locator('.room-print')).toHaveCount(0);

  await page.goto(`${anna.roomPath}/board/${facilitator.wire.stage.now?.board?.boardId}/print`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('img', { name: /De muur van/ })).toBeVisible();
  expect(await lightness(page, 'h1', 'color')).toBeLessThan(100);
});

test('a wall too wide for a sharp picture is made smaller, which is said, with the drawing beside it', async ({
  story,
}) => {
  const [facilitator, anna] = [await story.facilitator(), await story.join('Anna de Vries')];
  await ordered(facilitator, anna);
  const { doc, line } = await rawLine(anna);
  addNotes(doc, [{ id: 'ver', text: 'ver weg', color: 'yellow', at: [9_000, 0] }], local);
  await anna.button(/^Alles in beeld/).click();
  await expect(anna.note('ver weg')).toBeVisible();
  line.destroy();
  const { page } = anna;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Exporteer dit bord' }).click();
  const png = await bytesOf(await exported(anna, /Afbeelding/));
  expect(png.readUInt32BE(16)).toBeLessThan(2 * 9_000);
  await expect(anna.dialog.getByText(/\.png is verkleind/)).toBeVisible();
  const drawing = page.waitForEvent('download');
  await anna.dialog.getByRole('button', { name: 'Neem SVG' }).click();
  expect((await drawing).suggestedFilename()).toMatch(/\.svg$/);
});

test('the big screen follows the phases and shows nothing that is somebody’s own', async ({
  story,
}) => {
  const [facilitator, anna] = [await story.facilitator(), await story.join('Anna de Vries')];
  const screen = await story.join('Beamer');
  await screen.page.goto(`${screen.roomPath}/screen`);
  const { page } = screen;
  await expect(page.getByText(/^Straks:/)).toBeVisible();
  // Not opened by a facilitator: how to join stays unsaid.
  await expect(page.getByRole('heading', { name: 'Doe mee' })).toHaveCount(0);
  const own = await story.facilitator();
  await own.page.goto(`${own.roomPath}/screen`);
  await expect(own.page.getByRole('img', { name: /QR-code/ })).toBeVisible();

  await facilitator.openExercise('hmw');
  await anna.write('geheim tot de onthulling');
  await expect(page.getByRole('main')).toHaveText(/^\s*1\s*briefje\s*$/);
  await expect(page.getByText('Iedereen schrijft voor zichzelf')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('geheim');
  await expect(own.page.locator('body')).not.toContainText('geheim');

  const stepId = facilitator.step('hmw').id;
  await facilitator.did({ kind: 'advance-phase', stepId, from: 'writing', to: 'reveal' });
  await expect(screen.note('geheim tot de onthulling')).toBeVisible();
  await facilitator.did({ kind: 'next-step', from: stepId });
  await facilitator.did({ kind: 'next-step', from: facilitator.step('hmw-ordenen').id });
  await facilitator.inPhase('voting');
  const round = facilitator.wire.stage.now?.round;
  const vote = { roundId: round?.id ?? '', candidateId: round?.candidates[0]?.id ?? '' };
  await anna.did({ kind: 'cast-dot', ...vote });
  // A sum that rises with each dot is told to who facilitates alone.
  await expect(own.page.getByText(/^1 van \d+ stippen geplakt$/)).toBeVisible();
  await expect(page.getByText(/^0 van \d+ klaar$/)).toBeVisible();
  await facilitator.did({
    ...{ kind: 'advance-phase', from: 'voting', to: 'result' },
    stepId: facilitator.step('hmw-stemmen').id,
  });
  const result = page.getByRole('region', { name: 'Uitslag' });
  await expect(result.getByText('geheim tot de onthulling')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.waitForURL(`**${screen.roomPath}`);
});
