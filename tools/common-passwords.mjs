/**
 * Writes server/auth/common-passwords.txt from the list that zxcvbn keeps. Run by hand when that list was renewed:
 *   npm pack @zxcvbn-ts/language-common@4.1.3 && tar xzf zxcvbn-ts-language-common-4.1.3.tgz
 *   node tools/common-passwords.mjs package/src/passwords.json
 * A copy of the part that matters, so that no dependency of two megabytes is needed for eleven hundred lines.
 */
import { readFile, writeFile } from 'node:fs/promises';

/** As `limits.passwordMin`: shorter ones are refused for their length already. */
const SHORTEST = 10;
/** The commonest of the short ones, which people lengthen with a year or a sign. */
const WORDS_FROM_FIRST = 10_000;

const [, , file] = process.argv;
if (!file)
  throw new Error('Name the list: node tools/common-passwords.mjs package/src/passwords.json');
const list = JSON.parse(await readFile(file, 'utf8'));
const long = list.filter((password) => password.length >= SHORTEST);
const words = list
  .slice(0, WORDS_FROM_FIRST)
  .filter((password) => /^[a-z]{4,}$/.test(password) && password.length < SHORTEST);
const head = [
  '# Passwords that are tried first, commonest first: made by tools/common-passwords.mjs from',
  '# @zxcvbn-ts/language-common 4.1.3 (MIT, Copyright (c) zxcvbn-ts, and Dropbox, Inc.).',
];
await writeFile('server/auth/common-passwords.txt', `${[...head, ...long, ...words].join('\n')}\n`);
