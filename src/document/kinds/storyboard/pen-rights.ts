/** What one person may do on a storyboard beside what everybody may, which is words and open points. */
export type PenRights = {
  /** Holds the pen: strokes and clips are taken from nobody else. */
  readonly draws: boolean;
  /** Closes open points: the Decider, who stands in for them, and who facilitates. */
  readonly settles: boolean;
};
