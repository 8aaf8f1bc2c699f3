/** How each question is put, to read or to say aloud, and what the ends of its scale mean. */
import type { Question } from '#domain/tests/asking';
import type { ScoreKind } from '#domain/tests/scores';
import { m } from '$lib/paraglide/messages';

/** Brooke's ten, about 'this' rather than 'this system': a prototype is shown. */
const susItems: readonly (() => string)[] = [
  ...[m.asking_sus_1, m.asking_sus_2, m.asking_sus_3, m.asking_sus_4, m.asking_sus_5],
  ...[m.asking_sus_6, m.asking_sus_7, m.asking_sus_8, m.asking_sus_9, m.asking_sus_10],
];

const single: Readonly<Record<Exclude<ScoreKind, 'sus'>, () => string>> = {
  csat: m.asking_score_csat,
  ces: m.asking_score_ces,
  nps: m.asking_score_nps,
};

const ends: Readonly<Record<ScoreKind, readonly [() => string, () => string]>> = {
  csat: [m.asking_score_csat_least, m.asking_score_csat_most],
  ces: [m.asking_score_ces_least, m.asking_score_ces_most],
  nps: [m.asking_score_nps_least, m.asking_score_nps_most],
  sus: [m.asking_score_sus_least, m.asking_score_sus_most],
};

/** The question itself, as one sentence. */
export function questionWords(question: Question): string {
  if (question.kind === 'words') return m.asking_words();
  if (question.kind === 'dots') return m.asking_dots();
  if (question.kind === 'sus') return susItems[question.item]?.() ?? '';
  return single[question.kind]();
}

/** What stands with it in small. */
export function howWords({ kind }: Question): string {
  if (kind === 'words') return m.asking_words_how();
  if (kind === 'dots') return m.asking_dots_how();
  return kind === 'sus' ? m.asking_score_sus_how() : '';
}

/** What the lowest and the highest answer mean. */
export function endWords(kind: ScoreKind): readonly [string, string] {
  const [least, most] = ends[kind];
  return [least(), most()];
}

export function dotsLeftWords(count: number): string {
  if (count <= 0) return m.asking_dots_left_none();
  return count === 1 ? m.asking_dots_left_one() : m.asking_dots_left({ count });
}

export function dotsOnWords(count: number): string {
  if (count === 0) return m.asking_dots_on_none();
  return count === 1 ? m.asking_dots_on_one() : m.asking_dots_on({ count });
}

const short: Readonly<Record<Question['kind'], () => string>> = {
  csat: m.asking_short_csat,
  ces: m.asking_short_ces,
  nps: m.asking_short_nps,
  sus: m.asking_short_sus,
  words: m.asking_short_words,
  dots: m.asking_short_dots,
};
/** A question in a word or two: 'Tevredenheid', of a SUS with its number. */
export function shortWords(question: Question): string {
  const name = short[question.kind]();
  return question.kind === 'sus' ? `${name} ${question.item + 1}` : name;
}

const variants: Readonly<Record<ScoreKind, () => string>> = {
  csat: m.asking_kind_csat,
  ces: m.asking_kind_ces,
  nps: m.asking_kind_nps,
  sus: m.asking_kind_sus,
};
/** A questionnaire by its name in the field, with the scale that is used of it. */
export function variantWords(kind: ScoreKind): string {
  return variants[kind]();
}
