/**
 * A customer takes back what they said. Their words, times and name go, or stay without a name; whether
 * they are still counted is the facilitator's choice. Each list of the test goes through here, so that
 * none keeps a trace that another lost. It never reads who the customer was.
 */
export type Withdrawal = {
  readonly customer: string;
  /** `erase`: nothing of what was said is kept. `nameless`: it stays, of nobody. */
  readonly words: 'erase' | 'nameless';
  /** Whether marks, results and dots still count. */
  readonly counts: boolean;
  /** Stands for the customer where they still count, so that people can be told apart; says nothing. */
  readonly alias: string;
};

/** Of one list of the test; null for words or a time that are gone, or were never there. */
type Said = {
  readonly customer: string;
  readonly words: string | null;
  readonly at: number | null;
};

/** What is left, and what still counts of it. */
export type Kept<One> = { readonly shown: One[]; readonly counted: One[] };

/**
 * @param all of one list: observations, scores, answers or dots, of everybody.
 * @returns theirs last, so that their place in the list tells nothing.
 */
export function withdrawn<One extends Said>(all: readonly One[], act: Withdrawal): Kept<One> {
  const left = all.filter(({ customer }) => customer !== act.customer);
  const theirs = all
    .filter(({ customer }) => customer === act.customer)
    .map((one): One => ({
      ...one,
      ...{ customer: act.alias, at: null },
      words: act.words === 'erase' ? null : one.words,
    }));
  return {
    shown: act.words === 'nameless' ? [...left, ...theirs] : left,
    counted: act.counts ? [...left, ...theirs] : left,
  };
}

/** Out of how many is told after it: one fewer where they no longer count. */
export function testedAfter(customers: readonly string[], act: Withdrawal): string[] {
  const left = customers.filter((customer) => customer !== act.customer);
  return act.counts && left.length < customers.length ? [...left, act.alias] : left;
}
