/**
 * What the stand-ins bring to Tuesday and Wednesday, in words; `story-nl.ts` and `story-en.ts` hold them, in
 * the order of the case's stand-ins. What they draw is the same in every language and stands here.
 */
import type { Figure, PenStyle } from '#server/example/week/drawing';

/** What one of them found elsewhere. */
export type Demo = { readonly title: string; readonly idea: string };

/** `sketchOf`: the place of its maker among the four, from 0. */
export type AboutSketch = { readonly sketchOf: number; readonly text: string };

/** What one of them writes and draws alone. */
export type Maker = {
  readonly demos: readonly Demo[];
  /** Line by line, on the pad's sheets. */
  readonly notes: readonly string[];
  readonly ideas: readonly string[];
  readonly sketch: {
    readonly title: string;
    /** Below each of the three panels, and what is drawn there for who does not see it. */
    readonly panels: readonly (readonly [words: string, description: string])[];
  };
  /** Asked without a name about the sketch of the maker in that place. */
  readonly question: AboutSketch;
  /** Why they would build that sketch: said with their dot. */
  readonly poll: AboutSketch;
  /** What the customer does in the test, action by action. */
  readonly row: readonly string[];
};

export type WeekStory = {
  readonly makers: readonly Maker[];
  /** Pinned in the critique of that maker's sketch, and what its maker adds when all have spoken. */
  readonly critique: readonly {
    readonly standout: string;
    readonly worry: string;
    readonly missed: string;
  }[];
  /** Of a sketch that none of them made, or with a dot on it. */
  readonly otherCritique: { readonly standout: string; readonly worry: string };
  readonly supervote: string;
  readonly rumble: string;
  readonly panels: readonly { readonly title: string; readonly caption: string }[];
  readonly points: readonly {
    /** The panel it is about, from 0. */
    readonly panel: number;
    readonly asks: string;
    readonly answer: string;
  }[];
};

/** How each of them draws: sure or not, leaning or straight, thin or thick. */
export const styles: readonly Omit<PenStyle, 'seed'>[] = [
  { strays: 3, leans: -0.02, width: 'thick', accent: 'red' },
  { strays: 11, leans: 0.09, width: 'thick', accent: 'blue' },
  { strays: 5, leans: -0.08, width: 'thin', accent: 'ochre' },
  { strays: 7, leans: 0.03, width: 'thin', accent: 'red' },
];

/** Three panels of each one's sketch. */
export const sketchDrawings: readonly (readonly (readonly Figure[])[])[] = [
  [
    [
      ['phone', 60, 60, 480],
      ['clock', 620, 120, 260],
    ],
    [
      ['van', 80, 160, 380],
      ['arrow', 480, 240, 180],
      ['house', 690, 130, 260],
    ],
    [
      ['person', 130, 90, 400],
      ['smile', 610, 160, 250],
    ],
  ],
  [
    [
      ['washer', 70, 90, 380],
      ['bubble', 520, 60, 400],
    ],
    [
      ['list', 100, 90, 420],
      ['check', 640, 180, 220],
    ],
    [
      ['van', 60, 170, 420],
      ['check', 520, 250, 120],
      ['house', 690, 120, 270],
    ],
  ],
  [
    [
      ['person', 60, 110, 380],
      ['bubble', 380, 60, 320],
      ['clock', 740, 100, 190],
    ],
    [
      ['phone', 300, 50, 500],
      ['smile', 720, 300, 160],
    ],
    [
      ['house', 80, 130, 350],
      ['person', 430, 170, 290],
      ['smile', 730, 160, 190],
    ],
  ],
  [
    [
      ['phone', 60, 60, 470],
      ['euro', 590, 130, 280],
    ],
    [
      ['list', 80, 80, 440],
      ['euro', 620, 90, 180],
      ['check', 640, 340, 170],
    ],
    [
      ['person', 110, 110, 380],
      ['arrow', 450, 250, 150],
      ['euro', 660, 160, 240],
    ],
  ],
];

/** Eight small ones each, one for each minute: a figure and then another way of it. */
export const foldDrawings: readonly Figure[] = [
  ['phone', 260, 80, 460],
  ['clock', 280, 110, 400],
  ['bubble', 220, 80, 520],
  ['van', 200, 120, 560],
  ['list', 250, 100, 460],
  ['house', 270, 90, 430],
  ['smile', 290, 110, 390],
  ['euro', 300, 110, 380],
];

/** One scene for each panel of the storyboard. */
export const sceneDrawings: readonly (readonly Figure[])[] = [
  [
    ['washer', 180, 90, 330],
    ['bubble', 540, 70, 340],
  ],
  [['phone', 250, 30, 500]],
  [
    ['person', 120, 110, 360],
    ['phone', 500, 90, 380],
  ],
  [
    ['phone', 130, 60, 450],
    ['clock', 600, 130, 260],
  ],
  [
    ['list', 190, 100, 380],
    ['euro', 640, 140, 230],
  ],
  [
    ['phone', 100, 60, 440],
    ['check', 600, 160, 260],
  ],
  [
    ['house', 90, 120, 340],
    ['person', 520, 120, 340],
  ],
  [
    ['bubble', 170, 90, 380],
    ['clock', 620, 150, 250],
  ],
  [
    ['van', 80, 160, 420],
    ['arrow', 510, 230, 150],
    ['house', 690, 130, 250],
  ],
  [
    ['person', 160, 110, 350],
    ['washer', 540, 100, 330],
  ],
  [
    ['phone', 110, 60, 440],
    ['smile', 590, 150, 270],
  ],
];
