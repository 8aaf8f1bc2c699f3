/** The sprint questions of a grid to take along: as lines to draw, as rows of its table, and as data. No customer has a name in them. */
import type { PlainGrid } from '#document/kinds/grid/plain';
import { answersOf, type PlainQuestion } from '#document/kinds/grid/plain-answers';
import {
  answerName,
  countWords,
  gapName,
  questionWords,
  verdictName,
} from '$lib/boards/grid/answers/answer-words';
import { byLabel } from '$lib/boards/grid/grid-columns';
import { m } from '$lib/paraglide/messages';

type Language = 'nl' | 'en';

/** A line of the drawing; a heading stands out. */
export type AnswerLine = { readonly text: string; readonly heading: boolean };

/** Per question its words, the answers with why, the counts and the verdict; last, the look back at the goal. */
export function answerLines(grid: PlainGrid, language: Language): AnswerLine[] {
  const lines = grid.questions.flatMap((question, at) => {
    const { gap, verdict } = question;
    const about = [gap ? gapName(gap) : '', question.answers.length > 0 ? counts(question) : ''];
    return [
      { text: `${at + 1}. ${questionWords(question, language)}`, heading: true },
      ...inOrder(question).map(({ customer, answer, why }) => ({
        ...{ text: `${customer}  ${answerName(answer)}${why ? `: ${why.trim()}` : ''}` },
        heading: false,
      })),
      ...about.filter(Boolean).map((text) => ({ text, heading: false })),
      ...(verdict
        ? [{ text: `${m.answers_verdict()}: ${verdictWords(verdict)}`, heading: false }]
        : []),
    ];
  });
  const { closer, words } = grid.lookBack;
  if (closer === null) return lines;
  const said = `${m.answers_closer()} ${verdictName(closer)}. ${words.trim()}`;
  return [...lines, { text: m.answers_lookback(), heading: true }, { text: said, heading: false }];
}

/** In the columns of the grid's own table: customer, part, words, sign, three that stay empty, who wrote it. */
export function answerRows(grid: PlainGrid, language: Language): string[][] {
  const rows = grid.questions.flatMap((question) => {
    const asked = questionWords(question, language);
    const { verdict, gap } = question;
    const about = gap ? gapName(gap) : '';
    return [
      [m.answers_question(), asked, counts(question), about, '', '', '', ''],
      ...inOrder(question).map(({ customer, answer, why, by }) => [
        ...[customer, asked, why.trim(), answerName(answer), '', '', '', by],
      ]),
      ...(verdict
        ? [
            [
              ...[m.answers_verdict(), asked, verdict.words, verdictName(verdict.verdict)],
              ...['', '', '', verdict.by],
            ],
          ]
        : []),
    ];
  });
  const { closer, words } = grid.lookBack;
  if (closer === null) return rows;
  return [
    ...rows,
    [m.answers_lookback(), m.answers_closer(), words.trim(), verdictName(closer), '', '', '', ''],
  ];
}

export function answerData({ questions, lookBack }: PlainGrid, language: Language) {
  return {
    questions: questions.map((question) => ({
      ...{ id: question.id, text: questionWords(question, language), leading: question.leading },
      gap: question.gap,
      answers: inOrder(question).map(({ customer, answer, why, by }) => ({
        ...{ customer, answer, why: why.trim(), by },
      })),
      evidence: question.findings,
      verdict: question.verdict,
    })),
    lookBack: lookBack.closer === null ? null : { ...lookBack, words: lookBack.words.trim() },
  };
}

function inOrder({ answers }: PlainQuestion) {
  return answers.toSorted((a, b) => byLabel(a.customer, b.customer));
}

function counts(question: PlainQuestion): string {
  return countWords(answersOf(question));
}

function verdictWords({ verdict, words, by }: NonNullable<PlainQuestion['verdict']>): string {
  return `${verdictName(verdict)}. ${words} (${by})`;
}
