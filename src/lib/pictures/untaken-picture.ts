/**
 * A picture that was pasted or dropped where nothing takes it: said, with the reason, rather than left without
 * a word. Called by the sprint's layout, after whoever takes pictures had its turn.
 */
import type { Stage } from '#protocol/stage';

/** Why it was not taken; each has its words. */
export type Untaken =
  /** Hidden notes are words: a file would tell whose it is. */
  | 'in-pile'
  /** The board takes pictures now, this field does not. */
  | 'in-field'
  /** The board takes notes now, and no pictures. */
  | 'not-now'
  /** The board takes nothing now. */
  | 'closed';

/** A spreadsheet offers a picture of its cells beside their text: that is text. */
export function holdsPicture(data: Pick<DataTransfer, 'files' | 'getData'> | null): boolean {
  if (!data || data.getData('text/plain').trim() !== '') return false;
  return [...data.files].some(({ type }) => type.startsWith('image/'));
}

export function whyUntaken({ now }: Pick<Stage, 'now'>): Untaken {
  if (now?.phase === 'writing') return 'in-pile';
  if (!now?.boardWritable) return 'closed';
  return now.wideTools || now.phase === 'open' ? 'in-field' : 'not-now';
}
