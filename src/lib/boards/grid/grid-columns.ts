/** The columns of the grid: the customers who come, and those of whom something was seen. Pure. */
import type { StageCustomer } from '#protocol/customers';
import type { PlainGrid, PlainObservation } from '#document/kinds/grid/plain';

export type Column = {
  /** 'K3'. */
  label: string;
  /** Absent of who is on no list any more, and of whom something was seen. */
  customer: StageCustomer | null;
};

/** In order; reserves, and who did not come or withdrew, only where something was seen of them. */
export function gridColumns(
  customers: readonly StageCustomer[],
  observations: readonly Pick<PlainObservation, 'customer'>[],
): Column[] {
  const seen = new Set(observations.map(({ customer }) => customer));
  const expected = customers.filter(
    ({ label, reserve, state }) =>
      seen.has(label) || (!reserve && state !== 'missed' && state !== 'withdrawn'),
  );
  const listed = new Set(expected.map(({ label }) => label));
  const others = [...seen].filter((label) => !listed.has(label)).sort(byLabel);
  return [
    ...expected.map((customer) => ({ label: customer.label, customer })),
    ...others.map((label) => ({ label, customer: null })),
  ];
}

/** 'K1' and so on of who was talked with, and of who has an answer whatever became of them; in order. */
export function testedCustomers(
  customers: readonly StageCustomer[],
  { observations, questions }: Pick<PlainGrid, 'observations' | 'questions'>,
): string[] {
  const known = [...observations, ...questions.flatMap(({ answers }) => answers)];
  return gridColumns(customers, known).flatMap(({ label, customer }) => {
    const isTested = customer === null || customer.state === 'done';
    return isTested || known.some((one) => one.customer === label) ? [label] : [];
  });
}

/** 'K2' before 'K10'. */
export function byLabel(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
