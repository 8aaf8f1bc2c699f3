/** What a picture is called for who listens: its caption, or that it has none. */
import { cutText } from '#domain/text/cut';
import { m } from '$lib/paraglide/messages';

export function pictureName(caption: string): string {
  return caption.trim() || m.pictures_unnamed();
}

/** A name for the file on somebody's own machine: the beginning of the caption, without what file systems refuse. */
export function downloadName(caption: string): string {
  const words = caption
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
  return `${cutText(words, 60) || 'sprintkamer'}.webp`;
}
