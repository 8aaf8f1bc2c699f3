/** What the stand-ins bring to Thursday's concepts and to Friday, in words; `testing-nl.ts` and `testing-en.ts` hold them. */
import type { Norm } from '#domain/klantbelofte/norm';
import type { Mark } from '#domain/tests/patterns';

/** A ladder that they climb: written hidden by one of them, proven by all. */
export type ExampleLadder = {
  /** Of the behoefte, in a customer's words; several ladders may stand on one. */
  readonly behoefte: string;
  readonly who: string;
  /** Who writes the belofte, by their place among the four, from 0. */
  readonly writer: number;
  /** Behind the opening. */
  readonly belofte: string;
  readonly norm: Norm;
  readonly proofs: readonly { readonly words: string; readonly inPlace: boolean }[];
};

/** Something seen of a customer, by one of them. */
export type ExampleObservation = {
  /** Their place among the four, from 0. */
  readonly by: number;
  /** Which part of the prototype, from 0. */
  readonly part: number;
  readonly mark: Mark;
  readonly strong?: true;
  /** With quotation marks it is a quote. */
  readonly text: string;
};

export type TestingStory = {
  readonly ladders: readonly ExampleLadder[];
  readonly keep: string;
  /** Whom they talk with; the last is the reserve. The first four have confirmed. */
  readonly customers: readonly string[];
  /** What is gone through with each of them. */
  readonly parts: readonly string[];
  /** By customer, in order. */
  readonly seen: readonly (readonly ExampleObservation[])[];
};
