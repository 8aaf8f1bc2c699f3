/**
 * The database's folder in `DATA_DIR`: made in a temporary folder and renamed, so that a start that
 * is broken off leaves nothing half; checked for its version and owner before it is used.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chown,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from '#server/db/embedded/binaries';
import type { Runner } from '#server/db/embedded/runner';
import { StartFault } from '#server/fault';

/** The superuser that initdb makes; the application has a user of its own, see `app-role.ts`. */
export const DATABASE_USER = 'sprintkamer';

export type Cluster = {
  /** The data folder of PostgreSQL. */
  readonly folder: string;
  /** Of the superuser. */
  readonly password: string;
};

export const clusterFolder = (dataDir: string) => join(dataDir, 'postgres');
const passwordFile = (dataDir: string) => join(dataDir, 'postgres-password');
const TEMPORARY = 'postgres.new-';

async function giveTo(runner: Runner, path: string): Promise<void> {
  if (runner.owner) await chown(path, runner.owner.uid, runner.owner.gid);
}

/** Gives a whole tree away, where it does not belong to the right user yet. */
async function giveTreeTo(runner: Runner, folder: string): Promise<void> {
  if (!runner.owner || (await stat(folder)).uid === runner.owner.uid) return;
  const { uid, gid } = runner.owner;
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), uid, gid);
  }
  // Last, so that a change that was broken off is seen and done again.
  await chown(folder, uid, gid);
}

async function runInitdb(binaries: Binaries, runner: Runner, folder: string, pwfile: string) {
  const args = [
    ...['--pgdata', folder, '--username', DATABASE_USER, '--pwfile', pwfile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
    // Sorts by code point like C, and knows that É is the capital of é.
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC'],
  ];
  const child = runner.spawn(binaries.initdb, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new StartFault(`PostgreSQL could not make its folder ${folder}:\n${said.trim()}`);
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there a rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function makeCluster(dataDir: string, binaries: Binaries, runner: Runner): Promise<void> {
  const temporary = join(dataDir, `${TEMPORARY}${process.pid}`);
  const folder = join(temporary, 'data');
  const pwfile = join(temporary, 'password');
  const password = randomBytes(24).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(pwfile, password, { mode: 0o600 });
  for (const path of [temporary, folder, pwfile]) await giveTo(runner, path);
  await runInitdb(binaries, runner, folder, pwfile);
  // The password first: a folder whose password is lost would be of no use.
  const kept = await open(passwordFile(dataDir), 'w', 0o600);
  await kept.writeFile(password);
  await kept.chmod(0o600);
  await kept.sync();
  await kept.close();
  await rename(folder, clusterFolder(dataDir));
  await syncFolder(dataDir);
  await rm(temporary, { recursive: true, force: true });
}

async function checkCluster(folder: string, binaries: Binaries): Promise<void> {
  const { uid } = await stat(folder);
  const me = process.getuid?.() ?? uid;
  if (me !== 0 && uid !== me) {
    throw new StartFault(
      `The folder ${folder} belongs to user ${uid}, perhaps because the server once ran as root. Run as that user again, or give DATA_DIR to this one with 'chown -R ${me}'.`,
    );
  }
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = Number.parseInt(version, 10);
  if (Number.isNaN(major)) {
    throw new StartFault(`The folder ${folder} is not one of PostgreSQL: it has no PG_VERSION.`);
  }
  if (major !== binaries.major) {
    throw new StartFault(
      `The folder ${folder} was made by PostgreSQL ${major}, and this version brings PostgreSQL ${binaries.major}. ` +
        `It was left as it is: start it with PostgreSQL ${major} and move its contents with pg_dump, or set DATA_DIR to a new folder.`,
    );
  }
}

/** Throws StartFault when the file is gone or belongs to somebody else. */
export async function readPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new StartFault(
      `The password of the database cannot be read: put ${file} back, or run as its owner.`,
      { cause: error },
    );
  }
}

/** Makes the folder unless it is there; throws StartFault when it cannot be used, and leaves it alone. */
export async function prepareCluster(
  dataDir: string,
  { binaries, runner, inUse }: { binaries: Binaries; runner: Runner; inUse: boolean },
): Promise<Cluster> {
  const folder = clusterFolder(dataDir);
  for (const entry of await readdir(dataDir)) {
    if (entry.startsWith(TEMPORARY)) await rm(join(dataDir, entry), { recursive: true });
  }
  if (existsSync(folder)) await checkCluster(folder, binaries);
  else await makeCluster(dataDir, binaries, runner);
  if (!inUse) await giveTreeTo(runner, folder);
  return { folder, password: await readPassword(dataDir) };
}
