import { expect, it } from 'vitest';
import { compactMessage } from './compact-messages';

const compiled = (nl: string, en: string): string => `
const nl_word = /** @type {(inputs: X) => LocalizedString} */ (i) => {
	return /** @type {LocalizedString} */ (\`${nl}\`)
};
const en_word = /** @type {(inputs: X) => LocalizedString} */ (i) => {
	return /** @type {LocalizedString} */ (\`${en}\`)
};
export const word = /** @type {X} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "nl") return nl_word(inputs)
	return en_word(inputs)
});`;

it('keeps both texts of a message, as texts', () => {
  expect(compactMessage(compiled('Sluit', 'Close'))).toContain('said(`Sluit`, `Close`)');
});

it('keeps what is filled in as a function of it', () => {
  expect(compactMessage(compiled('nog ${i?.count}', '${i?.count} left'))).toContain(
    'said((i) => `nog ${i?.count}`, (i) => `${i?.count} left`)',
  );
});

it('leaves a message with a choice in it alone', () => {
  const plural = compiled('briefje', 'note').replace('return /**', 'if (i) return /**');
  expect(compactMessage(plural)).toBeUndefined();
});
