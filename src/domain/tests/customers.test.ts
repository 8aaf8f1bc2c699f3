import { describe, expect, it } from 'vitest';
import {
  byCustomer,
  customerLabel,
  CUSTOMERS_MOST,
  knowsCustomers,
  mayAddCustomer,
  mayEditCustomer,
  mayMiss,
  mayRoundOff,
  mayStartInterview,
  mayWithdraw,
  nextNumber,
  type Customer,
} from '#domain/tests/customers';
import type { Ruling } from '#domain/refusal';

const customer = (number: number, more: Partial<Customer> = {}): Customer => ({
  ...{ id: `c${number}`, number, reserve: false, state: 'planned', ...more },
});
const said = (ruling: Ruling): string => (ruling.allowed ? 'ok' : ruling.refusal.code);

describe('the customers of a test', () => {
  it('[R180] are numbers, reserves last, and a number is not given out again', () => {
    const all = [customer(2), customer(1, { reserve: true, id: 'r1' }), customer(1)];
    expect([...all].sort(byCustomer).map(customerLabel)).toEqual(['K1', 'K2', 'R1']);
    expect(nextNumber(all, false)).toBe(3);
    expect(nextNumber(all, true)).toBe(2);
    expect(nextNumber([customer(1), customer(4, { state: 'missed' })], false)).toBe(5);
    expect(nextNumber([], false)).toBe(1);
  });

  it('[R181] have a name for who facilitates and who interviews, and for nobody else', () => {
    expect(knowsCustomers({ role: 'facilitator', duties: [] })).toBe(true);
    expect(knowsCustomers({ role: 'deelnemer', duties: ['interviewer'] })).toBe(true);
    expect(knowsCustomers({ role: 'deelnemer', duties: ['scribe', 'klantpet'] })).toBe(false);
    expect(knowsCustomers({ role: 'waarnemer', duties: [] })).toBe(false);
  });

  it('[R182] are talked with one at a time, when planned; a reserve is called in first', () => {
    const all = [
      customer(1),
      customer(2, { state: 'done' }),
      customer(1, { id: 'r', reserve: true }),
    ];
    expect(said(mayStartInterview(all, 'c1'))).toBe('ok');
    expect(said(mayStartInterview(all, 'c2'))).toBe('customer-not-planned');
    expect(said(mayStartInterview(all, 'r'))).toBe('customer-not-planned');
    expect(said(mayStartInterview(all, 'x'))).toBe('no-such-customer');
    const during = [customer(1, { state: 'running' }), customer(2)];
    expect(said(mayStartInterview(during, 'c2'))).toBe('interview-running');
    expect(said(mayRoundOff(during, 'c1'))).toBe('ok');
    expect(said(mayRoundOff(during, 'c2'))).toBe('interview-not-running');
    expect(said(mayRoundOff(during, 'x'))).toBe('no-such-customer');
  });

  it('[R183] may not come, may come after all, and may withdraw when nobody talks with them', () => {
    const all = [
      customer(1, { state: 'running' }),
      customer(2, { state: 'missed' }),
      customer(3, { state: 'done' }),
      customer(4, { state: 'withdrawn' }),
      customer(5),
    ];
    expect(all.map(({ id }) => said(mayMiss(all, id)))).toEqual([
      ...['customer-not-planned', 'ok', 'customer-not-planned', 'customer-not-planned', 'ok'],
    ]);
    expect(all.map(({ id }) => said(mayWithdraw(all, id)))).toEqual([
      ...['interview-running', 'ok', 'ok', 'no-such-customer', 'ok'],
    ]);
    expect(all.map(({ id }) => said(mayEditCustomer(all, id)))).toEqual([
      ...['ok', 'ok', 'ok', 'no-such-customer', 'ok'],
    ]);
  });

  it('[R180] four or six are as good as five, and a day holds no more than twelve', () => {
    const many = Array.from({ length: CUSTOMERS_MOST }, (_, at) => customer(at + 1));
    expect(said(mayAddCustomer(many.slice(0, 5)))).toBe('ok');
    expect(said(mayAddCustomer(many.slice(1)))).toBe('ok');
    expect(said(mayAddCustomer(many))).toBe('too-many-customers');
  });
});
