/**
 * A file of a camera as pixels: upright as its EXIF says, and no larger than what can be worked on. All
 * that the file says beside its picture ends here: what is made of these pixels holds nothing of it.
 */
import { isHeic } from '$lib/pictures/shrink-photo';
import { findPaper, LOOKED_AT_PX } from './find-paper';
import type { Pixels } from './pixels';
import { scaled, wholeOf, type Quad, type Size } from './quad';

export type PaperPhoto = {
  readonly pixels: Pixels;
  /** To show it, and to look at it through a glass. */
  readonly canvas: HTMLCanvasElement;
  /** Of the sheet; of the whole photograph where none was found. */
  readonly corners: Quad;
  readonly found: boolean;
};

/** `heic`: this browser cannot read what the phone makes; `unreadable`: it is no picture. */
export type UnreadPhoto = { readonly why: 'heic' | 'unreadable' };

/** Longest side that is worked on: sharper than what is kept, and a second's work on a telephone. */
const LONGEST_PX = 2_400;
/** Brands of the files that iPhones make, as they stand in their first bytes. */
const HEIC_BYTES = /^ftyp(?:hei|hev|mif1|msf1)/;

/** @returns why not, of a file that cannot be read. Never throws. */
export async function readPhoto(file: File): Promise<PaperPhoto | UnreadPhoto> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      return seen(bitmap);
    } finally {
      bitmap.close();
    }
  } catch {
    const head = await file
      .slice(4, 12)
      .text()
      .catch(() => '');
    return { why: isHeic(file) || HEIC_BYTES.test(head) ? 'heic' : 'unreadable' };
  }
}

function seen(bitmap: ImageBitmap): PaperPhoto {
  const canvas = drawn(bitmap, LONGEST_PX);
  const pixels = pixelsOf(canvas);
  const small = pixelsOf(drawn(canvas, LOOKED_AT_PX));
  const corners = findPaper(small);
  const whole = { pixels, canvas, corners: wholeOf(pixels), found: false };
  if (!corners) return whole;
  return { ...whole, corners: scaled(corners, pixels.width / small.width), found: true };
}

function drawn(source: CanvasImageSource & Size, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(source.width * scale));
  canvas.height = Math.max(1, Math.round(source.height * scale));
  const paint = painter(canvas);
  paint.imageSmoothingQuality = 'high';
  paint.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixelsOf(canvas: HTMLCanvasElement): Pixels {
  const { width, height, data } = painter(canvas).getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, data: data as Pixels['data'] };
}

function painter(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  if (!paint) throw new Error('this browser gives no canvas');
  return paint;
}
