/**
 * What a document of klantbeloften holds: every root, every field and its shape. One for the whole
 * sprint: concepts of Thursday and the set of Friday are the same records. What stands on a rung says
 * so by the id of the rung below and is kept while that is gone, so that it hangs and does not vanish.
 * Every word is a Y.Text, so that several people write in one sentence.
 *
 * `outline`   one record, seeded: { areWe, marksUs, canKeep, brand, slogan: Y.Text }
 * `themes`    id -> { name: Y.Text, order }
 * `behoeften` id -> { words, who, moment: Y.Text, toCustomer: 0..5, toTeam: 0..5, order }
 * `sources`   id -> { behoefte, kind, from, words, about, customer, seconds, order }: what a behoefte came from, in
 *             its own words
 * `beloften`  id -> { behoefte, theme, texts as in `belofteTexts`, character, audience, norm: [bound, threshold,
 *             unit, share] | null, pillar, strength, reviewOn, picture: [id, width, height] | null, order }
 * `proofs`    id -> { belofte, words, owner: Y.Text, inPlace, due, order }
 * `findings`  `findingId` -> { belofte, from, customer, supports, words, about, quote, seconds }: what customers
 *             showed in the test, for or against it, in the words of the grid
 * `decided`   belofteId -> what was decided of it; the server's alone, see `DecidedFields`
 */
import * as Y from 'yjs';
import type { recordNames } from '#document/kinds/record-roots';

export type LaddersRecord = (typeof recordNames.ladders)[number];

/** The id under which a finding is kept: two who bring the same one in at once bring in one. */
export function findingId(belofteId: string, observationId: string): string {
  return `${belofteId}-${observationId}`;
}

/** The one record of `outline`. */
export const OUTLINE = 'outline';

/** Asked aloud before anything is promised, and what the set stands beside: the brand's promise and its slogan. */
export const outlineTexts = ['areWe', 'marksUs', 'canKeep', 'brand', 'slogan'] as const;
export type OutlineText = (typeof outlineTexts)[number];

export const behoefteTexts = ['words', 'who', 'moment'] as const;
export type BehoefteText = (typeof behoefteTexts)[number];

export const belofteTexts = [
  ...(['words', 'channel', 'circumstances', 'exceptions'] as const),
  ...(['measuredHow', 'measuredOften', 'lastValue'] as const),
  ...(['owner', 'employee', 'bringsCustomer', 'bringsUs'] as const),
  ...(['recovery', 'recoveryBy', 'recoveryLimit', 'recoverySoon'] as const),
] as const;
export type BelofteText = (typeof belofteTexts)[number];

export const proofTexts = ['words', 'owner'] as const;
export type ProofText = (typeof proofTexts)[number];

/** Longest texts, in UTF-16 units. */
export const ladderLimits = {
  /** A sentence: a behoefte, a belofte, a proof. */
  sentence: 400,
  /** Anything else that is said of it. */
  detail: 300,
  /** A theme, a name. */
  name: 60,
  /** What was seen of a customer, as on the grid. */
  finding: 600,
} as const;

/** Longest number of a customer. */
export const CUSTOMER_MOST = 8;

/** What a behoefte came from: a question that the vote chose, a pain on the map, what a customer said or did. */
export const sourceKinds = ['hmw', 'pain', 'quote', 'observation'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Of what is offered as a label: the six pillars of experience. */
export const pillars = [
  'personalisation',
  'integrity',
  'expectations',
  'resolution',
  'time-and-effort',
  'empathy',
] as const;
export type Pillar = (typeof pillars)[number];

/** At most so many themes are chosen; the page offers no more, and reads all that are there. */
export const MOST_THEMES = 5;

/** Inside the transaction of the seed: the record that exists once and that no browser makes. */
export function seedLadders(doc: Y.Doc): void {
  const outline = new Y.Map<unknown>();
  for (const field of outlineTexts) outline.set(field, new Y.Text());
  doc.getMap<Y.Map<unknown>>('outline').set(OUTLINE, outline);
}
