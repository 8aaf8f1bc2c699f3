/**
 * Makes a large photo smaller before it is sent, where this browser can: a phone's photo of 12 MB is
 * then 2 MB on the line. The server decides what is kept; when anything is in the way the file goes as
 * it is.
 */

/** Longest side that is sent: more than the server keeps, so that its own scaling decides the look. */
const LONGEST_PX = 4_096;
/** Below this the line is quicker than the shrinking. */
const WORTH_BYTES = 1_500_000;
const QUALITY = 0.9;
const HEIC = /\.hei[cf]$/i;

/** By what the phone calls it; what is in the file a browser finds out by reading it. */
export const isHeic = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  /^image\/hei[cf]/.test(type) || HEIC.test(name);

/** @returns a smaller picture with the same content, or the file itself. Never throws. */
export async function shrunk(file: File): Promise<Blob> {
  const foreign = isHeic(file);
  // An animation is the server's: it takes the first frame.
  if (file.type === 'image/gif' || (file.size < WORTH_BYTES && !foreign)) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height));
      if (scale === 1 && !foreign) return file;
      const smaller = await drawn(bitmap, { scale, type: typeFor(file, foreign) });
      return smaller && (foreign || smaller.size < file.size) ? smaller : file;
    } finally {
      bitmap.close();
    }
  } catch {
    return file;
  }
}

/** What may be transparent stays so; a browser that cannot write WebP gives something else, which is then not taken. */
function typeFor({ type }: File, foreign: boolean): string {
  return foreign || type === 'image/jpeg' ? 'image/jpeg' : 'image/webp';
}

async function drawn(
  bitmap: ImageBitmap,
  { scale, type }: { scale: number; type: string },
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const paint = canvas.getContext('2d');
  if (!paint) return null;
  paint.imageSmoothingQuality = 'high';
  paint.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  return blob?.type === type ? blob : null;
}
