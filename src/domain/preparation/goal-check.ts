/**
 * What may be said of the words of a goal or challenge while they are typed: a sprint's goal is specific,
 * can be measured and fits a week (Knapp, 'Sprint', 2016, chapters 1 and 4). Each is a hint with the words
 * that it is about, and blocks nothing. Pure.
 */
export const goalRules = ['not-specific', 'not-measurable', 'too-big', 'several'] as const;
export type GoalRule = (typeof goalRules)[number];
export type GoalHint = { readonly rule: GoalRule; readonly words: string };

type Words = {
  readonly vague: RegExp;
  readonly measures: RegExp;
  readonly big: RegExp;
  readonly joins: RegExp;
};

/** Words end where letters do, also behind an accent. */
const word = (alternatives: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');

const words: Readonly<Record<'nl' | 'en', Words>> = {
  nl: {
    vague: word(
      'beter|betere|verbeteren|optimaal|optimaliseren|sneller|makkelijker|gemakkelijker|fijner|prettiger|meer tevreden|tevredener|innovatief|innovatieve|slimmer|moderner',
    ),
    measures: word(
      '\\d[\\d.,]*|één|een op|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|helft|kwart|dubbel|elke|ieder|iedere|niemand|nooit|altijd|geen enkele?',
    ),
    big: word(
      'alle klanten|alle diensten|alle kanalen|hele organisatie|hele bedrijf|hele dienstverlening|volledig nieuwe?|complete(?: nieuwe)? \\p{L}+|alles',
    ),
    joins: /;|(?<!\p{L})(?:en ook|en daarnaast|daarnaast|bovendien|en tegelijk)(?!\p{L})/iu,
  },
  en: {
    vague: word(
      'better|improve|improved|optimal|optimi[sz]e|faster|easier|nicer|smoother|more satisfied|happier|innovative|smarter|more modern',
    ),
    measures: word(
      '\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|half|quarter|double|every|each|nobody|never|always|not a single',
    ),
    big: word(
      'all customers|all services|all channels|whole organi[sz]ation|whole company|entire (?:company|organi[sz]ation|service)|completely new|everything',
    ),
    joins: /;|(?<!\p{L})(?:and also|as well as|in addition|besides|at the same time)(?!\p{L})/iu,
  },
};

/** Shorter than this is not a sentence yet: nothing is said of it. */
const SENTENCE = 15;

/** @returns at most one hint of each rule, in the order of `goalRules`; none of what is hardly begun. */
export function goalHints(text: string, language: 'nl' | 'en'): GoalHint[] {
  const said = text.trim();
  if (said.length < SENTENCE) return [];
  const { vague, measures, big, joins } = words[language];
  const found = (rule: GoalRule, pattern: RegExp): GoalHint[] => {
    const match = pattern.exec(said);
    return match ? [{ rule, words: match[0] }] : [];
  };
  return [
    ...found('not-specific', vague),
    ...(measures.test(said) ? [] : [{ rule: 'not-measurable', words: '' } as const]),
    ...found('too-big', big),
    ...found('several', joins),
  ];
}
