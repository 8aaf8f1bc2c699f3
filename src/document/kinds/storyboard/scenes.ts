/**
 * A storyboard as the scenes of the prototype: what each is called and what it came from, in the order of
 * the story. What a later step is given of it; never written back.
 */
import { isBlankPanel, isOpenPoint, type PlainStoryboard } from '#document/kinds/storyboard/plain';

export type Scene = {
  /** Of its panel. */
  readonly id: string;
  /** Its place in the story, from 1; a blank panel keeps its number and is no scene. */
  readonly number: number;
  /** Its title, else its caption; empty where it is only drawn. */
  readonly words: string;
  /** Questions that are still open on it. */
  readonly open: number;
  /** The row `<stepId>/<candidateId>` of which it is an action; null of a panel that the team added. */
  readonly row: string | null;
  /** Sketches of which a part lies on it, each once. */
  readonly exhibits: readonly string[];
};

export function scenesOf({ panels }: Pick<PlainStoryboard, 'panels'>): Scene[] {
  return panels.flatMap((panel, at) => {
    if (isBlankPanel(panel)) return [];
    const { id, title, caption, source, clips, points } = panel;
    return {
      ...{ id, number: at + 1, words: title.trim() || caption.trim() },
      open: points.filter(isOpenPoint).length,
      row: source?.kind === 'row' ? source.id : null,
      exhibits: [...new Set(clips.map(({ exhibit }) => exhibit).filter((one) => one !== ''))],
    };
  });
}
