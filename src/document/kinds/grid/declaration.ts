/** The fields of the grid's records, declared: what the server lets in, and nothing else. */
import { limits } from '#domain/limits';
import { gaps } from '#domain/tests/gaps';
import { marks } from '#domain/tests/patterns';
import { answerMarks, verdicts } from '#domain/tests/verdict';
import { gridLimits } from '#document/kinds/grid/records';
import { AUTHOR_MOST } from '#document/records/picture-value';
import { choice, flag, line, number, order, ref, text } from '#document/records/fields';

/** As it lies in its writer's own pile. */
export const ownObservation = {
  /** 'K3': no id, and never a name. */
  customer: line(8),
  row: ref(),
  text: text(gridLimits.observation),
  mark: choice(marks, '0'),
  strong: flag(),
  quote: flag(),
  /** Since the talk began. */
  seconds: number(),
  order: order(),
};

export const gridRecords = {
  rows: { title: text(gridLimits.row), order: order() },
  observations: { ...ownObservation, author: line(AUTHOR_MOST), by: ref() },
  patterns: {
    row: ref(),
    mark: choice(marks, '0'),
    name: text(gridLimits.pattern),
    aside: flag(),
    gap: choice(['', ...gaps], ''),
  },
  questions: {
    note: ref(),
    text: text(gridLimits.question),
    leading: flag(),
    gap: choice(['', ...gaps], ''),
    order: order(),
  },
  answers: {
    question: ref(),
    customer: line(8),
    answer: choice(answerMarks, 'unseen'),
    why: text(gridLimits.why),
    /** Who gave it last, as they were called then. */
    by: line(AUTHOR_MOST),
  },
  evidence: { question: ref(), finding: ref() },
  verdicts: {
    /** From 1. */
    version: number(),
    verdict: choice(verdicts, 'unclear'),
    words: line(limits.reason),
    /** The question as it read then. */
    question: line(gridLimits.question),
    /** So many customers showed each. */
    ...{ yes: number(), partly: number(), no: number() },
    by: line(AUTHOR_MOST),
    onBehalfOf: line(AUTHOR_MOST),
    /** Milliseconds since 1970. */
    at: number(),
    /** Why it replaces the one before. */
    reason: line(limits.reason),
  },
  lookback: { closer: choice(['', ...verdicts], ''), words: text(gridLimits.lookback) },
};
