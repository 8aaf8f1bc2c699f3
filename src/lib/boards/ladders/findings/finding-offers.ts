/** What the grid of the test holds that can speak for or against a belofte: patterns with all that they rest on, and each observation. Pure. */
import type { PlainGrid, PlainObservation } from '#document/kinds/grid/plain';
import type { PlainFinding } from '#document/kinds/ladders/plain';

/** What is brought in, without the side that it is on. */
export type FindingOffer = Omit<PlainFinding, 'id' | 'supports'>;

export type PatternOffer = {
  readonly id: string;
  readonly name: string;
  /** One for each thing seen; never empty. */
  readonly findings: readonly FindingOffer[];
};

/** As the grid has it, told by the pattern that it is part of, else by the part of the prototype. */
export function findingOffer(
  { id, customer, row, mark, text, quote, seconds }: PlainObservation,
  { rows, patterns }: PlainGrid,
): FindingOffer {
  const pattern = patterns.find((one) => one.row === row && one.mark === mark && !one.aside);
  const title = rows.find((one) => one.id === row)?.title.trim() ?? '';
  return {
    ...{ from: id, customer, words: text.trim(), quote, seconds },
    about: pattern?.name.trim() || title,
  };
}

/** Patterns that the team named, with what they rest on; one that rests on nothing any more is not offered. */
export function patternOffers(grid: PlainGrid): PatternOffer[] {
  return grid.patterns
    .filter(({ aside }) => !aside)
    .map(({ id, name, row, mark }) => ({
      ...{ id, name: name.trim() },
      findings: said(grid)
        .filter((one) => one.row === row && one.mark === mark)
        .map((one) => findingOffer(one, grid)),
    }))
    .filter(({ findings }) => findings.length > 0);
}

/** Each thing seen that says something, by customer in the order of the talk. @param wanted only where these words stand. */
export function observationOffers(grid: PlainGrid, wanted = ''): FindingOffer[] {
  const words = wanted.trim().toLowerCase();
  return said(grid)
    .map((one) => findingOffer(one, grid))
    .filter((one) =>
      [one.words, one.about, one.customer].some((text) => text.toLowerCase().includes(words)),
    )
    .toSorted(
      (a, b) =>
        a.customer.localeCompare(b.customer, 'en', { numeric: true }) || a.seconds - b.seconds,
    );
}

function said({ observations }: PlainGrid): PlainObservation[] {
  return observations.filter(({ text }) => text.trim() !== '');
}
