/**
 * The customers of the test: who they are to the team, and what may happen to each in its turn. To the
 * team a customer is a number, K1 to K5, and R1 for a reserve; the name is known to who facilitates and
 * who interviews, and stands in no document. Asked by the commands, the stage and the buttons. Pure.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Duty, Standing } from '#domain/sprint/roles';

/** `planned` until the talk begins; `missed`: did not come; `withdrawn`: took back what was said. */
export const customerStates = ['planned', 'running', 'done', 'missed', 'withdrawn'] as const;
export type CustomerState = (typeof customerStates)[number];

/** Five show most of what there is to see (Nielsen, 'Why You Only Need to Test with 5 Users', 2000). */
export const CUSTOMERS_WANTED = 5;
/** Below this many a test says little; below it readiness is no go. */
export const CUSTOMERS_FEWEST = 4;
/** As many as a day can hold, reserves included. */
export const CUSTOMERS_MOST = 12;

/** A customer as the rules need them. */
export type Customer = {
  readonly id: string;
  /** From 1 on, apart for reserves. */
  readonly number: number;
  /** Comes in where another does not. */
  readonly reserve: boolean;
  readonly state: CustomerState;
};

/** How a customer is called by all but who facilitates and interviews: 'K3', or 'R1' of a reserve. */
export function customerLabel({ number, reserve }: Pick<Customer, 'number' | 'reserve'>): string {
  return `${reserve ? 'R' : 'K'}${number}`;
}

/** The number of one more: numbers are never given out again, so that 'K3' stays who it was. */
export function nextNumber(
  customers: readonly Pick<Customer, 'number' | 'reserve'>[],
  reserve: boolean,
): number {
  const taken = customers.filter((one) => one.reserve === reserve).map(({ number }) => number);
  return Math.max(0, ...taken) + 1;
}

/** The order in which they are shown: by number, reserves last. */
export function byCustomer(
  a: Pick<Customer, 'number' | 'reserve'>,
  b: Pick<Customer, 'number' | 'reserve'>,
): number {
  return Number(a.reserve) - Number(b.reserve) || a.number - b.number;
}

/** Whether this member knows the customers' names. */
export function knowsCustomers(
  member: Pick<Standing, 'role'> & { readonly duties: readonly Duty[] },
): boolean {
  return member.role === 'facilitator' || member.duties.includes('interviewer');
}

export function mayAddCustomer(customers: readonly Customer[]): Ruling {
  return customers.length < CUSTOMERS_MOST
    ? allowed
    : refused('too-many-customers', { about: { max: CUSTOMERS_MOST } });
}

/** A talk begins with who is planned, one at a time; a reserve is called in first. */
export function mayStartInterview(
  customers: readonly Pick<Customer, 'id' | 'reserve' | 'state'>[],
  id: string,
): Ruling {
  const customer = customers.find((one) => one.id === id);
  if (!customer) return refused('no-such-customer');
  if (customers.some(({ state }) => state === 'running')) return refused('interview-running');
  return customer.state === 'planned' && !customer.reserve
    ? allowed
    : refused('customer-not-planned');
}

export function mayRoundOff(customers: readonly Customer[], id: string): Ruling {
  const customer = customers.find((one) => one.id === id);
  if (!customer) return refused('no-such-customer');
  return customer.state === 'running' ? allowed : refused('interview-not-running');
}

/** Who was planned may turn out not to come, and may come after all. */
export function mayMiss(customers: readonly Customer[], id: string): Ruling {
  const customer = customers.find((one) => one.id === id);
  if (!customer) return refused('no-such-customer');
  return customer.state === 'planned' || customer.state === 'missed'
    ? allowed
    : refused('customer-not-planned');
}

/** Who is still to come, a reserve as well, says that they do, or that they do not any more. */
export function mayConfirm(customers: readonly Customer[], id: string): Ruling {
  const customer = customers.find((one) => one.id === id);
  if (!customer) return refused('no-such-customer');
  return customer.state === 'planned' ? allowed : refused('customer-not-planned');
}

/** What was planned, or is called in, is changed; of who withdrew nothing is kept that could be. */
export function mayEditCustomer(customers: readonly Customer[], id: string): Ruling {
  const customer = customers.find((one) => one.id === id);
  if (!customer || customer.state === 'withdrawn') return refused('no-such-customer');
  return allowed;
}

/** While somebody talks with them nothing is taken back: the talk is rounded off first. */
export function mayWithdraw(customers: readonly Customer[], id: string): Ruling {
  const customer = customers.find((one) => one.id === id);
  if (!customer || customer.state === 'withdrawn') return refused('no-such-customer');
  return customer.state === 'running' ? refused('interview-running') : allowed;
}
