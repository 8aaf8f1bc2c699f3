/** The numbered rules of every SPEC.md and the tests that carry their numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root';
import { sourceFiles } from './source-files';

const number = /\[([A-Z]+\d+)\]/g;

function numbersIn(text: string): string[] {
  return [...text.matchAll(number)].map(([, found = '']) => found);
}

/** Rules by number, with the file that states them. */
function rules(): Map<string, string> {
  const root = projectRoot();
  const found = new Map<string, string>();
  for (const folder of ['src', 'server']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('SPEC.md')) continue;
      for (const rule of numbersIn(readFileSync(join(root, folder, entry), 'utf8'))) {
        found.set(rule, `${folder}/${entry}`);
      }
    }
  }
  return found;
}

/** Numbers inside the quoted words of tests: their titles. */
function tested(): Set<string> {
  const files = sourceFiles('src', 'server', 'tests').filter(({ path }) =>
    /\.(test|spec)\.ts$/.test(path),
  );
  const quoted = /(['"`])(?:(?!\1)[^\n])*\1/g;
  return new Set(
    files.flatMap(({ text }) => [...text.matchAll(quoted)].flatMap(([words]) => numbersIn(words))),
  );
}

test('every numbered rule has a test that carries its number', () => {
  const covered = tested();
  const without = [...rules()].filter(([rule]) => !covered.has(rule));
  expect(without.map(([rule, file]) => `[${rule}] of ${file} has no test`)).toEqual([]);
});

test('every number in a test title is a rule', () => {
  const known = rules();
  expect([...tested()].filter((rule) => !known.has(rule))).toEqual([]);
});
