/**
 * The klantbeloften as plain objects, in the team's order: what the screens draw, the exports write and
 * tests compare. Equal documents give equal plains. Reading never throws; what does not fit its field
 * reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import type { Audience, Character, Weight } from '#domain/klantbelofte/ladder';
import { normRefusal, type Norm } from '#domain/klantbelofte/norm';
import type { Strength } from '#domain/klantbelofte/strength';
import { laddersRecords } from '#document/kinds/ladders/declaration';
import {
  behoefteTexts,
  belofteTexts,
  OUTLINE,
  outlineTexts,
  type BehoefteText,
  type BelofteText,
  type OutlineText,
  type Pillar,
  type SourceKind,
} from '#document/kinds/ladders/records';
import { prose, stored, word, type Stored } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';
import { isRecordId, type ValueField } from '#document/records/fields';
import { readPicture, type StoredPicture } from '#document/shapes';

export type PlainSource = {
  id: string;
  kind: SourceKind;
  /** Where it can be found again; '' where it was typed here. */
  from: string;
  words: string;
  about: string;
  /** 'K2'; '' where it was of no customer of the test. */
  customer: string;
  seconds: number;
  order: string;
};
/** What a customer showed in the test, for or against a belofte. */
export type PlainFinding = {
  id: string;
  /** The observation on the grid. */
  from: string;
  customer: string;
  supports: boolean;
  words: string;
  /** The pattern that it is part of, or the part of the prototype. */
  about: string;
  /** In the customer's own words. */
  quote: boolean;
  /** Since the talk began. */
  seconds: number;
};
export type PlainBehoefte = Record<BehoefteText, string> & {
  id: string;
  /** How important, 1 to 5; null: not said. */
  toCustomer: Weight | null;
  toTeam: Weight | null;
  sources: PlainSource[];
  order: string;
};
export type PlainProof = {
  id: string;
  words: string;
  owner: string;
  inPlace: boolean;
  /** `YYYY-MM-DD`; '' for none. */
  due: string;
  order: string;
};
/** What the server recorded of a belofte. */
export type PlainDecided = {
  kept: boolean;
  concept: boolean;
  /** Of what was signed last; 0: nothing was. */
  version: number;
  frozen: string;
  signedBy: string;
  onBehalfOf: string;
  signedAt: number;
  reason: string;
  /** Why it is being changed; '' while it is not. */
  change: string;
};
export type PlainBelofte = Record<BelofteText, string> & {
  id: string;
  /** The behoefte that it stands on; null: that is gone, or there never was one. */
  behoefteId: string | null;
  themeId: string | null;
  character: Character | null;
  audience: Audience | null;
  norm: Norm | null;
  pillar: Pillar | null;
  strength: Strength;
  reviewOn: string;
  picture: StoredPicture | null;
  proofs: PlainProof[];
  /** By customer, in the order of the talk. */
  findings: PlainFinding[];
  decided: PlainDecided;
  order: string;
};
export type PlainTheme = { id: string; name: string; order: string };
export type PlainLadders = {
  outline: Record<OutlineText, string>;
  themes: PlainTheme[];
  behoeften: PlainBehoefte[];
  /** In the team's order. */
  beloften: PlainBelofte[];
};

export const undecided: PlainDecided = {
  ...{ kept: false, concept: false, version: 0, frozen: '', signedBy: '', onBehalfOf: '' },
  ...{ signedAt: 0, reason: '', change: '' },
};

export function plainLadders(doc: Y.Doc): PlainLadders {
  const outline = stored(doc, 'outline').find(({ id }) => id === OUTLINE);
  const themes = stored(doc, 'themes').map(readTheme).sort(byOrder);
  const sources = stored(doc, 'sources').map(readSource);
  const behoeften = stored(doc, 'behoeften')
    .map((one) => ({ ...readBehoefte(one), sources: of(sources, one.id) }))
    .sort(byOrder);
  const proofs = stored(doc, 'proofs').map(readProof);
  const findings = stored(doc, 'findings').map(readFinding).sort(byCustomer);
  const decided = new Map(stored(doc, 'decided').map((one) => [one.id, readDecided(one)]));
  const there = new Set([...themes, ...behoeften].map(({ id }) => id));
  const standing = (id: string | null): string | null => (id !== null && there.has(id) ? id : null);
  const beloften = stored(doc, 'beloften')
    .map((one): PlainBelofte => ({
      ...readBelofte(one),
      behoefteId: standing(refOf(one.get('behoefte'))),
      themeId: standing(refOf(one.get('theme'))),
      proofs: of(proofs, one.id),
      findings: findings.flatMap(({ on, ...found }) => (on === one.id ? [found] : [])),
      decided: decided.get(one.id) ?? undecided,
    }))
    .sort(byOrder);
  return { outline: textsOf(outline, outlineTexts), themes, behoeften, beloften };
}

/** Nothing was written yet. */
export function isEmptyLadders({ outline, themes, behoeften, beloften }: PlainLadders): boolean {
  const isSaid = outlineTexts.some((field) => outline[field].trim() !== '');
  return !isSaid && themes.length + behoeften.length + beloften.length === 0;
}

/** Begun and nothing said: neither a word, nor a proof, nor a finding. */
export function isBlankBelofte({ words, proofs, findings, decided }: PlainBelofte): boolean {
  const isDecided = decided.kept || decided.concept || decided.version > 0;
  return words.trim() === '' && proofs.length + findings.length === 0 && !isDecided;
}

/** The beloften that the Decider kept, in the team's order; before anything was kept, all that say something. */
export function setOf({ beloften }: PlainLadders): PlainBelofte[] {
  const said = beloften.filter(({ words }) => words.trim() !== '');
  const kept = said.filter(({ decided }) => decided.kept);
  return kept.length > 0 ? kept : said;
}

function of<T extends { on: string | null; order: string; id: string }>(
  all: readonly T[],
  id: string,
): Omit<T, 'on'>[] {
  return all
    .filter(({ on }) => on === id)
    .sort(byOrder)
    .map(({ on: _, ...one }) => one);
}

function textsOf<F extends string>(
  record: Stored | undefined,
  fields: readonly F[],
): Record<F, string> {
  return Object.fromEntries(fields.map((field) => [field, prose(record?.get(field))])) as Record<
    F,
    string
  >;
}

function readTheme({ id, get }: Stored): PlainTheme {
  return { id, name: prose(get('name')), order: word(get('order')) };
}

function readSource({ id, get }: Stored): PlainSource & { on: string | null } {
  const { kind } = laddersRecords.sources;
  return {
    ...{ id, on: refOf(get('behoefte')), kind: valueOf(kind, get('kind')) },
    ...{ from: word(get('from')), words: word(get('words')), about: word(get('about')) },
    ...{ customer: word(get('customer')), seconds: positive(get('seconds')) },
    order: word(get('order')),
  };
}

function readFinding({ id, get }: Stored): PlainFinding & { on: string | null } {
  return {
    ...{ id, on: refOf(get('belofte')), from: word(get('from')), customer: word(get('customer')) },
    ...{ supports: get('supports') === true, words: word(get('words')), about: word(get('about')) },
    ...{ quote: get('quote') === true, seconds: positive(get('seconds')) },
  };
}

/** 'K2' before 'K10'. */
function byCustomer(one: PlainFinding, other: PlainFinding): number {
  return (
    one.customer.length - other.customer.length ||
    compare(one.customer, other.customer) ||
    one.seconds - other.seconds ||
    compare(one.id, other.id)
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function readBehoefte(record: Stored): Omit<PlainBehoefte, 'sources'> {
  const { id, get } = record;
  return {
    id,
    ...textsOf(record, behoefteTexts),
    toCustomer: weightOf(get('toCustomer')),
    toTeam: weightOf(get('toTeam')),
    order: word(get('order')),
  };
}

function readProof({ id, get }: Stored): PlainProof & { on: string | null } {
  return {
    ...{ id, on: refOf(get('belofte')), words: prose(get('words')), owner: prose(get('owner')) },
    inPlace: get('inPlace') === true,
    due: valueOf(laddersRecords.proofs.due, get('due')) ?? '',
    order: word(get('order')),
  };
}

function readBelofte(
  record: Stored,
): Omit<PlainBelofte, 'behoefteId' | 'themeId' | 'proofs' | 'findings' | 'decided'> {
  const { id, get } = record;
  const fields = laddersRecords.beloften;
  return {
    id,
    ...textsOf(record, belofteTexts),
    character: valueOf(fields.character, get('character')) || null,
    audience: valueOf(fields.audience, get('audience')) || null,
    norm: normOf(get('norm')),
    pillar: valueOf(fields.pillar, get('pillar')) || null,
    strength: valueOf(fields.strength, get('strength')),
    reviewOn: valueOf(fields.reviewOn, get('reviewOn')) ?? '',
    picture: readPicture(get('picture')),
    order: word(get('order')),
  };
}

function readDecided({ get }: Stored): PlainDecided {
  return {
    kept: get('kept') === true,
    concept: get('concept') === true,
    version: positive(get('version')),
    frozen: word(get('frozen')),
    signedBy: word(get('signedBy')),
    onBehalfOf: word(get('onBehalfOf')),
    signedAt: positive(get('signedAt')),
    reason: word(get('reason')),
    change: word(get('change')),
  };
}

function positive(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function valueOf<T>(field: ValueField<T>, value: unknown): T {
  return field.accepts(value) ? (value as T) : field.neutral;
}

function weightOf(value: unknown): Weight | null {
  return valueOf(laddersRecords.behoeften.toTeam, value) || null;
}

/** What was stored as four values that make no norm together reads as none. */
function normOf(value: unknown): Norm | null {
  if (!Array.isArray(value) || !laddersRecords.beloften.norm.accepts(value)) return null;
  const [bound, threshold, unit, share] = value as [
    Norm['bound'],
    number,
    Norm['unit'],
    Norm['share'],
  ];
  const norm: Norm = { bound, threshold, unit, share };
  return normRefusal(norm) === null ? norm : null;
}

function refOf(value: unknown): string | null {
  return typeof value === 'string' && isRecordId(value) ? value : null;
}
