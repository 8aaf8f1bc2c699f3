/**
 * A fingerprint on what outlives a deploy: what crosses the wire (src/protocol) and what is kept in
 * documents (src/document/schema.ts). An open page and a stored board were made by the old one.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SCHEMA_VERSION } from '#document/schema';
import { projectRoot } from '#server/project-root';
import fingerprints from './fingerprints.json' with { type: 'json' };
import { sourceFiles } from './source-files';

/** Comments and layout may change freely: the code is printed anew without them. */
function bare(text: string): string {
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}

function hash(texts: string[]): string {
  return createHash('sha256').update(texts.map(bare).join('\0')).digest('hex').slice(0, 16);
}

function steps(what: string, version: string, found: string): string {
  return [
    `${what} changed. Can a page (or board) made before still be read? If yes: put "${found}" into`,
    `tests/house/fingerprints.json. If no: first raise ${version}, keep reading what was stored`,
    '(src/document/migrations.ts), and then put version and fingerprint there.',
  ].join(' ');
}

test('a change of the protocol is a decision', () => {
  const files = sourceFiles('src/protocol').filter(({ path }) => !path.endsWith('.test.ts'));
  const found = hash(files.map(({ text }) => text));
  const stored = { version: PROTOCOL_VERSION, fingerprint: found };
  expect(stored, steps('src/protocol', 'PROTOCOL_VERSION', found)).toEqual(fingerprints.protocol);
});

test("a change of the documents' shape is a decision", () => {
  const path = 'src/document/schema.ts';
  const found = hash([readFileSync(join(projectRoot(), path), 'utf8')]);
  const stored = { version: SCHEMA_VERSION, fingerprint: found };
  expect(stored, steps(path, 'SCHEMA_VERSION', found)).toEqual(fingerprints.schema);
});
