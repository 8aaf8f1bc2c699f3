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

  it('[R35] keep what holds an emoji together, and nothing else that draws nothing', () => {
    const family = '👩\u200d👩\u200d👧';
    const wales = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}';
    for (const whole of [family, '❤\ufe0f', '1\ufe0f\u20e3', '👍🏽', wales])
      expect(normaliseName(`Anna ${whole}`)).toBe(`Anna ${whole}`);
    for (const unseen of [
      ...['\u200d', '\u200c', '\u034f', '\u180e', '\ufe0f', '\u115f', '\u1160', '\u3164', '\uffa0'],
      ...[
        '\u00ad',
        '\u061c',
        '\u2066',
        '\ufeff',
        '\ufffc',
        '\u{e0061}',
        '\u{e007f}',
        '\u{1d159}',
        '\ud800',
      ],
    ]) {
      expect(normaliseName(`An${unseen}na`)).toBe('Anna');
      expect(said(unseen + unseen)).toBe('field-empty');
    }
    expect(normaliseName('Anna\u2800\u2003de\u2800')).toBe('Anna de');
    expect(said('\u2800')).toBe('field-empty');
  });

  it('[R35] are the same for whoever looks the same: case, width, spaces, alphabet', () => {
    for (const alike of [
      'anna',
      'ＡＮＮＡ',
      'Аnna',
      'An\u200dna',
      ' Anna\u00a0',
      'Anna\u{e0061}',
      'Αnna',
    ])
      expect(sameName('Anna', alike)).toBe(true);
    expect(sameName('Jan Groß', 'jan gross')).toBe(true);
    expect(sameName('Ana', 'Anna')).toBe(false);
    expect(sameName('Zoë', 'Zoe')).toBe(false);
    expect(numberFor('Аnna', [{ name: 'Anna', nameNumber: 1 }])).toBe(2);
  });

  it('[R70] are no words for who leads or decides, in whatever language or disguise', () => {
    for (const role of [
      ...['Facilitator', 'beslisser', 'Decider', 'DE BESLISSER', 'the Decider', 'Facilitator 2'],
      ...[
        'F a c i l i t a t o r',
        '(decider)',
        'Fаcilitator',
        'ＤＥＣＩＤＥＲ',
        'Décideur',
        'fac1litat0r',
      ],
      ...['co-facilitator', 'Bes\u200dlisser', 'Moderator', 'Namens beslisser', '✅ Decider'],
    ])
      expect([role, said(role)]).toEqual([role, 'name-is-a-role']);
    for (const name of ['Anna Facilitator-Smit', 'Deci', 'Bes', 'Lisser', 'Expert', 'De Boer'])
      expect([name, said(name)]).toEqual([name, 'allowed']);
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
