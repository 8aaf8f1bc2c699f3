import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root';
import { settingsTable } from '#server/settings';

const between = /<!-- settings -->\n\n?([\s\S]*?)\n?\n<!-- end of settings -->/;

test('the documented table of settings is the one that the server reads', () => {
  const page = readFileSync(join(projectRoot(), 'docs', 'settings.md'), 'utf8');
  const squeeze = (table: string) => table.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
  const [, shown = ''] = between.exec(page) ?? [];
  expect(squeeze(shown), 'npm run settings prints it').toBe(squeeze(settingsTable()));
});
