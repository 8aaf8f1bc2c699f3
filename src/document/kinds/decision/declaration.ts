/** The fields of a decision's records, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { isDay } from '#domain/klantbelofte/review';
import { decisionLimits as most, effectSides } from '#document/kinds/decision/records';
import { choice, order, text, value } from '#document/records/fields';

/** A day that exists, or none. */
const day = v.pipe(
  v.string(),
  v.check((stored) => stored === '' || isDay(stored)),
);

export const decisionRecords = {
  next: { what: text(most.what), who: text(most.who), due: value(day, ''), order: order() },
  effects: {
    side: choice(effectSides, 'better'),
    what: text(most.what),
    whom: text(most.who),
    soften: text(most.soften),
    order: order(),
  },
};
