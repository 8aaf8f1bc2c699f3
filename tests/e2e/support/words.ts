/** The interface's words by their key, for tests that read the screen in more than one language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root';

export type Locale = 'nl' | 'en';

/** @returns the words of a plain message; throws on a key without one. */
export function wordsIn(locale: Locale): (key: string, inputs?: Record<string, string>) => string {
  const folder = join(projectRoot(), 'messages', locale);
  const all = new Map<string, unknown>(
    readdirSync(folder).flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object),
    ),
  );
  return (key, inputs = {}) => {
    const words = all.get(key);
    if (typeof words !== 'string') throw new Error(`no plain words for ${key} in ${locale}`);
    return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => inputs[name] ?? whole);
  };
}
