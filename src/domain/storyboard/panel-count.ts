/**
 * How many panels a storyboard has: ten to fifteen can be built in a day and told in an hour. Fewer
 * gets a hint, more a warning; nothing is refused.
 */
export const FEWEST_PANELS = 10;
export const MOST_PANELS = 15;

export type PanelCount = 'none' | 'few' | 'fine' | 'many';

export function panelCount(panels: number): PanelCount {
  if (panels === 0) return 'none';
  if (panels < FEWEST_PANELS) return 'few';
  return panels > MOST_PANELS ? 'many' : 'fine';
}
