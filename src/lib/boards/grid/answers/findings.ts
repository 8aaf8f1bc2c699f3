/** What may be hung on a question: what was seen of a customer, and the patterns that the team named. Pure. */
import type { Gap } from '#domain/tests/gaps';
import type { Mark } from '#domain/tests/patterns';
import type { PlainGrid, PlainObservation } from '#document/kinds/grid/plain';
import { m } from '$lib/paraglide/messages';
import { rowWords } from '../grid-words';

export type Finding = {
  id: string;
  mark: Mark;
  text: string;
  /** Title of the row at which it was seen. */
  row: string;
  /** Of a pattern. */
  gap: Gap | null;
  /** Null of a pattern. */
  observation: PlainObservation | null;
};

/** Patterns first, then what was seen, in the order of the rows. */
export function findingsIn({ rows, observations, patterns }: PlainGrid): Finding[] {
  const rowOf = (id: string | null): string => {
    const row = rows.find((one) => one.id === id);
    return row ? rowWords(row.title) : m.testing_row_none();
  };
  const at = (id: string | null): number => {
    const index = rows.findIndex((one) => one.id === id);
    return index === -1 ? rows.length : index;
  };
  return [
    ...patterns.flatMap(({ id, mark, name, row, gap, aside }): Finding[] =>
      aside ? [] : [{ id, mark, text: name.trim(), row: rowOf(row), gap, observation: null }],
    ),
    ...observations
      .filter(({ text }) => text.trim() !== '')
      .toSorted((a, b) => at(a.row) - at(b.row))
      .map((one): Finding => ({
        ...{ id: one.id, mark: one.mark, text: one.text.trim(), row: rowOf(one.row) },
        ...{ gap: null, observation: one },
      })),
  ];
}

/** 'K2', or what a pattern is called. */
export function findingName({ observation }: Pick<Finding, 'observation'>): string {
  return observation?.customer ?? m.answers_pattern();
}
