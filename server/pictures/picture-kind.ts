/**
 * What a file is, by its first bytes: its name and the type that a browser states say nothing. Only
 * what stands here ever reaches a decoder; SVG, PDF and everything else do not.
 */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic';

/** As many bytes of a file as the kind is told from. */
export const KIND_BYTES = 64;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Brands of the HEIF family; what is inside them a decoder may or may not read. */
const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

const word = (bytes: Uint8Array, from: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** @param bytes the beginning of the file, KIND_BYTES of it where there are so many. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (PNG.every((byte, index) => bytes[index] === byte)) return 'png';
  if (word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WEBP') return 'webp';
  if (['GIF87a', 'GIF89a'].includes(word(bytes, 0, 6))) return 'gif';
  return word(bytes, 4) === 'ftyp' ? heifKind(bytes) : null;
}

/** The major brand, then the compatible ones: a phone may put the general `mif1` first. */
function heifKind(bytes: Uint8Array): PictureKind | null {
  const brands = [word(bytes, 8)];
  for (let from = 16; from + 4 <= bytes.length; from += 4) brands.push(word(bytes, from));
  if (brands.some((brand) => avifBrands.includes(brand))) return 'avif';
  return heicBrands.includes(brands[0] ?? '') ? 'heic' : null;
}
