/**
 * Patterns in what observers wrote: proposed per row and sign where three customers agree, or two in
 * whom it was seen strongly, however many were tested. A proposal is no pattern: the team confirms it,
 * names it and marks it. Pure; the grid asks it after each interview.
 */
export const marks = ['+', '0', '-'] as const;
export type Mark = (typeof marks)[number];

/** One thing seen of one customer, at one part of the prototype. */
export type Observation = {
  readonly id: string;
  /** 'K2', or a name that stands for nobody after a withdrawal; customers are counted by it. */
  readonly customer: string;
  /** The part of the prototype, or the act. */
  readonly row: string;
  readonly mark: Mark;
  /** 'Heel sterk'. */
  readonly isStrong: boolean;
};

/** So many different customers make a proposal. */
export const CUSTOMERS_AGREE = 3;
/** So many, where it was seen strongly. */
export const CUSTOMERS_STRONG = 2;

export type Proposal = {
  readonly row: string;
  readonly mark: Mark;
  /** In whom it was seen, each once, in the order of the notes. */
  readonly customers: readonly string[];
  /** Of whom strongly. */
  readonly strong: readonly string[];
  /** What it rests on. */
  readonly observations: readonly string[];
};

/** In the order in which rows and marks first came up. */
export function proposedPatterns(observations: readonly Observation[]): Proposal[] {
  const cells = new Map<string, Observation[]>();
  for (const one of observations) {
    const key = JSON.stringify([one.row, one.mark]);
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return [...cells.values()]
    .map(proposalOf)
    .filter(
      ({ customers, strong }) =>
        customers.length >= CUSTOMERS_AGREE || strong.length >= CUSTOMERS_STRONG,
    );
}

function proposalOf(cell: readonly Observation[]): Proposal {
  const [first] = cell;
  return {
    row: first?.row ?? '',
    mark: first?.mark ?? '0',
    customers: distinct(cell),
    strong: distinct(cell.filter(({ isStrong }) => isStrong)),
    observations: cell.map(({ id }) => id),
  };
}

/** What the team makes of a pattern. */
export type Pattern = {
  readonly row: string;
  readonly mark: Mark;
  readonly name: string;
  readonly observations: readonly string[];
};

/** Proposals that the team has not answered yet: those of a row and mark that is a pattern, or was set aside, are. */
export function openProposals(
  proposals: readonly Proposal[],
  answered: readonly Pick<Pattern, 'row' | 'mark'>[],
): Proposal[] {
  return proposals.filter(
    ({ row, mark }) => !answered.some((one) => one.row === row && one.mark === mark),
  );
}

/** In how many customers this was seen. */
export function distinct(observations: readonly Pick<Observation, 'customer'>[]): string[] {
  return [...new Set(observations.map(({ customer }) => customer))];
}
