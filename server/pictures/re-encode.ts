/**
 * Turns a file of somebody's into a picture of ours: decoded, upright, made smaller, encoded anew,
 * with nothing of the original left but what is seen. Works beside the event loop, a few at a time;
 * the only place that knows the image library.
 */
import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { RefusedError } from '#domain/refusal';
import { fewAtATime } from '#server/few-at-a-time';
import { KIND_BYTES, pictureKind, type PictureKind } from '#server/pictures/picture-kind';

export type EncodedPicture = {
  /** WebP. */
  readonly content: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export type Encoder = {
  /**
   * @param path a file of any content.
   * @throws RefusedError picture-unreadable (`about.kind` 'heic' where that is why) or
   * picture-too-many-pixels (`about.max` in millions).
   */
  encode(path: string): Promise<EncodedPicture>;
};

/** Longest side of what is kept: sharp when it fills a screen, small enough for twelve of them at once. */
const LONGEST_PX = 2_048;
const QUALITY = 80;
/** Beyond what cameras make by themselves; at four bytes a pixel still bearable for the memory. */
const MOST_PIXELS = 80_000_000;
/** A picture takes tens of milliseconds, a 20 MB photo half a second. What takes longer is no photo. */
const LONGEST_S = 30;
/** Two of libuv's four threads at most: files, names and passwords need the others. */
const AT_ONCE = 2;

const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

export function createEncoder(): Encoder {
  // Nothing else is ever decoded, should a file look like what it is not.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: loaders });
  sharp.cache(false);
  sharp.concurrency(1);
  const turns = fewAtATime(AT_ONCE);
  return { encode: (path) => turns.take(() => encode(path)) };
}

async function encode(path: string): Promise<EncodedPicture> {
  const kind = await kindOf(path);
  if (kind === null) throw unreadable(kind);
  await checkPixels(path, kind);
  try {
    // Animations give their first frame, and a colour profile becomes sRGB before it goes.
    const { data, info } = await sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_PX, height: LONGEST_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .timeout({ seconds: LONGEST_S })
      .toBuffer({ resolveWithObject: true });
    return { content: data, width: info.width, height: info.height };
  } catch {
    throw unreadable(kind);
  }
}

async function kindOf(path: string): Promise<PictureKind | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(KIND_BYTES), 0, KIND_BYTES, 0);
    return pictureKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** By the header alone: a file of a few bytes may say that it is as large as a football field. */
async function checkPixels(path: string, kind: PictureKind): Promise<void> {
  const size = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw unreadable(kind);
    });
  if (size.width * size.height > MOST_PIXELS) {
    throw new RefusedError('picture-too-many-pixels', { about: { max: MOST_PIXELS / 1_000_000 } });
  }
}

function unreadable(kind: PictureKind | null): RefusedError {
  return new RefusedError('picture-unreadable', kind === 'heic' ? { about: { kind } } : {});
}
