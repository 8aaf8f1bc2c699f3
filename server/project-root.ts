/** Where the checkout is, from source, from the bundle in `build/server` and from tests alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @returns the folder that holds `drizzle/` and `build/`. Throws when there is none above this file. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the folder drizzle/ with the migrations is missing');
    folder = above;
  }
  return folder;
}
