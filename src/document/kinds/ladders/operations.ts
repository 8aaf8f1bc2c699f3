/**
 * Climbing the ladders. Each function is one transaction with the origin it is given, writes only what
 * changes and does nothing to what is gone; ids are the caller's. What was decided of a belofte the
 * judge lets nobody but the server write.
 */
import type * as Y from 'yjs';
import type { Audience, Character, Weight } from '#domain/klantbelofte/ladder';
import { normRefusal, type Norm } from '#domain/klantbelofte/norm';
import { isDay } from '#domain/klantbelofte/review';
import type { Strength } from '#domain/klantbelofte/strength';
import { storedPicture } from '#document/boards/put-note';
import { newText } from '#document/boards/stored';
import { longestOf } from '#document/kinds/ladders/declaration';
import { isBlankBelofte, plainLadders } from '#document/kinds/ladders/plain';
import { newTexts, putBelofte, type NewBelofte } from '#document/kinds/ladders/put-belofte';
import {
  behoefteTexts,
  CUSTOMER_MOST,
  ladderLimits,
  type BehoefteText,
  type BelofteText,
  type OutlineText,
  type Pillar,
  type ProofText,
  type SourceKind,
} from '#document/kinds/ladders/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import type { StoredPicture } from '#document/shapes';
import { applyEdit } from '#document/text';
import { oneLine } from '#domain/text/one-line';

export {
  addFindings,
  forgetCustomer,
  removeFindings,
  turnFinding,
} from '#document/kinds/ladders/findings';
export { addProof, removeProof, setProof } from '#document/kinds/ladders/proofs';
export { layBeloften } from '#document/kinds/ladders/lay-beloften';
export { changeSigned, keepBeloften, markSigned } from '#document/kinds/ladders/decided';

/** Words on a ladder: of which record, which field. */
export type LadderText =
  | { record: 'outline'; id: string; field: OutlineText }
  | { record: 'themes'; id: string; field: 'name' }
  | { record: 'behoeften'; id: string; field: BehoefteText }
  | { record: 'beloften'; id: string; field: BelofteText }
  | { record: 'proofs'; id: string; field: ProofText };

/** Longest text of that field, in UTF-16 units. */
export function longestLadderText({ record, field }: LadderText): number {
  return (longestOf[record] as (field: string) => number)(field);
}

/** Undefined when its record is gone. */
export function textOfLadder(doc: Y.Doc, at: LadderText): string | undefined {
  return sharedText(doc, at)?.toString();
}

/** One person's change of the words, as their field showed them before and after. */
export function editLadderText(
  doc: Y.Doc,
  at: LadderText,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, at);
  const max = longestLadderText(at);
  if (text) doc.transact(() => applyEdit(text, { ...edit, max }), origin);
}

export function addTheme(
  doc: Y.Doc,
  { id, name = '' }: { id: string; name?: string },
  origin: Origin,
): void {
  const { themes } = plainLadders(doc);
  put(doc, 'themes', id, origin, () => ({
    name: newText(name, ladderLimits.name),
    order: keyBefore(themes, id, null),
  }));
}

export function removeTheme(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'themes', [id], origin);
}

/** What a behoefte came from, with its own words: it stays readable where the source is gone. */
export type NewSource = {
  kind: SourceKind;
  from?: string;
  words: string;
  about?: string;
  /** Where it was seen of a customer of the test: 'K2', and when in the talk. */
  customer?: string;
  seconds?: number;
};

export type NewBehoefte = {
  id: string;
  words?: string;
  who?: string;
  moment?: string;
  source?: NewSource & { id: string };
};

/** A behoefte behind those that are there, with what it came from. */
export function addBehoefte(
  doc: Y.Doc,
  { id, source, ...texts }: NewBehoefte,
  origin: Origin,
): void {
  const { behoeften } = plainLadders(doc);
  doc.transact(() => {
    put(doc, 'behoeften', id, origin, () => ({
      ...newTexts(behoefteTexts, texts, longestOf.behoeften),
      ...{ toCustomer: 0, toTeam: 0, order: keyBefore(behoeften, id, null) },
    }));
    if (source) addSource(doc, id, source, origin);
  }, origin);
}

/** Only where the behoefte does not have it yet: what comes in twice stands there once. */
export function addSource(
  doc: Y.Doc,
  behoefteId: string,
  { id, kind, from = '', words, about = '', customer, seconds }: NewSource & { id: string },
  origin: Origin,
): void {
  const { behoeften } = plainLadders(doc);
  const behoefte = behoeften.find((one) => one.id === behoefteId);
  if (!behoefte || (from !== '' && behoefte.sources.some((one) => one.from === from))) return;
  put(doc, 'sources', id, origin, () => ({
    ...{ behoefte: behoefteId, kind, from },
    words: oneLine(words, ladderLimits.sentence),
    about: oneLine(about, ladderLimits.detail),
    ...(customer !== undefined && { customer: oneLine(customer, CUSTOMER_MOST) }),
    ...(seconds !== undefined && { seconds }),
    order: keyBefore(behoefte.sources, id, null),
  }));
}

export function removeSource(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'sources', [id], origin);
}

/** How important it is. @param weight null takes it back. */
export function weighBehoefte(
  doc: Y.Doc,
  id: string,
  { side, weight }: { side: 'toCustomer' | 'toTeam'; weight: Weight | null },
  origin: Origin,
): void {
  change(doc, 'behoeften', id, { [side]: weight ?? 0 }, origin);
}

/** What was promised on it stays, and hangs. */
export function removeBehoefte(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'behoeften', [id], origin);
}

/** A belofte behind those that are there. */
export function addBelofte(doc: Y.Doc, belofte: NewBelofte, origin: Origin): void {
  putBelofte(doc, belofte, keyBefore(plainLadders(doc).beloften, belofte.id, null), origin);
}

/** The team's order. @param before the belofte in front of which it comes; null: last. */
export function moveBelofte(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id === before) return;
  const { beloften } = plainLadders(doc);
  const at = beloften.findIndex((one) => one.id === id);
  if (at === -1 || (beloften[at + 1]?.id ?? null) === before) return;
  change(doc, 'beloften', id, { order: keyBefore(beloften, id, before) }, origin);
}

/** What is chosen of a belofte; what is left out stays as it is, null takes back. */
export type BelofteChoices = {
  behoefteId?: string | null;
  themeId?: string | null;
  character?: Character | null;
  audience?: Audience | null;
  pillar?: Pillar | null;
  strength?: Strength;
  /** A day that exists, or ''; anything else changes nothing. */
  reviewOn?: string;
};

export function chooseOfBelofte(
  doc: Y.Doc,
  id: string,
  choices: BelofteChoices,
  origin: Origin,
): void {
  const { behoefteId, themeId, character, audience, pillar, strength, reviewOn } = choices;
  change(
    doc,
    'beloften',
    id,
    {
      ...(behoefteId !== undefined && { behoefte: behoefteId }),
      ...(themeId !== undefined && { theme: themeId }),
      ...(character !== undefined && { character: character ?? '' }),
      ...(audience !== undefined && { audience: audience ?? '' }),
      ...(pillar !== undefined && { pillar: pillar ?? '' }),
      ...(strength !== undefined && { strength }),
      ...(reviewOn !== undefined && (reviewOn === '' || isDay(reviewOn)) && { reviewOn }),
    },
    origin,
  );
}

/** @param norm null takes it away; what is no norm changes nothing. */
export function setNorm(doc: Y.Doc, id: string, norm: Norm | null, origin: Origin): void {
  if (norm && normRefusal(norm) !== null) return;
  const stored = norm && [norm.bound, norm.threshold, norm.unit, norm.share];
  change(doc, 'beloften', id, { norm: stored }, origin);
}

/** @param picture of the sprint; null takes it away. */
export function setPicture(
  doc: Y.Doc,
  id: string,
  picture: StoredPicture | null,
  origin: Origin,
): void {
  change(doc, 'beloften', id, { picture: picture && storedPicture(picture) }, origin);
}

/** The behoefte under it stays. */
export function removeBelofte(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'beloften', [id], origin);
}

/** Takes away what was begun and says nothing. */
export function clearBlankBeloften(doc: Y.Doc, origin: Origin): void {
  const blank = plainLadders(doc).beloften.filter(isBlankBelofte);
  remove(
    doc,
    'beloften',
    blank.map(({ id }) => id),
    origin,
  );
}
