import { expect, it } from 'vitest';
import { confirmedOf, lacksFor, mayDecideGo } from './go';

const customer = (confirmed: boolean, more: object = {}) => ({
  ...{ reserve: false, state: 'planned' as const, confirmed },
  ...more,
});

it('[R211] counts who confirmed among those who are to come', () => {
  const customers = [
    customer(true),
    customer(true),
    customer(false),
    customer(true, { reserve: true }),
    customer(true, { state: 'missed' as const }),
    customer(true, { state: 'withdrawn' as const }),
  ];
  expect(confirmedOf(customers)).toEqual({ count: 2, of: 3 });
});

it('[R211] is a go with a Decider and four customers, else with a reason; a no-go always has one', () => {
  expect(lacksFor({ hasDecider: true, confirmed: 4 })).toEqual([]);
  const lacks = lacksFor({ hasDecider: false, confirmed: 3 });
  expect(lacks).toEqual(['no-decider', 'few-customers']);
  expect(mayDecideGo([], { go: true, reason: '' }).allowed).toBe(true);
  expect(mayDecideGo(lacks, { go: true, reason: ' ' })).toMatchObject({
    refusal: { code: 'field-empty', field: 'reason' },
  });
  expect(mayDecideGo(lacks, { go: true, reason: 'K4 en K5 bellen morgen' }).allowed).toBe(true);
  expect(mayDecideGo([], { go: false, reason: '' }).allowed).toBe(false);
});
