/** Our own files and what they import, for the tests that keep the house in order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '#server/project-root';

export type SourceFile = {
  /** From the checkout, with forward slashes: 'src/domain/ids.ts'. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
};

export type Import = {
  /** As written, with a relative path made whole: '#domain/ids', 'yjs', 'src/lib/x'. */
  readonly what: string;
  readonly typeOnly: boolean;
};

/** Not ours: compiled words, and the packages that the bench installs beside itself. */
const generated = /(^|\/)(paraglide|node_modules)\//;
const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function whole(what: string, path: string): string {
  if (what.startsWith('$lib')) return what.replace('$lib', 'src/lib');
  if (!what.startsWith('.')) return what;
  return new URL(what, `file:///${path}`).pathname.slice(1);
}

function importsOf(text: string, path: string): Import[] {
  const found: Import[] = [];
  for (const [, type, what = ''] of text.matchAll(statement)) {
    found.push({ what: whole(what, path), typeOnly: type !== undefined });
  }
  for (const [, what = ''] of text.matchAll(dynamic)) {
    found.push({ what: whole(what, path), typeOnly: false });
  }
  return found;
}

/** @param folders from the checkout. @returns their code files, tests included. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  const root = projectRoot();
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mjs|js|svelte)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !generated.test(path))
      .sort()
      .map((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        return { path, text, imports: importsOf(text, path) };
      }),
  );
}
