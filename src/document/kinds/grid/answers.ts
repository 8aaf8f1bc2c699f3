/**
 * Answering the sprint questions on the grid. Each function is one transaction with the origin it is given,
 * writes only what changes and does nothing to what is gone. Leaves through `operations.ts`.
 */
import type * as Y from 'yjs';
import type { Gap } from '#domain/tests/gaps';
import type { RankedQuestion } from '#domain/tests/sprint-questions';
import type { AnswerMark, Verdict } from '#domain/tests/verdict';
import { newText, storedMap } from '#document/boards/stored';
import { plainQuestions, type PlainVerdict } from '#document/kinds/grid/plain-answers';
import { answerId, evidenceId, GOAL, gridLimits } from '#document/kinds/grid/records';
import { change, keyBefore, put, remove, stored } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { orderKeys } from '#document/order';

/** Lays sprint questions behind what is there, each once: under the id of its note. Which one leads is put right. */
export function layQuestions(
  doc: Y.Doc,
  laid: readonly RankedQuestion[],
  { origin }: { origin: Origin },
): void {
  const there = plainQuestions(doc);
  const fresh = laid.filter(({ id }) => !there.some((one) => one.id === id));
  const keys = orderKeys(there, { before: null, count: fresh.length });
  doc.transact(() => {
    fresh.forEach(({ id, text, leading }, at) =>
      put(doc, 'questions', id, origin, () => ({
        ...{ note: id, text: newText(text, gridLimits.question), order: keys[at] ?? 'a0' },
        ...(leading && { leading: true }),
      })),
    );
    for (const { id, leading } of laid) {
      const before = there.find((one) => one.id === id);
      if (before && before.leading !== leading) change(doc, 'questions', id, { leading }, origin);
    }
  }, origin);
}

/** One of the team's own, behind all others. A text beyond the limit is cut. */
export function addQuestion(
  doc: Y.Doc,
  { id, text = '' }: { id: string; text?: string },
  origin: Origin,
): void {
  put(doc, 'questions', id, origin, () => ({
    ...{ note: null, text: newText(text, gridLimits.question) },
    order: keyBefore(plainQuestions(doc), id, null),
  }));
}

/** With its answers and what hung on it. */
export function removeQuestion(doc: Y.Doc, id: string, origin: Origin): void {
  doc.transact(() => {
    for (const root of ['answers', 'evidence']) {
      const own = stored(doc, root).filter(({ get }) => get('question') === id);
      remove(
        doc,
        root,
        own.map((one) => one.id),
        origin,
      );
    }
    remove(doc, 'questions', [id], origin);
  }, origin);
}

/** What that customer showed; given again it is changed, and its words stay. */
export function giveAnswer(
  doc: Y.Doc,
  {
    question,
    customer,
    ...said
  }: { question: string; customer: string; answer: AnswerMark; by: string },
  origin: Origin,
): void {
  if (!storedMap(doc.getMap('questions'), question)) return;
  const id = answerId(question, customer);
  if (storedMap(doc.getMap('answers'), id)) return change(doc, 'answers', id, said, origin);
  put(doc, 'answers', id, origin, () => ({
    ...{ question, customer, ...said, why: newText('', gridLimits.why) },
  }));
}

/** An observation or a pattern speaks to a question, or no more. */
export function hangFinding(
  doc: Y.Doc,
  { question, finding, hangs }: { question: string; finding: string; hangs: boolean },
  origin: Origin,
): void {
  const id = evidenceId(question, finding);
  if (!hangs) remove(doc, 'evidence', [id], origin);
  else if (!storedMap(doc.getMap('evidence'), id)) {
    put(doc, 'evidence', id, origin, () => ({ question, finding }));
  }
}

/** Of a question or a pattern; null takes the label away. */
export function setGap(
  doc: Y.Doc,
  { record, id, gap }: { record: 'questions' | 'patterns'; id: string; gap: Gap | null },
  origin: Origin,
): void {
  change(doc, record, id, { gap: gap ?? '' }, origin);
}

/** Whether the week brought the goal closer. */
export function setCloser(doc: Y.Doc, closer: Verdict, origin: Origin): void {
  if (storedMap(doc.getMap('lookback'), GOAL)) {
    return change(doc, 'lookback', GOAL, { closer }, origin);
  }
  put(doc, 'lookback', GOAL, origin, () => ({
    ...{ closer, words: newText('', gridLimits.lookback) },
  }));
}

/** By the server, which alone may write it: the Decider's verdict, in place of the one before. */
export function layVerdict(
  doc: Y.Doc,
  question: string,
  verdict: PlainVerdict,
  origin: Origin,
): void {
  put(doc, 'verdicts', question, origin, () => ({ ...verdict }));
}

/** What this customer showed goes, of whoever wrote it down; what was seen of them is another matter. */
export function eraseAnswersOf(doc: Y.Doc, customer: string, origin: Origin): void {
  const theirs = stored(doc, 'answers').filter(({ get }) => get('customer') === customer);
  remove(
    doc,
    'answers',
    theirs.map(({ id }) => id),
    origin,
  );
}
