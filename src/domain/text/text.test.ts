import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanStrings, cleanText, unfitCharacter, unfitString } from '#domain/text/characters';
import { cutText, lettersOf, shortened } from '#domain/text/cut';

/** Any UTF-16 units, controls and lone halves among them. */
const anyUnits = fc
  .array(
    fc.oneof(
      fc.constantFrom(0, 9, 10, 11, 12, 13, 0x1b, 0x7f, 0x85, 0x9f, 0xd83d, 0xde00, 0xfeff),
      fc.nat(0xffff),
    ),
    { maxLength: 30 },
  )
  .map((units) => String.fromCharCode(...units));
const family = '👩‍👩‍👧';
const letters = fc.array(fc.constantFrom('a', 'é', 'e\u0301', '👍🏽', '🇳🇱', family, '\n'), {
  maxLength: 12,
});

describe('what a text may hold', () => {
  it('[D43] controls and lone halves are named, tabs, lines and whole letters are fit', () => {
    expect(unfitCharacter('Wat? \t\n 😁 é e\u0301 👩‍👩‍👧 \u200f')).toBeUndefined();
    expect(unfitCharacter('a\0b\u0007')).toBe('U+0000');
    expect(unfitCharacter('\u0085')).toBe('U+0085');
    expect(unfitCharacter('a\r\nb')).toBe('U+000D');
    expect(unfitCharacter('\ud83d!')).toBe('U+D83D');
    expect(unfitCharacter('!\ude00')).toBe('U+DE00');
  });

  it('[D43] a cleaned text is fit, and a fit text is left as it is', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const clean = cleanText(text);
        expect(unfitCharacter(clean)).toBeUndefined();
        if (unfitCharacter(text) === undefined) expect(clean).toBe(text);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('[D43] every way to end a line becomes one line feed, and nothing else of the text is lost', () => {
    expect(cleanText('een\r\ntwee\rdrie\vvier\fvijf\u0085zes\0!')).toBe(
      'een\ntwee\ndrie\nvier\nvijf\nzes!',
    );
  });

  it('[D43] the first unfit string of a value is named by its path, and all are cleaned', () => {
    const value = {
      kind: 'x',
      choices: { question: 'a\0' },
      list: ['b', 'c\u0001'],
      n: 1,
      no: null,
    };
    expect(unfitString(value)).toEqual({ field: 'choices.question', character: 'U+0000' });
    expect(cleanStrings(value)).toEqual({ ...value, choices: { question: 'a' }, list: ['b', 'c'] });
    expect(unfitString(cleanStrings(value))).toBeUndefined();
  });
});

describe('cutting', () => {
  it('[D42] a cut text is a beginning that ends between two letters, as long as fits', () => {
    fc.assert(
      fc.property(letters, fc.nat(30), (typed, max) => {
        const text = typed.join('');
        const cut = cutText(text, max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(max);
        const whole = lettersOf(text);
        const kept = lettersOf(cut);
        expect(whole.slice(0, kept.length)).toEqual(kept);
        const next = whole[kept.length];
        if (next !== undefined) expect(cut.length + next.length).toBeGreaterThan(max);
      }),
    );
  });

  it('[D42] an emoji of several joined ones stays whole or goes whole', () => {
    expect(cutText(`ab${family}c`, 2 + family.length - 1)).toBe('ab');
    expect(cutText(`ab${family}c`, 2 + family.length)).toBe(`ab${family}`);
    expect(cutText(family, -1)).toBe('');
    expect(shortened(`Hoe ${family} en meer`, 8)).toBe('Hoe…');
    expect(shortened('kort', 8)).toBe('kort');
  });
});
