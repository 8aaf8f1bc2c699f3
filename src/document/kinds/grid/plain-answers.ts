/**
 * The sprint questions of a grid as plain objects: each with what every customer showed, what speaks to it and the
 * Decider's verdict. Reading never throws; one customer has one answer to a question, whatever is stored.
 */
import type * as Y from 'yjs';
import { readGap, type Gap } from '#domain/tests/gaps';
import {
  answerMarks,
  customerAnswers,
  verdicts,
  type AnswerMark,
  type Answers,
  type Verdict,
} from '#domain/tests/verdict';
import { GOAL } from '#document/kinds/grid/records';
import { prose, stored, word, type Stored } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';

export type PlainAnswer = {
  id: string;
  /** 'K3'. */
  customer: string;
  answer: AnswerMark;
  why: string;
  by: string;
};
export type PlainVerdict = {
  /** From 1. */
  version: number;
  verdict: Verdict;
  words: string;
  /** The question as it read then. */
  question: string;
  yes: number;
  partly: number;
  no: number;
  by: string;
  /** Of the Decider, where a stand-in laid it down; '' elsewhere. */
  onBehalfOf: string;
  /** In ms. */
  at: number;
  /** Why it replaced the one before; '' of the first. */
  reason: string;
};
export type PlainQuestion = {
  id: string;
  /** Its note on Monday's wall; null of one that was added here. */
  noteId: string | null;
  text: string;
  leading: boolean;
  gap: Gap | null;
  order: string;
  answers: PlainAnswer[];
  /** Ids of observations and patterns, each once. Some may be gone. */
  findings: string[];
  verdict: PlainVerdict | null;
};
export type PlainLookBack = { closer: Verdict | null; words: string };

export function plainQuestions(doc: Y.Doc): PlainQuestion[] {
  const answers = stored(doc, 'answers').sort(byId);
  const evidence = stored(doc, 'evidence').sort(byId);
  const laid = new Map(stored(doc, 'verdicts').map((one) => [one.id, one]));
  return stored(doc, 'questions')
    .map(({ id, get }): PlainQuestion => {
      const given = new Map<string, PlainAnswer>();
      for (const one of answers) {
        if (one.get('question') !== id) continue;
        const answer = readAnswer(one);
        if (answer.customer !== '' && !given.has(answer.customer)) {
          given.set(answer.customer, answer);
        }
      }
      const findings = evidence.flatMap((one) =>
        one.get('question') === id ? [word(one.get('finding'))] : [],
      );
      const verdict = laid.get(id);
      return {
        ...{ id, noteId: word(get('note')) || null, text: prose(get('text')) },
        ...{ leading: get('leading') === true, gap: readGap(get('gap')) },
        ...{ order: word(get('order')), answers: [...given.values()] },
        findings: [...new Set(findings)].filter((finding) => finding !== ''),
        verdict: verdict ? readLaid(verdict) : null,
      };
    })
    .sort(byOrder);
}

export function plainLookBack(doc: Y.Doc): PlainLookBack {
  const record = stored(doc, 'lookback').find(({ id }) => id === GOAL);
  const closer = record?.get('closer');
  return {
    closer: verdicts.find((verdict) => verdict === closer) ?? null,
    words: prose(record?.get('words')),
  };
}

/** As the rules count them: by customer, null where nothing was seen. */
export function answersOf({ answers }: Pick<PlainQuestion, 'answers'>): Answers {
  return new Map(
    answers.map(({ customer, answer }) => [
      customer,
      customerAnswers.find((one) => one === answer) ?? null,
    ]),
  );
}

function readAnswer({ id, get }: Stored): PlainAnswer {
  const said = get('answer');
  return {
    ...{ id, customer: word(get('customer')), why: prose(get('why')), by: word(get('by')) },
    answer: answerMarks.find((answer) => answer === said) ?? 'unseen',
  };
}

function readLaid({ get }: Stored): PlainVerdict {
  const said = get('verdict');
  return {
    ...{ version: count(get('version')), question: word(get('question')) },
    verdict: verdicts.find((verdict) => verdict === said) ?? 'unclear',
    ...{ words: word(get('words')), reason: word(get('reason')) },
    ...{ yes: count(get('yes')), partly: count(get('partly')), no: count(get('no')) },
    ...{ by: word(get('by')), onBehalfOf: word(get('onBehalfOf')), at: instant(get('at')) },
  };
}

function count(value: unknown): number {
  const isCount = typeof value === 'number' && value >= 0 && value < 1_000_000;
  return isCount ? Math.trunc(value) : 0;
}

/** What no calendar has reads as never. */
function instant(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15 ? value : 0;
}

function byId(a: Stored, b: Stored): number {
  return a.id < b.id ? -1 : 1;
}
