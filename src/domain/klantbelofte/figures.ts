/**
 * The customers of a test as a row of figures beside a proof: in whom it was seen, in whom the opposite, in whom neither.
 * Asked by the set and by the proof. It counts people and never makes a percentage of them.
 */
import { supportOf, type Finding } from '#domain/klantbelofte/findings';

export type Figure = {
  readonly customer: string;
  readonly showed: 'for' | 'against' | 'nothing';
};

/**
 * @param tested with whom was talked; who is named by a finding and not there is counted all the same.
 * @returns first in whom it was seen, then in whom the opposite, then the others, each by number.
 */
export function figuresOf(findings: readonly Finding[], tested: readonly string[]): Figure[] {
  const support = supportOf(findings);
  const all = [...new Set([...tested, ...support.for, ...support.against])];
  const figures = all.map((customer): Figure => {
    if (support.against.includes(customer)) return { customer, showed: 'against' };
    return { customer, showed: support.for.includes(customer) ? 'for' : 'nothing' };
  });
  const place = { for: 0, against: 1, nothing: 2 };
  return figures.sort(
    (a, b) => place[a.showed] - place[b.showed] || byNumber(a.customer, b.customer),
  );
}

/** 'K2' before 'K10'. */
function byNumber(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}
