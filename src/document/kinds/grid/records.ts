/**
 * What the grid of a test holds: what was seen of each customer, at each part of the prototype. The server
 * lays the observations of an interview when it is rounded off; whoever works on the board puts them right.
 * Customers are named by their number alone: who they are stands in no document.
 *
 * `rows`          id -> { title: Y.Text, order }
 * `observations`  id -> { customer, row, text: Y.Text, mark, strong?: true, quote?: true, seconds, order,
 *                         author, by }
 * `patterns`      id -> { row, mark, name: Y.Text, aside?: true, gap }
 *
 * Afterwards the sprint questions are answered from it, in the same document, so that the evidence is never
 * further away than a record:
 *
 * `questions`     id -> { note, text: Y.Text, leading, gap, order }: laid by the server under the id of its `note`
 *                       on Monday's wall; without one of the team's own
 * `answers`       id -> { question, customer, answer, why: Y.Text, by }: what that customer showed
 * `evidence`      id -> { question, finding }: an observation or a pattern that speaks to it
 * `verdicts`      id of a question -> { version, verdict, words, question, yes, partly, no, by, onBehalfOf, at,
 *                       reason }: the server alone writes it
 * `lookback`      'goal' -> { closer, words: Y.Text }: whether the week brought the goal closer
 *
 * Until then an observation lies in its writer's pile, in a root of the same name, without `author` and `by`.
 */
import { marks, type Mark } from '#domain/tests/patterns';

/** Longest texts, in UTF-16 units. */
export const gridLimits = {
  ...{ row: 120, observation: 600, pattern: 200 },
  ...{ question: 2_000, why: 300, lookback: 600 },
} as const;

/** The id under which what the team says of a row and a mark is kept: two who say it at once say it of one. */
export function patternId(row: string, mark: Mark): string {
  return `p${marks.indexOf(mark)}-${row}`;
}

/** The one record of `lookback`. */
export const GOAL = 'goal';

/** One answer per question and customer: of two who give it at once the last holds. */
export function answerId(question: string, customer: string): string {
  return `${question.slice(0, 50)}-${customer}`;
}

/** A finding hangs on a question once. */
export function evidenceId(question: string, finding: string): string {
  return `${question.slice(0, 31)}-${finding.slice(0, 32)}`;
}
