/** The fields of the ladders, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { audiences, characters } from '#domain/klantbelofte/ladder';
import { NORM_MOST, normBounds, normUnits } from '#domain/klantbelofte/norm';
import { isDay } from '#domain/klantbelofte/review';
import { strengths } from '#domain/klantbelofte/strength';
import {
  behoefteTexts,
  belofteTexts,
  CUSTOMER_MOST,
  ladderLimits,
  outlineTexts,
  pillars,
  proofTexts,
  sourceKinds,
  type BehoefteText,
  type BelofteText,
  type OutlineText,
  type ProofText,
} from '#document/kinds/ladders/records';
import { AUTHOR_MOST, pictureValue } from '#document/records/picture-value';
import {
  choice,
  flag,
  line,
  number,
  order,
  ref,
  text,
  value,
  type TextField,
} from '#document/records/fields';

const { sentence, detail, name } = ladderLimits;

/** A day that exists, or none. */
const day = v.pipe(
  v.string(),
  v.check((stored) => stored === '' || isDay(stored)),
);

/** As wide as what is read; whether it is a norm is asked where it is read. */
const norm = v.strictTuple([
  v.picklist(normBounds),
  v.pipe(v.number(), v.minValue(0), v.maxValue(NORM_MOST)),
  v.picklist(normUnits),
  v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
]);

function texts<F extends string>(fields: readonly F[], most: (field: F) => number) {
  return Object.fromEntries(fields.map((field) => [field, text(most(field))])) as {
    readonly [K in F]: TextField;
  };
}

/** Longest text of a field, in UTF-16 units. */
export const longestOf = {
  outline: (_: OutlineText): number => sentence,
  themes: (_: 'name'): number => name,
  behoeften: (field: BehoefteText): number => (field === 'words' ? sentence : detail),
  beloften: (field: BelofteText): number => (field === 'words' ? sentence : detail),
  proofs: (field: ProofText): number => (field === 'words' ? sentence : name),
} as const;

const weight = choice([0, 1, 2, 3, 4, 5], 0);

export const laddersRecords = {
  outline: texts(outlineTexts, longestOf.outline),
  themes: { ...texts(['name'], longestOf.themes), order: order() },
  behoeften: {
    ...texts(behoefteTexts, longestOf.behoeften),
    toCustomer: weight,
    toTeam: weight,
    order: order(),
  },
  sources: {
    behoefte: ref(),
    kind: choice(sourceKinds, 'quote'),
    /** Where it can be found again: the id of the note, mark or card; '' where it was typed here. */
    from: line(160),
    words: line(sentence),
    /** What else tells where it was: the chapter of the map, the customer's number, how many dots. */
    about: line(detail),
    /** Of whom it was seen, 'K2': by number, and never by name; '' where it was of no customer of the test. */
    customer: line(CUSTOMER_MOST),
    /** When it was seen, in seconds since the talk began. */
    seconds: number(),
    order: order(),
  },
  beloften: {
    behoefte: ref(),
    theme: ref(),
    ...texts(belofteTexts, longestOf.beloften),
    character: choice(['', ...characters], ''),
    audience: choice(['', ...audiences], ''),
    norm: value(v.nullable(norm), null),
    pillar: choice(['', ...pillars], ''),
    strength: choice(strengths, 'opinion'),
    reviewOn: value(day, ''),
    picture: value(v.nullable(pictureValue), null),
    order: order(),
  },
  proofs: {
    belofte: ref(),
    ...texts(proofTexts, longestOf.proofs),
    inPlace: flag(),
    due: value(day, ''),
    order: order(),
  },
  findings: {
    belofte: ref(),
    /** The observation on the grid. */
    from: line(160),
    customer: line(CUSTOMER_MOST),
    supports: flag(),
    words: line(ladderLimits.finding),
    /** The pattern that it is part of, or the part of the prototype. */
    about: line(detail),
    quote: flag(),
    seconds: number(),
  },
  decided: {
    /** The Decider keeps it in the set. */
    kept: flag(),
    /** It was a concept of Thursday, to be put to customers. */
    concept: flag(),
    /** Version that was signed last; 0 for none. */
    version: number(),
    /** What was signed, as one line of data; '' for nothing. */
    frozen: line(20_000),
    signedBy: line(AUTHOR_MOST),
    onBehalfOf: line(AUTHOR_MOST),
    /** Milliseconds since 1970. */
    signedAt: number(),
    /** Recorded with the signature. */
    reason: line(2_000),
    /** Why what was signed is being changed; '' while it is not. */
    change: line(2_000),
  },
};
