/** Paper onto a pad, by one's own phone and from the laptop itself, in real browsers with photographs made here. */
import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { badLight, photoOf } from '#tests/support/paper-photo';
import { expect, test, type Story } from './support/kamer';
import type { Person } from './support/person';

/** Of a fast line and a busy machine: what is promised is three seconds. */
const SOON_MS = 8_000;

const size = { width: 900, height: 1_200 };
const corners = [
  { x: 170, y: 130 },
  { x: 770, y: 190 },
  { x: 700, y: 1_040 },
  { x: 90, y: 980 },
] as const;

/** Three bars, one in each third of the page, each from the left to its own length. */
const lengths = [0.3, 0.55, 0.8] as const;
function bars(u: number, v: number): [number, number, number] | null {
  const third = Math.min(2, Math.floor(v * 3));
  const y = (v * 3) % 1;
  return u > 0.1 && u < (lengths[third] ?? 0) && y > 0.4 && y < 0.6 ? [32, 36, 60] : null;
}

type Shot = { name: string; buffer: Buffer };

/** As a phone makes it: with its name, the time, the place, and lying on its side where it was held so. */
async function shot(
  more: { nothing?: boolean; sideways?: boolean; bytes?: number } = {},
): Promise<Shot> {
  const scene = photoOf({
    ...{ ...size, light: badLight(size), drawn: bars },
    quad: more.nothing ? null : corners,
  });
  let photo = sharp(scene.data, { raw: { width: size.width, height: size.height, channels: 4 } });
  if (more.sideways) photo = sharp(await photo.rotate(270).png().toBuffer());
  const buffer = await photo
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'Telefoonmaker', Artist: 'Anna de Vries' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' },
    })
    .withMetadata({ orientation: more.sideways ? 6 : 1 })
    .toBuffer();
  const rest = Buffer.alloc(Math.max(0, (more.bytes ?? 0) - buffer.length));
  return { name: 'IMG_0001.jpg', buffer: Buffer.concat([buffer, rest]) };
}

const photosOn = ({ page }: Person) => page.locator('[data-frame] [data-photo]');

/** The code that the laptop shows, opened on a phone that knows nothing of the sprint. */
async function scan(anna: Person, story: Story): Promise<Page> {
  await anna.button('Papier fotograferen').click();
  const address = await anna.dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  const context = await story.context({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  const page = await context.newPage();
  await page.goto(new URL(address).pathname);
  await expect(page.getByRole('button', { name: 'Maak een foto' })).toBeVisible();
  return page;
}

async function take(page: Page, { name, buffer }: Shot): Promise<void> {
  // From disk, as a person gives it: sent through the test's own line 30 MB would take as long as the rest.
  const path = test.info().outputPath(name);
  await writeFile(path, buffer);
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('button', { name: /^Hoek rechtsonder/ })).toBeVisible({
    timeout: 20_000,
  });
}

/** How dark the kept picture is at a place of it, by its owner's cookie. */
async function kept(anna: Person): Promise<{ at(u: number, v: number): number; raw: Buffer }> {
  const href = await photosOn(anna).first().locator('image').getAttribute('href');
  const raw = await (await anna.context.request.get(href ?? '')).body();
  const { data, info } = await sharp(raw).greyscale().raw().toBuffer({ resolveWithObject: true });
  return {
    raw,
    at: (u, v) => data[Math.floor(v * info.height) * info.width + Math.floor(u * info.width)] ?? -1,
  };
}

async function clean(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('[L46] a page that a phone photographs askew in bad light stands straight on the laptop’s pad, soon, and nothing else of it', async ({
  story,
}) => {
  test.setTimeout(120_000);
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.openExercise('oplossingsschets');
  await expect(anna.page.getByRole('region', { name: 'Paneel 1', exact: true })).toBeVisible();
  const page = await scan(anna, story);

  // Nobody else gets in with the same code, and the phone is in no room.
  const other = await (await story.context()).newPage();
  await other.goto(page.url());
  await expect(other.getByText('al open op een ander toestel')).toBeVisible();
  await page.goto(`/sprint/${story.sprintId}`);
  await expect(page).not.toHaveURL(/\/step|\/sprint\/[^/]+$/);
  await page.goBack();

  await take(page, await shot({ sideways: true }));
  await expect(page.getByText('We zien geen papier')).toHaveCount(0);
  await clean(page, 'main');
  const corner = page.getByRole('button', { name: /^Hoek linksboven/ });
  const before = await corner.getAttribute('aria-label');
  await corner.focus();
  await page.keyboard.press('ArrowRight');
  await expect(corner).not.toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(corner).toHaveAttribute('aria-label', before ?? '');

  await page.getByRole('button', { name: 'Leg recht' }).click();
  const good = page.getByRole('button', { name: 'Zo is hij goed' });
  await expect(good).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('slider')).toHaveCount(2);
  await clean(page, 'main');
  const begunAt = performance.now();
  await good.click();
  await expect(photosOn(anna)).toHaveCount(3);
  const tookMs = performance.now() - begunAt;
  test
    .info()
    .annotations.push({ type: 'photo on the pad', description: `${Math.round(tookMs)} ms` });
  expect(tookMs).toBeLessThan(SOON_MS);
  await expect(page.getByText('Je foto staat op je schetsblok')).toBeVisible();
  await expect(anna.dialog).toHaveCount(0);

  const picture = await kept(anna);
  for (const [third, length] of lengths.entries()) {
    const v = (third + 0.5) / 3;
    expect(picture.at(length - 0.04, v)).toBeLessThan(110);
    expect(picture.at(length + 0.04, v)).toBeGreaterThan(225);
    expect(picture.at(0.5, v - 0.12)).toBeGreaterThan(225);
  }
  for (const word of ['Anna', 'Telefoonmaker', 'EXIF'])
    expect(picture.raw.includes(word)).toBe(false);
  const href = (await photosOn(anna).first().locator('image').getAttribute('href')) ?? '';
  expect((await facilitator.context.request.get(href)).status()).toBe(404);

  // It is handed in like a drawing: in the preview, too.
  await anna.button('Lever je schets in').first().click();
  await expect(anna.page.getByRole('img', { name: 'Paneel 1' }).locator('image')).toBeAttached();
});

test('[L46] a folded sheet waits on the phone while the line is away, also over a reload, and is eight folds then', async ({
  story,
}) => {
  test.setTimeout(120_000);
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.openExercise('crazy-8s');
  await expect(anna.page.getByRole('region', { name: 'Vouw 1', exact: true })).toBeVisible();
  const page = await scan(anna, story);
  await page.route('**/photos/**', (route) => route.abort('internetdisconnected'));
  await take(page, await shot());
  await page.getByRole('button', { name: 'Leg recht' }).click();
  await expect(page.getByRole('slider')).toHaveCount(4, { timeout: 20_000 });
  const line = page.getByRole('slider', { name: 'Staande lijn 1' });
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuenow', '51');
  await page.getByRole('button', { name: 'Zo is hij goed' }).click();
  await expect(page.getByText('nog niet verstuurd')).toBeVisible();
  await page.reload();
  await expect(page.getByText('nog niet verstuurd')).toBeVisible();
  await expect(photosOn(anna)).toHaveCount(0);
  await page.unroute('**/photos/**');
  await expect(photosOn(anna)).toHaveCount(8, { timeout: 20_000 });
  await expect(page.getByText('Je foto staat op je schetsblok')).toBeVisible();
});

test('[L46] on the laptop itself a photograph of 30 MB is taken, one of nothing is said to be so, a HEIC is refused with what helps', async ({
  story,
}) => {
  test.setTimeout(120_000);
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.openExercise('oplossingsschets');
  await anna.button('Papier fotograferen').click();
  const { page } = anna;
  const input = anna.dialog.locator('input[type=file]');
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(2_000),
  ]);
  await input.setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic });
  await expect(page.getByText('Meest compatibel')).toBeVisible();
  await input.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('nee') });
  await expect(page.getByText('geen foto die we kunnen lezen')).toBeVisible();

  await take(page, await shot({ nothing: true }));
  await expect(page.getByText('We zien geen papier')).toBeVisible();
  await expect(
    page.getByRole('button', {
      name: /^Hoek linksboven, 0 procent van links, 0 procent van boven/,
    }),
  ).toBeVisible();
  await anna.button('Opnieuw').click();

  await take(page, await shot({ bytes: 30 * 1_048_576 }));
  await expect(page.getByText('We zien geen papier')).toHaveCount(0);
  await anna.button('Leg recht').click();
  await page.getByRole('group', { name: 'Waar komt de foto' }).getByText('Paneel 2').click();
  await clean(page, '[role=dialog]');
  await anna.button('Zo is hij goed').click();
  const second = page.getByRole('region', { name: 'Paneel 2', exact: true });
  await expect(second.locator('[data-photo]')).toBeAttached();
  await expect(photosOn(anna)).toHaveCount(1);
  await second.getByRole('button', { name: 'Haal de foto weg van Paneel 2' }).click();
  await expect(photosOn(anna)).toHaveCount(0);
  await anna.button(/^Ongedaan maken/).click();
  await expect(photosOn(anna)).toHaveCount(1);
});
