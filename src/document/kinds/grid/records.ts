/**
 * What the grid of a test holds: what was seen of each customer, at each part of the prototype. The server
 * lays the observations of an interview when it is rounded off; whoever works on the board puts them right.
 * Customers are named by their number alone: who they are stands in no document.
 *
 * `rows`          id -> { title: Y.Text, order }
 * `observations`  id -> { customer, row, text: Y.Text, mark, strong?: true, quote?: true, seconds, order,
 *                         author, by }
 * `patterns`      id -> { row, mark, name: Y.Text, aside?: true }
 *
 * Until then an observation lies in its writer's pile, in a root of the same name, without `author` and `by`.
 */
import { marks, type Mark } from '#domain/tests/patterns';

/** Longest texts, in UTF-16 units. */
export const gridLimits = { row: 120, observation: 600, pattern: 200 } as const;

/** The id under which what the team says of a row and a mark is kept: two who say it at once say it of one. */
export function patternId(row: string, mark: Mark): string {
  return `p${marks.indexOf(mark)}-${row}`;
}
