/**
 * What lies beside the decision as plain objects, each in its order. Equal documents give equal plains. Reading never
 * throws; what does not fit its field reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import { isDay } from '#domain/klantbelofte/review';
import { effectSides, type EffectSide } from '#document/kinds/decision/records';
import { prose, stored, word } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';

export type PlainNext = {
  id: string;
  what: string;
  who: string;
  /** Such as '2026-03-01'; '' for none. */
  due: string;
  order: string;
};
export type PlainEffect = {
  id: string;
  side: EffectSide;
  what: string;
  whom: string;
  soften: string;
  order: string;
};
export type PlainDecision = { next: PlainNext[]; effects: PlainEffect[] };

export function plainDecision(doc: Y.Doc): PlainDecision {
  const next = stored(doc, 'next').map(({ id, get }): PlainNext => {
    const due = word(get('due'));
    return {
      ...{ id, what: prose(get('what')), who: prose(get('who')), order: word(get('order')) },
      due: isDay(due) ? due : '',
    };
  });
  const effects = stored(doc, 'effects').map(({ id, get }): PlainEffect => {
    const said = get('side');
    return {
      ...{ id, side: effectSides.find((side) => side === said) ?? 'better' },
      ...{ what: prose(get('what')), whom: prose(get('whom')), soften: prose(get('soften')) },
      order: word(get('order')),
    };
  });
  return { next: next.sort(byOrder), effects: effects.sort(byOrder) };
}

export function isEmptyDecision({ next, effects }: PlainDecision): boolean {
  return next.length === 0 && effects.length === 0;
}
