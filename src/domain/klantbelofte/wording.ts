/**
 * What weakens a belofte as it is worded: vague words, effort instead of a result, a comparison without
 * a measure, jargon, a slogan, too many words. Run while somebody types, in the language of the sprint;
 * it names the words and the rule, and never blocks. It looks for words, knows no grammar, and stays
 * silent where it doubts. Reason and better example of each rule stand in the messages.
 */
import { afterOpening, type BelofteLanguage } from '#domain/klantbelofte/opening';
import {
  effort,
  jargon,
  measured,
  slogans,
  ungraded,
  uncompared,
  vague,
} from '#domain/klantbelofte/wording-words';

export const wordingRules = [
  'vague',
  'effort',
  'unmeasured',
  'jargon',
  'slogan',
  'too-long',
] as const;
export type WordingRule = (typeof wordingRules)[number];

/** More words than this nobody remembers. */
export const MOST_WORDS = 25;

export type WordingHint = {
  readonly rule: WordingRule;
  /** What is meant, as it was typed; of `too-long` the words beyond the last that fits. */
  readonly words: string;
  /** Where it stands in what was given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
};

/**
 * @param text a belofte as it is being typed, with or without its opening; any length.
 * @returns what to say of it, in order of reading; of words that overlap the longest is said.
 */
export function wordingHints(text: string, language: BelofteLanguage): WordingHint[] {
  const rest = afterOpening(text);
  const offset = text.length - rest.length;
  const isMeasured = measured[language].test(rest);
  const found = [
    ...hits(rest, 'vague', vague[language]),
    ...(isMeasured ? [] : hits(rest, 'vague', ungraded[language])),
    ...(isMeasured ? [] : hits(rest, 'unmeasured', uncompared[language])),
    ...hits(rest, 'effort', effort[language]).filter((hit) => isOurs(rest, hit, language)),
    ...hits(rest, 'jargon', jargon[language]),
    ...hits(rest, 'slogan', slogans[language]),
    ...tooLong(rest),
  ];
  return apart(found).map((hint) => ({
    ...hint,
    start: hint.start + offset,
    end: hint.end + offset,
  }));
}

/** How many words somebody has to remember, without the opening. */
export function wordCount(text: string): number {
  return wordsOf(afterOpening(text)).length;
}

function wordsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)];
}

function hits(text: string, rule: WordingRule, form: RegExp): WordingHint[] {
  return [...text.matchAll(form)].map((match) => ({
    rule,
    words: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function tooLong(text: string): WordingHint[] {
  const beyond = wordsOf(text)[MOST_WORDS];
  if (!beyond) return [];
  const words = text.slice(beyond.index).trimEnd();
  return [{ rule: 'too-long', words, start: beyond.index, end: beyond.index + words.length }];
}

/** Customers may try, hope and aim as they like: it is said of us, or of nobody. */
const we: Readonly<Record<BelofteLanguage, RegExp>> = {
  nl: /(?<![\p{L}])(?:wij|we|ons|onze|iemand|monteurs?|medewerkers?)(?![\p{L}])/iu,
  en: /(?<![\p{L}])(?:we|our|us|somebody|someone|engineers?|employees?|staff)(?![\p{L}])/iu,
};
const you: Readonly<Record<BelofteLanguage, RegExp>> = {
  nl: /(?<![\p{L}])(?:je|jij|jou|u|klanten|klant)(?![\p{L}])/iu,
  en: /(?<![\p{L}])(?:you|customers?)(?![\p{L}])/iu,
};
const may: Readonly<Record<BelofteLanguage, RegExp>> = {
  nl: /(?<![\p{L}])(?:mag|mogen|kunt|kan)(?![\p{L}])[^.,;]*$/iu,
  en: /(?<![\p{L}])(?:may|can)(?![\p{L}])[^.,;]*$/iu,
};

function isOurs(text: string, { start }: WordingHint, language: BelofteLanguage): boolean {
  const before = text.slice(0, start);
  if (may[language].test(before)) return false;
  return we[language].test(before) || !you[language].test(before);
}

/** In order of reading; of two that overlap the longer, and 'too long' beside anything. */
function apart(hints: readonly WordingHint[]): WordingHint[] {
  const kept: WordingHint[] = [];
  const byLength = [...hints].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const hint of byLength) {
    const overlaps = kept.some(
      (other) => other.rule !== 'too-long' && hint.start < other.end && other.start < hint.end,
    );
    if (hint.rule === 'too-long' || !overlaps) kept.push(hint);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
