import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  initials,
  mayBeNamed,
  normaliseName,
  numberFor,
  sameName,
  shownName,
} from '#domain/sprint/names';

const said = (typed: string) => {
  const ruling = mayBeNamed(typed);
  return ruling.allowed ? 'allowed' : ruling.refusal.code;
};

describe('[R35] names', () => {
  it('[R35] are cleaned of spaces, controls and signs that cannot be seen', () => {
    expect(normaliseName('  Anna \t\n  de   Boer ')).toBe('Anna de Boer');
    expect(normaliseName('An\u200bna\u202e')).toBe('Anna');
    expect(normaliseName('Zoe\u0308')).toBe('Zo\u00eb');
    expect(sameName('ANNA', ' anna')).toBe(true);
  });

  it('[R35] are neither empty nor too long', () => {
    expect(said('Anna')).toBe('allowed');
    expect(said('安娜')).toBe('allowed');
    for (const empty of ['', '   ', '\u200b\u200b', '--']) expect(said(empty)).toBe('field-empty');
    expect(said('x'.repeat(60))).toBe('allowed');
    expect(said('x'.repeat(61))).toBe('field-too-long');
    expect(said(`  ${'x'.repeat(60)}  `)).toBe('allowed');
  });

  it('[R35] give the second Anna a number, and the lowest that is free', () => {
    expect(numberFor('Anna', [])).toBe(1);
    expect(numberFor('anna', [{ name: 'Anna', nameNumber: 1 }])).toBe(2);
    expect(numberFor('Anna', [{ name: 'Anna', nameNumber: 2 }])).toBe(1);
    expect(shownName({ name: 'Anna', nameNumber: 1 })).toBe('Anna');
    expect(shownName({ name: 'Anna', nameNumber: 2 })).toBe('Anna 2');
  });

  it('[R35] never show two people alike, also when somebody types a number', () => {
    const anyName = fc.constantFrom('Anna', 'anna', 'Anna 2', 'ANNA 3', 'Anna 2 2', 'Bram');
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (typed) => {
        const there: { name: string; nameNumber: number }[] = [];
        for (const name of typed) there.push({ name, nameNumber: numberFor(name, there) });
        const shown = there.map((one) => shownName(one).toLowerCase());
        expect(new Set(shown).size).toBe(shown.length);
        const stored = there.map((one) => `${one.name.toLowerCase()}/${one.nameNumber}`);
        expect(new Set(stored).size).toBe(stored.length);
      }),
    );
  });

  it('[R35] become one or two capitals on the avatar', () => {
    expect(initials({ name: 'Anouk van der Kamp', nameNumber: 1 })).toBe('AK');
    expect(initials({ name: 'Esra', nameNumber: 1 })).toBe('E');
    expect(initials({ name: 'Anna', nameNumber: 2 })).toBe('A2');
    expect(initials({ name: 'Jean-Luc', nameNumber: 1 })).toBe('JL');
    expect(initials({ name: '(émile)', nameNumber: 1 })).toBe('É');
    expect(initials({ name: '🙂', nameNumber: 1 })).toBe('?');
  });
});
