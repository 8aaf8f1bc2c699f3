/**
 * The shape of the case that an example sprint is filled with, and how its notes are written down:
 * one per line, `theme strength =twin: text`. The cases themselves are `case-nl.ts` and `case-en.ts`.
 */
import type { ActorIcon } from '#document/kinds/map/records';
import type { PaperColor } from '#document/schema';
import type { Mood } from '#domain/map/mood';
import type { TestingStory } from '#server/example/week/testing';
import type { WeekStory } from '#server/example/week/story';

export const themeKeys = ['waiting', 'price', 'parts', 'contact', 'trust', 'aftercare'] as const;
export type ThemeKey = (typeof themeKeys)[number];

export type CaseNote = {
  readonly text: string;
  readonly theme: ThemeKey;
  /** How much it speaks to people, 0 to 3. */
  readonly strength: number;
  /** Notes of one twin say the same and may be stacked. */
  readonly twin: string | null;
};

/**
 * On which stand-ins write: the paper that everybody gets who chooses none. A colour of one's own would
 * name its writer on a wall without names.
 */
export const STAND_IN_PAPER: PaperColor = 'yellow';

/** A stand-in: who they are and what they write. */
export type Persona = {
  readonly name: string;
  readonly decider: boolean;
  /** What they care about, 0 to 3; it weighs in their votes. */
  readonly cares: Partial<Record<ThemeKey, number>>;
  /** 'Hoe kunnen we': the first were written while the experts talked. */
  readonly hmw: readonly CaseNote[];
  readonly goals: readonly string[];
  readonly questions: readonly string[];
  /** For a question that nobody foresaw, as in a loose note-and-vote. */
  readonly loose: readonly string[];
};

export type Theme = {
  readonly label: string;
  /** Beginnings of words by which a visitor's own note is placed. */
  readonly words: readonly string[];
  /** What the Decider says when a note of this theme wins. */
  readonly reason: string;
};

/** A note of a vote in the morning, with the dots that it got. */
export type Voted = readonly [text: string, dots: number];

/** What was done on Monday before the visitor comes in. */
export type Morning = {
  /** Titles of the experts' steps, in order. */
  readonly experts: readonly string[];
  readonly known: readonly string[];
  readonly goal: { readonly notes: readonly Voted[]; readonly reason: string };
  readonly questions: { readonly notes: readonly Voted[]; readonly reason: string };
  readonly map: {
    readonly actors: readonly {
      readonly name: string;
      readonly icon: ActorIcon;
      /** Numbers of the chapters in which they play a part, with what they do there. */
      readonly to: readonly { readonly chapter: number; readonly words?: string }[];
    }[];
    /** From left to right; where the customer meets us, what hurts and what pleases hangs below. */
    readonly chapters: readonly {
      readonly title: string;
      readonly mood: Mood;
      readonly feeling?: string;
      readonly touchpoints?: readonly string[];
      readonly pains?: readonly string[];
      readonly gains?: readonly string[];
    }[];
    readonly ending: string;
    /** Number of the chapter that the team confirmed as the peak. */
    readonly peak: number;
    /** Number of the chapter where a question of each theme belongs. */
    readonly themes: Readonly<Record<ThemeKey, number>>;
  };
};

export type ExampleCase = {
  readonly language: 'nl' | 'en';
  readonly name: string;
  readonly challenge: string;
  /** How a visitor without a name is called. */
  readonly visitor: string;
  readonly themes: Readonly<Record<ThemeKey, Theme>>;
  readonly standIns: readonly Persona[];
  /** What the Decider says of a note that fits no theme. */
  readonly otherReason: string;
  /** The Decider's choice, with the winning text in it. */
  readonly choose: (text: string) => string;
  readonly morning: Morning;
  /** Tuesday and Wednesday. */
  readonly week: WeekStory;
  /** Thursday's concepts, and Friday. */
  readonly testing: TestingStory;
};

/** Notes of each stand-in that the experts' steps left in the pile. */
export const WRITTEN_WITH_EXPERTS = 5;

const line = /^(?<theme>\w+) (?<strength>[0-3])(?: =(?<twin>\w+))?: (?<text>.+)$/;

/** Reads notes from a template literal. Throws on a line that is none: cases are part of the program. */
export function notes({ raw }: TemplateStringsArray): CaseNote[] {
  return raw
    .join('')
    .split('\n')
    .map((written) => written.trim())
    .filter((written) => written !== '')
    .map((written) => {
      const { theme, strength, twin, text } = line.exec(written)?.groups ?? {};
      const known = themeKeys.find((key) => key === theme);
      if (!known || !text) throw new Error(`not a note of a case: ${written}`);
      return { text, theme: known, strength: Number(strength), twin: twin ?? null };
    });
}
