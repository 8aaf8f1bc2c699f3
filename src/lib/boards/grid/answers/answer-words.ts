/** Words for answers, verdicts and gaps, and what may be done with the sprint questions here. */
import { prefixed } from '#domain/exercises/prefix';
import type { Gap } from '#domain/tests/gaps';
import { answerCounts, type AnswerMark, type Answers, type Verdict } from '#domain/tests/verdict';
import type { PlainQuestion } from '#document/kinds/grid/plain-answers';
import type { StageDecision } from '#protocol/stage';
import { prefixWords } from '$lib/exercises/words';
import { m } from '$lib/paraglide/messages';

/** What the Decider lays down of one question. */
export type VerdictToLay = { verdict: Verdict; text: string; seen: number; reason: string };

/** How this person may work on the questions. */
export type AnswerManners = {
  readonly writable: boolean;
  /** Who answers, as all read it. */
  readonly by: string;
  readonly language: 'nl' | 'en';
  /** Null for who does not decide, and where nothing is laid down now. @returns what was refused, in words. */
  readonly lay: ((questionId: string, verdict: VerdictToLay) => Promise<string | undefined>) | null;
  readonly busy: boolean;
  /** Who gives the verdict, by name; null where nobody is, undefined where nothing is waited for. */
  readonly decider: string | null | undefined;
  /** What was decided as the goal of the week: null where nothing was, undefined where it is not known. */
  readonly goal: StageDecision | null | undefined;
};

/** Of a board that is only looked at. @param goal where it is known. */
export function onlyToRead(
  language: 'nl' | 'en',
  goal: StageDecision | null | undefined,
): AnswerManners {
  return { writable: false, by: '', language, lay: null, busy: false, decider: undefined, goal };
}

const answers: Readonly<Record<AnswerMark, () => string>> = {
  yes: m.answers_yes,
  partly: m.answers_partly,
  no: m.answers_no,
  unseen: m.answers_unseen,
};
export function answerName(answer: AnswerMark): string {
  return answers[answer]();
}

const verdictNames: Readonly<Record<Verdict, () => string>> = {
  yes: m.answers_verdict_yes,
  partly: m.answers_verdict_partly,
  no: m.answers_verdict_no,
  unclear: m.answers_verdict_unclear,
};
export function verdictName(verdict: Verdict): string {
  return verdictNames[verdict]();
}

const gapNames: Readonly<Record<Gap, () => string>> = {
  knowledge: m.answers_gap_knowledge,
  design: m.answers_gap_design,
  implementation: m.answers_gap_implementation,
};
export function gapName(gap: Gap): string {
  return gapNames[gap]();
}

/** With the beginning that its wall showed before it. @param language of the sprint. */
export function questionWords(
  { text }: Pick<PlainQuestion, 'text'>,
  language: 'nl' | 'en',
): string {
  const words = prefixed(text, prefixWords('sprint-question', language)?.short ?? null);
  return text.trim() === '' ? m.answers_question_nameless() : words;
}

/** Such as 'ja bij 4 van 5, deels bij 1 van 5': in counts, never a percentage. */
export function countWords(given: Answers): string {
  const { yes, partly, no } = answerCounts(given);
  const parts = [
    yes.count > 0 ? m.answers_count_yes(yes) : '',
    partly.count > 0 ? m.answers_count_partly(partly) : '',
    no.count > 0 ? m.answers_count_no(no) : '',
  ].filter(Boolean);
  const unseen = given.size - yes.of;
  if (unseen > 0) parts.push(m.answers_count_unseen({ count: unseen }));
  return parts.length === 0 ? m.answers_count_none() : parts.join(', ');
}
