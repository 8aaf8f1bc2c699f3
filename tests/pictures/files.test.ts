/** What comes in as a file and what is kept of it, over real http. */
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PictureAnswer } from '#protocol/pictures';
import { sweepUploads } from '#server/pictures/upload-file';
import {
  bytesOf,
  craftedPng,
  plainPicture,
  startPictures,
  uploadFolders,
  type PictureWorld,
  type Who,
} from './picture-world';

let world: PictureWorld;
let anna: Who;
beforeAll(async () => {
  world = await startPictures({ picturePace: { points: 1_000, perS: 60 } });
  anna = await world.come('Anna');
});
afterAll(() => world.close());

const text = (words: string) => new TextEncoder().encode(words);

function picture(answer: PictureAnswer) {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.picture;
}

async function kept(answer: PictureAnswer): Promise<Buffer> {
  const response = await world.see(anna, picture(answer).id);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await work();
  return performance.now() - begunAt;
}

const code = (answer: PictureAnswer): string => (answer.ok ? 'ok' : answer.refusal.code);

test(
  '[F7] a photo of 20 MB is kept as a WebP of at most 2,048 pixels, in little more time than that takes',
  { timeout: 60_000 },
  async () => {
    const [width, height] = [5_472, 3_648];
    const block = Buffer.alloc(1_000_003);
    let seed = 20_261_121;
    for (let at = 0; at < block.length; at += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      block[at] = seed >>> 24;
    }
    const noise = Buffer.alloc(width * height * 3, block);
    const raw = sharp(noise, { raw: { width, height, channels: 3 } });
    const photo = await bytesOf(raw.jpeg({ quality: 95, chromaSubsampling: '4:2:0' }));
    expect(photo.length).toBeGreaterThan(19_000_000);
    expect(photo.length).toBeLessThan(26_214_400);
    const bareMs = await msOf(() =>
      sharp(photo).resize(2_048, 2_048, { fit: 'inside' }).webp().toBuffer(),
    );
    let answer = await world.send(anna, new Uint8Array());
    const sentMs = await msOf(async () => {
      answer = await world.send(anna, photo, { type: 'image/jpeg' });
    });
    expect(sentMs).toBeLessThan(5 * bareMs);
    expect(answer.status).toBe(201);
    expect(picture(answer)).toMatchObject({ width: 2_048, height: 1_365 });
    const { format, width: keptWidth } = await sharp(await kept(answer)).metadata();
    expect([format, keptWidth]).toEqual(['webp', 2_048]);
  },
);

test('[F7] where and with what a photo was taken goes, and it stands upright', async () => {
  const photo = await bytesOf(
    plainPicture(300, 200)
      .withExif({
        IFD0: { Make: 'Camera van Anna', Copyright: 'Anna' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg(),
  );
  expect(Buffer.from(photo).includes('Camera van Anna')).toBe(true);
  const answer = await world.send(anna, photo);
  expect(picture(answer)).toMatchObject({ width: 200, height: 300 });
  const content = await kept(answer);
  const metadata = await sharp(content).metadata();
  expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(content.includes('EXIF')).toBe(false);
  expect(content.includes('Camera van Anna')).toBe(false);
});

test('[F5] PNG, WebP, GIF and AVIF are taken, whatever type is stated', async () => {
  const small = plainPicture(40, 30);
  const files = [
    small.clone().png(),
    small.clone().webp(),
    small.clone().gif(),
    small.clone().avif(),
  ];
  for (const file of files) {
    const answer = await world.send(anna, await bytesOf(file), { type: 'text/plain' });
    expect(picture(answer)).toMatchObject({ width: 40, height: 30 });
  }
});

test('[F7] of a moving GIF the first frame is kept', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 50, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  const moving = sharp([await frame('#ff0000'), await frame('#0000ff')], {
    join: { animated: true },
  });
  const file = await bytesOf(moving.gif({ delay: [100, 100] }));
  expect((await sharp(file).metadata()).pages).toBe(2);
  const content = await kept(await world.send(anna, file));
  const { pages, width, height } = await sharp(content).metadata();
  expect([pages ?? 1, width, height]).toEqual([1, 50, 40]);
  const { dominant } = await sharp(content).stats();
  expect(dominant.r).toBeGreaterThan(dominant.b);
});

test('[F5] text, SVG, PDF and nothing at all are refused, under any name and type', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const files = [
    text('Dit is een tekst die vakantie.jpg heet.'),
    text(svg),
    text(`<?xml version="1.0"?>\n${svg}`),
    text('%PDF-1.7\n%âãÏÓ\n'),
    text('MZ'),
    new Uint8Array(),
    await bytesOf(plainPicture(20, 20).tiff()),
  ];
  for (const file of files) {
    const answer = await world.send(anna, file, { type: 'image/jpeg' });
    expect([code(answer), answer.status]).toEqual(['picture-unreadable', 415]);
  }
});

test('[F5] an SVG that begins like a picture is not drawn', async () => {
  const disguised = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ]);
  expect(code(await world.send(anna, new Uint8Array(disguised)))).toBe('picture-unreadable');
});

test('[F5] a HEIC photo is refused by name, so that its sender knows what to do', async () => {
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(100),
  ]);
  const answer = await world.send(anna, new Uint8Array(heic));
  expect(answer).toMatchObject({
    refusal: { code: 'picture-unreadable', about: { kind: 'heic' } },
  });
});

test('[F6] a picture of 30,000 x 30,000 is refused by its header, at once', async () => {
  const edge = 30_000;
  const row = Math.ceil(edge / 8) + 1;
  const whole = craftedPng(edge, deflateSync(Buffer.alloc(row * edge)));
  const headOnly = craftedPng(edge, new Uint8Array([0x78, 0x9c]));
  const shortestMs = { whole: Infinity, headOnly: Infinity };
  for (const bomb of [whole, headOnly, whole, headOnly]) {
    expect(bomb.length).toBeLessThan(200_000);
    const tookMs = await msOf(async () =>
      expect(await world.send(anna, bomb)).toMatchObject({
        status: 413,
        refusal: { code: 'picture-too-many-pixels', about: { max: 80 } },
      }),
    );
    const kind = bomb === whole ? 'whole' : 'headOnly';
    shortestMs[kind] = Math.min(shortestMs[kind], tookMs);
  }
  // Decoding 900 million pixels takes seconds; of the other file there is nothing to decode.
  expect(shortestMs.whole).toBeLessThan(20 * shortestMs.headOnly);
});

test('[F8] a file that is cut off or damaged is refused', async () => {
  const noise = sharp({
    create: {
      ...{ width: 600, height: 400, channels: 3, background: '#808080' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
  const jpeg = await bytesOf(noise.clone().jpeg());
  const png = await bytesOf(noise.clone().png());
  const damaged = png.slice();
  damaged.fill(0x55, 5_000, 9_000);
  for (const file of [
    jpeg.slice(0, jpeg.length / 2),
    jpeg.slice(0, 200),
    png.slice(0, 9_000),
    damaged,
  ]) {
    expect(code(await world.send(anna, file))).toBe('picture-unreadable');
  }
});

test('[F9] what a killed server left is swept away, what is under way stays', async () => {
  const now = new Date();
  const folder = join(tmpdir(), 'sprintkamer-picture-');
  const [left, underWay] = [await mkdtemp(folder), await mkdtemp(folder)];
  const longAgo = new Date(now.getTime() - 2 * 3_600_000);
  await utimes(left, longAgo, longAgo);
  await sweepUploads(now);
  const found = await uploadFolders();
  expect([left, underWay].map((path) => found.includes(basename(path)))).toEqual([false, true]);
  await rm(underWay, { recursive: true });
});

test('[F9] nothing stays in the temporary folder, whatever came of the files', async () => {
  await world.send(anna, await bytesOf(plainPicture(10, 10).png()));
  await world.send(anna, text('geen afbeelding'));
  await expect.poll(uploadFolders).toEqual([]);
});

test('[F10] other requests are answered while pictures are being made smaller', async () => {
  const large = await bytesOf(plainPicture(7_000, 7_000).png());
  let busy = true;
  const begunAt = performance.now();
  const sending = Promise.all([1, 2, 3, 4].map(() => world.send(anna, large))).finally(() => {
    busy = false;
  });
  let longest = 0;
  while (busy) {
    const askedMs = await msOf(async () =>
      expect((await world.see(anna, 'no-such-picture')).status).toBe(404),
    );
    longest = Math.max(longest, askedMs);
  }
  expect((await sending).map(code)).toEqual(['ok', 'ok', 'ok', 'ok']);
  // Decoded on the event loop, one of the four would take a quarter of the whole.
  expect(longest).toBeLessThan((performance.now() - begunAt) / 5);
});
