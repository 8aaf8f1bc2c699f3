/**
 * What customers are asked, on the wire: the commands of who asks them, what a stage tells of it, and the page
 * behind a customer's link. The link opens that page and nothing else of the sprint.
 */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import type { AskedConcept, AskingWay, GivenScore, Telling } from '#domain/tests/asking';
import type { CountOf, Score, ScoreKind } from '#domain/tests/scores';
import { scoreKinds } from '#domain/tests/scores';
import type { TaskResult } from '#domain/tests/tasks';
import { id } from '#protocol/fields';

const kind = v.picklist(scoreKinds);
/** Any figure: what is out of range, or not whole, is refused in words. */
const figure = v.pipe(v.number(), v.finite());

export const askingCommands = [
  v.object({
    kind: v.literal('choose-questionnaires'),
    kinds: v.pipe(v.array(kind), v.maxLength(scoreKinds.length)),
  }),
  /** Asked aloud, by who gives it; a link of this customer stops working. */
  v.object({ kind: v.literal('begin-asking'), customerId: id }),
  v.object({
    kind: v.literal('give-score'),
    customerId: id,
    questionnaire: kind,
    item: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
    /** Null takes it back. */
    answer: v.nullable(figure),
  }),
  /** What they want to count on, in their own words; empty: passed. */
  v.object({
    kind: v.literal('give-words'),
    customerId: id,
    words: v.pipe(v.string(), v.trim(), v.maxLength(limits.reason)),
  }),
  v.object({
    kind: v.literal('give-customer-dots'),
    customerId: id,
    /** A concept for each dot; none: passed. */
    dots: v.pipe(v.array(id), v.maxLength(20)),
  }),
  /** From now on the answers count. */
  v.object({ kind: v.literal('finish-asking'), customerId: id }),
  /** For one browser of the customer's. An earlier one stops working. */
  v.object({ kind: v.literal('make-customer-link'), customerId: id }),
  v.object({ kind: v.literal('revoke-customer-link'), customerId: id }),
] as const;

/** How far a customer is with the questions. Answers of one are read by who asks them, and by nobody else. */
export type StageAsking = {
  progress: 'none' | 'half' | 'sent';
  /** Only sent to facilitators and interviewers, like all below. */
  counted: { given: number; of: number } | null;
  way: AskingWay | null;
  link: { opened: boolean; expiresAt: number } | null;
  /** To who asks aloud, until it is closed; the concepts once the open answer is in. */
  form: AskingForm | null;
  /** Once closed: the raw answers, without dots, which nobody reads by customer. */
  said: { answers: GivenScore[]; words: string } | null;
};

export type AskingForm = {
  kinds: ScoreKind[];
  concepts: AskedConcept[] | null;
  /** Whether a ranking follows the open answer. */
  ranks: boolean;
  answers: GivenScore[];
  words: string | null;
  dots: string[] | null;
};

export type StageScores = {
  /** Which questionnaires customers get. */
  kinds: ScoreKind[];
  /** No customer was asked yet. */
  choosable: boolean;
  /** How many customers were talked with, or are, and of how many the answers count. */
  customers: CountOf;
  telling: Telling;
  /** Null while nothing is told; one of them also where so few answered that it would tell of one. */
  figures: {
    nps: Score<{ promoters: CountOf; passives: CountOf; detractors: CountOf }> | null;
    csat: Score<{ satisfied: CountOf }> | null;
    ces: Score<{ easy: CountOf }> | null;
    sus: Score<{ complete: CountOf }> | null;
  } | null;
  /** Parts of the prototype, in their order, of talks that are over. */
  tasks: { id: string; title: string; counts: Record<TaskResult, CountOf> }[];
  /** What was put to customers, and the sum of all dots by concept; null while nothing is told or was put. */
  ranking: CustomersRanking | null;
};

export type CustomersRanking = {
  /** In no order that says anything. */
  concepts: AskedConcept[];
  dots: Record<string, number>;
  /** Of so many customers. */
  customers: number;
};

/** One question as the page of a customer shows it, with what was answered. */
export type PutQuestion =
  | { kind: ScoreKind; item: number; least: number; most: number; given: number | null }
  | { kind: 'words'; given: string | null; settled: boolean }
  | { kind: 'dots'; concepts: AskedConcept[]; given: string[] | null };

/** What the page behind a link may know. */
export type CustomerPage = {
  /** `new`: nobody began. `mine`: begun in this browser. `sent`: closed. */
  state: 'new' | 'mine' | 'sent';
  /** Which question is shown, from 0; as many as there are: the end, before it is sent. */
  at: number;
  of: number;
  /** Null at the end, and before and after it. */
  question: PutQuestion | null;
  /** The questions that are open, from 0. */
  open: number[];
};

/** An answer as a form of that page gives it: texts, of which anything may come. */
export type CustomerAnswerInput = {
  at: string | undefined;
  answer: string | undefined;
  words: string | undefined;
  /** By concept how many dots. */
  dots: readonly (readonly [string, string])[];
};

/** The page that a link opens. */
export function customerPath(token: string): string {
  return `/k/${token}`;
}

/** The cookie of the one browser that began; sent for that page alone. */
export const CUSTOMER_COOKIE = 'sprintkamer_customer';
