import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files';

const files = sourceFiles('src', 'server', 'tests');
const saysNothing = /^(utils?|helpers?|types|common|misc|shared)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(svelte|test|spec|config|server|client|d))*\.(ts|mjs|js)$/;
const pascal = /^[A-Z][A-Za-z0-9]*\.svelte$/;
/** Names that SvelteKit gives: +page.svelte, +layout.server.ts. */
const kits = /^\+/;

test('no file is called utils, helpers, types or common', () => {
  const named = files.filter(({ path }) => saysNothing.test(basename(path).split('.')[0] ?? ''));
  expect(named.map(({ path }) => `${path}: name it after what it does`)).toEqual([]);
});

test('files are named in kebab-case, components in PascalCase', () => {
  const odd = files.filter(({ path }) => {
    const name = basename(path);
    if (kits.test(name)) return false;
    return !(name.endsWith('.svelte') ? pascal : kebab).test(name);
  });
  expect(odd.map(({ path }) => path)).toEqual([]);
});

test('a file is short enough to be about one thing', () => {
  const MOST_LINES = 300;
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    // A table of tests, or of the database, is read by the row.
    .filter(({ path, lines }) => lines > MOST_LINES && !/\.test\.ts$|\/tables\.ts$/.test(path));
  expect(
    long.map(({ path, lines }) => `${path} has ${lines} lines: look for the second concept`),
  ).toEqual([]);
});
