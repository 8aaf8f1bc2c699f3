/**
 * Findings of the test for and against a promise, counted in people: a customer who was seen twice is
 * one customer. Asked by the ladder, its strength and the list. It knows customers by their number and
 * never makes a percentage of them.
 */
export type Finding = {
  /** The customer, as the team calls them: 'K2'. */
  readonly customer: string;
  readonly supports: boolean;
};

/** In how many customers this was seen. Who did both is counted against: the promise failed them once. */
export type Support = { readonly for: readonly string[]; readonly against: readonly string[] };

export function supportOf(findings: readonly Finding[]): Support {
  const seen = (supports: boolean): string[] => [
    ...new Set(findings.filter((one) => one.supports === supports).map(({ customer }) => customer)),
  ];
  const against = seen(false);
  return { for: seen(true).filter((customer) => !against.includes(customer)), against };
}

/** Whether the findings contradict the promise: at least as many customers against it as for it. */
export function contradicts(findings: readonly Finding[]): boolean {
  const support = supportOf(findings);
  return support.against.length > 0 && support.against.length >= support.for.length;
}
