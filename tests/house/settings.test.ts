import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root';
import { settingsTable } from '#server/settings';

const between = /<!-- settings -->\n\n?([\s\S]*?)\n?\n<!-- end of settings -->/;

test("the README's table of settings is the one that the server reads", () => {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const squeeze = (table: string) => table.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
  const [, shown = ''] = between.exec(readme) ?? [];
  expect(squeeze(shown), 'npm run settings prints it').toBe(squeeze(settingsTable()));
});
