/** In which order a group's notes come to lie when it is tidied. Pure. */
import { paperColors, type PaperColor } from '#document/schema';

export type TidyBy = 'dots' | 'color' | 'text';
type Tidied = {
  readonly id: string;
  readonly color: PaperColor;
  readonly text: string;
  readonly dots: number;
};

/** @returns the ids: most dots first, papers together, or from A to Z; equals keep their order. */
export function tidyOrder(notes: readonly Tidied[], by: TidyBy): string[] {
  const rank = (color: PaperColor): number => paperColors.indexOf(color);
  const compare = {
    dots: (a: Tidied, b: Tidied) => b.dots - a.dots,
    color: (a: Tidied, b: Tidied) => rank(a.color) - rank(b.color),
    text: (a: Tidied, b: Tidied) =>
      a.text.trim().localeCompare(b.text.trim(), 'nl', { numeric: true, sensitivity: 'base' }),
  }[by];
  return [...notes].sort(compare).map(({ id }) => id);
}
