import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root';
import { sourceFiles } from './source-files';

const languages = ['nl', 'en'] as const;
type Messages = Record<string, unknown>;

function messagesOf(language: string): Messages {
  const folder = join(projectRoot(), 'messages', language);
  const all: Messages = {};
  for (const file of readdirSync(folder).sort()) {
    const area = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages;
    for (const [key, words] of Object.entries(area)) {
      if (key.startsWith('$')) continue;
      if (key in all) throw new Error(`${language}: ${key} stands in two files`);
      all[key] = words;
    }
  }
  return all;
}

function placeholders(words: unknown): string[] {
  const found = [...JSON.stringify(words).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...new Set(found)].sort();
}

const dutch = messagesOf('nl');
const english = messagesOf('en');

test('every word stands in Dutch and in English', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort());
  expect(Object.keys(dutch).length).toBeGreaterThan(100);
});

test('no message is empty', () => {
  const empty = [...Object.entries(dutch), ...Object.entries(english)].filter(
    ([, words]) => typeof words === 'string' && words.trim() === '',
  );
  expect(empty.map(([key]) => key)).toEqual([]);
});

test('both languages fill in the same values', () => {
  const differing = Object.keys(dutch).filter(
    (key) => String(placeholders(dutch[key])) !== String(placeholders(english[key])),
  );
  expect(differing).toEqual([]);
});

describe('compiled as the build does', () => {
  let outdir: string;
  beforeAll(async () => {
    // Inside the checkout, so that what is compiled finds its packages.
    outdir = await mkdtemp(join(projectRoot(), 'node_modules', '.messages-test-'));
    await compile({ project: join(projectRoot(), 'project.inlang'), outdir, emitReadme: false });
  });
  afterAll(() => rm(outdir, { recursive: true, force: true }));

  // Without its plugin the compiler warns, compiles nothing and says that all is well.
  test.each(languages)('every message is there in %s', async (language) => {
    const { m } = (await import(pathToFileURL(join(outdir, 'messages.js')).href)) as {
      m: Record<string, (inputs: object, options: object) => string>;
    };
    const missing = Object.keys(dutch).filter((key) => {
      const inputs = Object.fromEntries(placeholders(dutch[key]).map((name) => [name, 1]));
      const words = m[key]?.(inputs, { locale: language });
      return !words || words === key;
    });
    expect(missing).toEqual([]);
  });
});

test("only the words of the exercises, and of what stands on a list, are said in a language of choice: what a browser fetches holds the reader's alone", () => {
  const choosing = sourceFiles('src')
    .filter(({ path }) => /^src\/.*(?<!\.test)\.(?:ts|svelte)$/.test(path))
    .filter(({ text }) => /\bm\.\w+\([^()]*, ?\{|\blocale: language/.test(text))
    .map(({ path }) => path);
  // What a server alone says is never fetched.
  expect(choosing).toEqual([
    'src/hooks.server.ts',
    'src/lib/boards/lists/list-words.ts',
    'src/lib/exercises/words.ts',
  ]);
});
