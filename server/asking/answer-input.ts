/** What a form of the customer's page gives, made into an answer that the rules can look at. Anything may come. */
import { CUSTOMER_DOTS } from '#domain/klantbelofte/ranking';
import { RefusedError } from '#domain/refusal';
import { unfitCharacter, withLineFeeds } from '#domain/text/characters';
import type { CustomerAnswerInput } from '#protocol/asking';

/** @returns null where nothing was chosen; NaN, which no rule takes, for what is no figure. */
export function figureOf({ answer = '' }: CustomerAnswerInput): number | null {
  const text = answer.trim();
  if (text === '') return null;
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
}

/** @throws RefusedError field-character where no text may hold one of them. */
export function wordsOf({ words = '' }: CustomerAnswerInput): string {
  const text = withLineFeeds(words).trim();
  const character = unfitCharacter(text);
  if (character === undefined) return text;
  throw new RefusedError('field-character', { field: 'words', about: { character } });
}

/**
 * @returns a concept for each dot.
 * @throws RefusedError too-many-dots for a count that is none, or more than there are.
 */
export function dotsOf({ dots }: CustomerAnswerInput): string[] {
  return dots.flatMap(([concept, count]) => {
    const times = count === '' ? 0 : Number(count);
    if (!Number.isInteger(times) || times < 0 || times > CUSTOMER_DOTS) {
      throw new RefusedError('too-many-dots', { field: 'dots', about: { max: CUSTOMER_DOTS } });
    }
    return Array.from({ length: times }, () => concept);
  });
}
