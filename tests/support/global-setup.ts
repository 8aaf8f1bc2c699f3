/**
 * Once per vitest run: a folder in which the first test that needs PostgreSQL starts one (see
 * `fresh-database.ts`). Runs without such a test start nothing. Afterwards all is stopped and removed.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { forgetTemplate } from '#tests/support/template-database';
import { clusterFolder } from '#server/db/embedded/cluster';
import { stopPostmaster } from '#server/db/embedded/postmaster';

declare module 'vitest' {
  export interface ProvidedContext {
    runFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await mkdtemp(join(tmpdir(), 'sprintkamer-test-'));
  // As root the database runs as a user without rights, who must be able to pass.
  await chmod(runFolder, 0o711);
  project.provide('runFolder', runFolder);
  return async () => {
    await forgetTemplate(runFolder);
    await stopPostmaster(clusterFolder(join(runFolder, 'data')));
    await rm(runFolder, { recursive: true, force: true });
  };
}
