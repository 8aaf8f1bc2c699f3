/**
 * Scores to take along, as far as this browser knows them: counts before figures, each with its variant, sums of
 * dots, and the raw answers by number where who takes them along may read those. No names, and no one's dots.
 */
import type { CountOf, Score, ScoreKind } from '#domain/tests/scores';
import { taskResults } from '#domain/tests/tasks';
import type { StageScores } from '#protocol/asking';
import type { StageCustomer } from '#protocol/customers';
import { csvFile } from './csv-file';

/** What rows and headings are called; each row is: part, of what, what, how many, of how many, figure. */
export type ScoresWords = {
  readonly headings: readonly [string, string, string, string, string, string];
  readonly parts: { readonly [P in 'task' | 'score' | 'ranking' | 'answer']: string };
  readonly variant: (kind: ScoreKind) => string;
  readonly result: (result: (typeof taskResults)[number]) => string;
  readonly counted: { readonly [K in CountName]: string };
  readonly indicative: string;
  readonly dots: string;
  readonly openQuestion: string;
};
type CountName = 'promoters' | 'passives' | 'detractors' | 'satisfied' | 'easy' | 'complete';

export type ScoresTaken = {
  readonly scores: StageScores;
  readonly customers: readonly Pick<StageCustomer, 'label' | 'asking'>[];
};

/** @returns the rows below the headings. */
export function scoresRows({ scores, customers }: ScoresTaken, words: ScoresWords): string[][] {
  const { parts } = words;
  const tasks = scores.tasks.flatMap(({ title, counts }) =>
    taskResults.map((result) => [
      ...[parts.task, title, words.result(result)],
      ...[String(counts[result].count), String(counts[result].of), ''],
    ]),
  );
  const figures = scores.kinds.flatMap((kind) => scoreRows(kind, scores.figures?.[kind], words));
  const { ranking } = scores;
  const ranks = (ranking?.concepts ?? []).map(({ id, words: belofte }) => [
    ...[parts.ranking, belofte, words.dots, String(ranking?.dots[id] ?? 0)],
    ...[String(ranking?.customers ?? 0), ''],
  ]);
  const answers = customers.flatMap(({ label, asking: { said } }) => [
    ...(said?.answers ?? []).map(({ kind, item, answer }) => [
      ...[parts.answer, label, kind === 'sus' ? `SUS ${item + 1}` : words.variant(kind)],
      ...['', '', String(answer)],
    ]),
    ...(said?.words ? [[parts.answer, label, words.openQuestion, '', '', said.words]] : []),
  ]);
  return [...tasks, ...figures, ...ranks, ...answers];
}

function scoreRows(
  kind: ScoreKind,
  score: Score<Partial<Record<CountName, CountOf>>> | null | undefined,
  { parts, variant, counted, indicative }: ScoresWords,
): string[][] {
  if (!score) return [];
  const { figure, isIndicative } = score;
  const shown = figure === null ? '' : `${figure}${isIndicative ? ` (${indicative})` : ''}`;
  return Object.entries(score.counts).map(([name, { count, of }], at) => [
    ...[parts.score, variant(kind), counted[name as CountName], String(count), String(of)],
    at === 0 ? shown : '',
  ]);
}

export function scoresCsv(taken: ScoresTaken, words: ScoresWords): string {
  return csvFile([[...words.headings], ...scoresRows(taken, words)]);
}

export function scoresMarkdown(taken: ScoresTaken, words: ScoresWords, title: string): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  const rows = scoresRows(taken, words).map(line);
  const head = [line(words.headings), line(words.headings.map(() => '---'))];
  return [`# ${title}`, '', ...head, ...rows, ''].join('\n');
}

export function scoresJson({ scores, customers }: ScoresTaken): string {
  const { kinds, customers: counted, figures, tasks, ranking } = scores;
  const answers = customers.flatMap(({ label, asking: { said } }) =>
    said ? [{ customer: label, ...said }] : [],
  );
  return JSON.stringify({ kinds, customers: counted, tasks, figures, ranking, answers }, null, 2);
}
