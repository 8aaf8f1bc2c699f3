/** Pixels as a picture on the screen, and as a file to send: written anew, so that it holds a picture and nothing else. */
import type { Pixels } from './pixels';

const QUALITY = 0.86;

export function paintOn(canvas: HTMLCanvasElement, { width, height, data }: Pixels): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
}

/** @returns WebP, or JPEG of a browser that does not write that. Throws when it writes neither. */
export async function fileOf(pixels: Pixels): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paintOn(canvas, pixels);
  for (const type of ['image/webp', 'image/jpeg']) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
    if (blob?.type === type) return blob;
  }
  throw new Error('this browser writes no pictures');
}
