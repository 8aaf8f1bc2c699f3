import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfPassword } from '#server/auth/password-rules';

const own = ['Anna de Vries', 'anna.devries@example.org'];

describe('[P36] a new password is refused when it is one of the first that are tried', () => {
  const refused: [string, string][] = [
    ['aaaaaaaaaa', 'password-simple'],
    ['ababababab', 'password-simple'],
    ['1112223331', 'password-simple'],
    ['abcdefghijkl', 'password-simple'],
    ['9876543210', 'password-simple'],
    ['1234567890', 'password-simple'],
    ['geheimgeheim', 'password-simple'],
    ['qwertyuiop', 'password-common'],
    ['1Q2W3E4R5T', 'password-common'],
    ['wachtwoord', 'password-common'],
    ['Wachtwoord2026!', 'password-common'],
    ['W@chtw00rd1', 'password-common'],
    ['2026welkom!', 'password-common'],
    ['P@ssword123', 'password-common'],
    ['annadevries', 'password-own'],
    ['Vries.Anna.26', 'password-own'],
    ['anna.devries@example.org', 'password-own'],
  ];
  test.each(refused)('%s: %s', (password, fault) => {
    expect(faultOfPassword(password, own)).toBe(fault);
  });

  test.each([
    'een lang wachtwoord',
    'nieuw wachtwoord 1',
    'paard-batterij-nietje',
    'monkey84920138',
    'Anna houdt van fietsen',
    'tr0ub4dor&3x',
    'ééntje voor de zaak',
  ])('%s is not', (password) => {
    expect(faultOfPassword(password, own)).toBeNull();
  });

  test('what a password manager makes is never refused', () => {
    const made = fc.string({ unit: 'binary-ascii', minLength: 16, maxLength: 40 });
    fc.assert(
      fc.property(made, (password) => {
        fc.pre(new Set(password).size > 8);
        expect(faultOfPassword(password, own)).toBeNull();
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  test('a name of one letter, or an empty one, refuses nothing', () => {
    expect(faultOfPassword('paard-batterij', ['A', '', 'a@b.nl'])).toBeNull();
  });
});
