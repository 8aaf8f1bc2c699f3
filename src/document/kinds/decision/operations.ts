/**
 * Writing what lies beside the decision. Each function is one transaction with the origin it is given, writes only
 * what changes and does nothing to what is gone; ids are the caller's.
 */
import type * as Y from 'yjs';
import { isDay } from '#domain/klantbelofte/review';
import { newText } from '#document/boards/stored';
import { plainDecision } from '#document/kinds/decision/plain';
import { decisionLimits as most, type EffectSide } from '#document/kinds/decision/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { applyEdit } from '#document/text';

/** A text beside the decision: which record and which of its fields. */
export type DecisionText =
  | { root: 'next'; id: string; field: 'what' | 'who' }
  | { root: 'effects'; id: string; field: 'what' | 'whom' | 'soften' };

/** Longest text of that field, in UTF-16 units. */
export function longestDecisionText({ field }: Pick<DecisionText, 'field'>): number {
  if (field === 'soften') return most.soften;
  return field === 'what' ? most.what : most.who;
}

/** Comes last. */
export function addNext(
  doc: Y.Doc,
  { id, what = '', who = '' }: { id: string; what?: string; who?: string },
  origin: Origin,
): void {
  put(doc, 'next', id, origin, () => ({
    ...{ what: newText(what, most.what), who: newText(who, most.who), due: '' },
    order: keyBefore(plainDecision(doc).next, id, null),
  }));
}

/** @param due a day that exists, or '' for none; anything else changes nothing. */
export function setNextDue(doc: Y.Doc, id: string, due: string, origin: Origin): void {
  if (due === '' || isDay(due)) change(doc, 'next', id, { due }, origin);
}

/** Comes last of its side. */
export function addEffect(
  doc: Y.Doc,
  { id, side, what = '' }: { id: string; side: EffectSide; what?: string },
  origin: Origin,
): void {
  put(doc, 'effects', id, origin, () => ({
    ...{ side, what: newText(what, most.what) },
    ...{ whom: newText('', most.who), soften: newText('', most.soften) },
    order: keyBefore(plainDecision(doc).effects, id, null),
  }));
}

export function removeFromDecision(
  doc: Y.Doc,
  root: 'next' | 'effects',
  id: string,
  origin: Origin,
): void {
  remove(doc, root, [id], origin);
}

/** Undefined when it is gone. */
export function textOfDecision(doc: Y.Doc, { root, id, field }: DecisionText): string | undefined {
  return sharedText(doc, { record: root, id, field })?.toString();
}

/** One person's change of the words, as their field showed them before and after. */
export function editDecisionText(
  doc: Y.Doc,
  at: DecisionText,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, { record: at.root, id: at.id, field: at.field });
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: longestDecisionText(at) }), origin);
}
