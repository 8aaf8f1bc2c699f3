/**
 * What an exercise is: one row of the week and of the table of secrecy (docs/product.md). Each has a
 * file of its own, or shares one with its neighbours; `registry.ts` gathers them. Words (title, instruction, script) live in the messages,
 * keyed by the exercise's id.
 */
import type { Phase } from '#domain/sprint/phases';
import type { Day } from '#domain/sprint/days';

/**
 * How a dot is put. `candidate`: on what is chosen, and no more is said. `spot`: on a place of an exhibit.
 * `reasoned`: together with the reason, on an exhibit or a part of it. `binding`: by the Decider alone, who
 * lays all of them down in one act with one reason.
 */
export const dotWays = ['candidate', 'spot', 'reasoned', 'binding'] as const;
export type DotWay = (typeof dotWays)[number];

/** What a round of this exercise does. `null` where an exercise has no dots. */
export type DotRules = {
  /** Dots of each voter who is not the Decider. 0 where only the Decider votes. */
  readonly each: number;
  /** Where the facilitator may give more dots before the start ("2-3"): the most. */
  readonly eachAtMost?: number;
  /** Dots of the Decider: a number, or `abstains`. */
  readonly decider: number | 'abstains';
  /** The Decider abstains in the four-day variant although they vote in the five days. */
  readonly deciderAbstainsInFourDays?: true;
  /** `candidate` when left out. */
  readonly way?: DotWay;
  /** How many dots one voter may put on one candidate, or on one spot of it; equal to `each` or more means free stacking. */
  readonly perCandidate: number;
  /** Results: to all at the same moment at close, or live where the facilitator chose so before the start. */
  readonly results: 'at-close' | 'live-or-at-close';
  /** Whether who voted what is kept and shown after the close. False: deleted in the closing transaction. */
  readonly voterShown: boolean;
  /** A vote that the facilitator may leave out. */
  readonly optional: boolean;
};

/** `after-critique`: a sketch keeps its maker hidden until the critique of that sketch has ended. */
export type AuthorShown = 'no' | 'yes' | 'facilitator-chooses' | 'after-critique';

/** Kinds of board that an exercise may work on. */
export type ExerciseBoard =
  | 'wall'
  | 'map'
  | 'lists'
  | 'cards'
  | 'storyboard'
  | 'gallery'
  | 'ladders'
  | 'prototype'
  | 'script'
  | 'grid'
  | 'decision';

/**
 * Kinds of private room, which admits its owner alone: a `pile` of hidden notes, that a reveal lays on a
 * wall, and a `pad` to draw on, of which nothing leaves but the sketch that its owner hands in.
 */
export const privateKinds = ['pile', 'pad'] as const;
export type PrivateKind = (typeof privateKinds)[number];

/**
 * What becomes of what was written alone. `reveal`: a pile is laid on the wall, of all together. `hand-in`: what
 * its maker handed in goes to the museum, and nothing else. `keep`: it stays where it is.
 */
export type Leaves = 'reveal' | 'hand-in' | 'keep';

export type Exercise = {
  readonly id: string;
  /** The day of the five-day week that it belongs to; null for what may stand anywhere. */
  readonly day: Day | null;
  /** Default length in whole minutes; `atLeast`/`atMost`. */
  readonly minutes: { readonly default: number; readonly atLeast: number; readonly atMost: number };
  readonly phases: readonly Phase[];
  readonly silent: boolean;
  /** Bytes of what is written go to nobody else until the reveal. */
  readonly hiddenWhileWriting: boolean;
  /** In which private room that is written; a pile where it is left out. What is made on a pad has no shared board. */
  readonly privateKind?: PrivateKind;
  /** What leaving the phase `writing` does with it; `reveal` where it is left out. */
  readonly leaves?: Leaves;
  readonly authorShownAfter: AuthorShown;
  readonly dots: DotRules | null;
  /** Whether the Decider ends the exercise with a binding choice (phase `decision`). */
  readonly deciderDecides: boolean;
  /**
   * Steps of exercises with the same wall within one sprint share one board (HMW, HMW ordenen and
   * HMW stemmen are one wall). Equal to `id` where the exercise has a wall of its own.
   */
  readonly wall: string;
  /** What its board is: the same for all exercises that share it. */
  readonly kind: ExerciseBoard;
  /** It shows what commands keep, and has no board. */
  readonly boardless?: true;
  /** An expert may read its board also when nothing is done on it. */
  readonly expertsRead?: true;
  /** Boards of other exercises, by their `wall`, that lie beside this one to be read and corrected. */
  readonly beside?: readonly string[];
  /** On the pad: its sheet is folded, and turns to the next fold at each whole minute of the clock. */
  readonly turnsByMinute?: true;
  /** Exhibits are talked through one by one, and their makers told. */
  readonly critiques?: true;
  /** Each step gets a new wall (the loose note-and-vote asks another question each time). */
  readonly wallPerStep?: true;
  /** The words of its decision may be changed afterwards; the old ones are kept. */
  readonly amendable?: true;
  /** A later step of it goes on with its board, in its last phase, where an earlier one revealed what was hidden. */
  readonly goesOn?: true;
  /** What is written hidden in a later step comes beside what its board has, from the first phase on. */
  readonly addsToBoard?: true;
  /** Each writes one row of so many actions, one to a line; the row is what is voted on. */
  readonly row?: { readonly least: number; readonly most: number };
  /** In this phase the facilitator goes through what lies on the board, each with so many seconds on the clock. */
  readonly turns?: { readonly phase: Phase; readonly seconds: number };
  /** Notes of all together below which the facilitator is warned before the reveal; nothing is refused. */
  readonly fewestNotes?: number;
  /** Notes of one writer above which they are reminded; nothing is refused. */
  readonly mostNotesEach?: number;
  /** A fixed beginning of each note, displayed and never stored; its words are in the messages. */
  readonly prefix: 'hmw' | 'sprint-question' | null;
  /** `own`: built. `plain`: opens as a plain board with instruction, clock and phases. `pause`: a break. */
  readonly tool: 'own' | 'plain' | 'pause';
};
