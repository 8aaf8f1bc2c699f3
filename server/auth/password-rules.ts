/**
 * Which new passwords are refused though they are long enough: the ones that are tried first. Asked where
 * a password is chosen, never where one is given. Here and not in a page: the list is not for browsers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '#domain/limits';
import type { RefusalCode } from '#domain/refusal';
import { projectRoot } from '#server/project-root';

/** With fewer signs than this it is one letter or a pair, repeated. */
const FEWEST_SIGNS = 4;
/** Behind a common word: a year and a sign are no secret, a number of seven digits is. */
const TAIL_AT_MOST = 6;
/** What has to be left of a password without the owner's name and address. */
const LEFT_AT_LEAST = 6;
/** Shorter parts of a name stand in many words. */
const NAME_PART = 3;

let common: ReadonlySet<string> | undefined;

/**
 * @param own name and e-mail address of whoever chooses.
 * @returns why it is refused, or null: `password-common`, also with a tail or signs for letters;
 * `password-simple` for repetition and rows; `password-own` for the owner's name or address with little else.
 */
export function faultOfPassword(
  password: string,
  own: readonly string[],
): Extract<RefusalCode, `password-${'common' | 'simple' | 'own'}`> | null {
  const lower = password.normalize('NFKC').toLowerCase();
  if (isSimple(lower)) return 'password-simple';
  if (isCommon(lower)) return 'password-common';
  return isOwn(lower, own) ? 'password-own' : null;
}

function isSimple(password: string): boolean {
  if (new Set(password).size < FEWEST_SIGNS) return true;
  const signs = [...password].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = signs.slice(1).map((sign, index) => sign - (signs[index] ?? 0));
  // 'abcdefghij', '9876543210'; 1234567890 turns once, at its end.
  if (new Set(steps.slice(0, -1)).size === 1 && Math.abs(steps[0] ?? 0) <= 1) return true;
  for (let unit = 1; unit < limits.passwordMin; unit += 1) {
    const repeated = password.slice(0, unit).repeat(Math.ceil(password.length / unit));
    if (password.length >= 2 * unit && repeated.startsWith(password)) return true;
  }
  return false;
}

function isCommon(password: string): boolean {
  common ??= readList();
  for (const form of [password, lettersForSigns(password)]) {
    if (common.has(form)) return true;
    const word = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    if (form.length - word.length <= TAIL_AT_MOST && common.has(word)) return true;
  }
  return false;
}

/** 'w@chtw00rd' is 'wachtwoord'. */
function lettersForSigns(password: string): string {
  const letters: Record<string, string> = {
    '@': 'a',
    '0': 'o',
    '1': 'i',
    '3': 'e',
    $: 's',
    '5': 's',
  };
  // A sign at the end is a tail, not a letter.
  return password.replace(/[@013$5](?=.*\p{L})/gu, (sign) => letters[sign] ?? sign);
}

function isOwn(password: string, own: readonly string[]): boolean {
  const parts = own
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((part) => part.length >= NAME_PART)
    .sort((a, b) => b.length - a.length);
  const left = parts.reduce((rest, part) => rest.replaceAll(part, ''), password);
  return left.length < password.length && left.length < LEFT_AT_LEAST;
}

function readList(): ReadonlySet<string> {
  const file = join(projectRoot(), 'server', 'auth', 'common-passwords.txt');
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('# ')));
}
