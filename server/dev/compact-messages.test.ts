import { describe, expect, it } from 'vitest';
import { codeByLanguage, compactMessage } from './compact-messages';

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
  expect(compactMessage(compiled('Sluit', 'Close'))).toContain('(`Sluit`, `Close`)');
});

it('keeps what is filled in as a function of it', () => {
  expect(compactMessage(compiled('nog ${i?.count}', '${i?.count} left'))).toContain(
    '((i = {}) => `nog ${i?.count}`, (i = {}) => `${i?.count} left`)',
  );
});

it('keeps the choice of language for what is said in the language of the sprint', () => {
  const prefix = compiled('HKW', 'HMW').replace('const word ', 'const exercises_prefix_hmw ');
  expect(compactMessage(prefix)).toContain('said(`HKW`, `HMW`)');
});

it('leaves a message with a choice in it alone', () => {
  const plural = compiled('briefje', 'note').replace('return /**', 'if (i) return /**');
  expect(compactMessage(plural)).toBeUndefined();
});

describe('a built file in one language', () => {
  /** As the minifier leaves a module with a message in it. */
  const built = (code: string): string =>
    code.replace(/^export const (\w+) = \/\*.*?\*\/ /, 'var $1=').replace(/;\n$/, ';export{word};');
  const run = async (code: string): Promise<(inputs?: object) => string> => {
    const address = `data:text/javascript,${encodeURIComponent(code)}`;
    return ((await import(/* @vite-ignore */ address)) as { word: () => string }).word;
  };

  it('says the text of that language, and holds no other', async () => {
    const codes = codeByLanguage(built(compactMessage(compiled('Sluit', 'Close')) ?? ''));
    expect((await run(codes?.nl ?? ''))()).toBe('Sluit');
    expect((await run(codes?.en ?? ''))()).toBe('Close');
    expect(codes?.en).not.toContain('Sluit');
    expect(codes?.nl).not.toContain('Close');
  });

  it('fills in what it is given', async () => {
    const message = compactMessage(compiled('nog ${i?.count}', '${i?.count} left'));
    const codes = codeByLanguage(built(message ?? ''));
    expect((await run(codes?.en ?? ''))({ count: 3 })).toBe('3 left');
  });

  it('has one form when it holds no message', () => {
    expect(codeByLanguage('export const one = 1;')).toBeUndefined();
  });

  it('is refused when a message lost its form, rather than half translated', () => {
    expect(() => codeByLanguage('export const say = __SPRINTKAMER_MESSAGE__;')).toThrow(
      'lost its form',
    );
    expect(() => codeByLanguage('__SPRINTKAMER_MESSAGE__(`Sluit`)')).toThrow('lost a text');
  });
});
