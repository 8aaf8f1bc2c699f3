/**
 * As whom the PostgreSQL programs run. An ordinary user runs them as themselves. PostgreSQL refuses
 * root, so root runs them as a user without rights, or, where the folders on the way are closed to
 * that user, inside a user namespace in which root has another number, or with the one right to pass.
 */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { StartFault } from '#server/fault';

type Person = { readonly uid: number; readonly gid: number };

export type Runner = {
  readonly how: 'self' | 'user' | 'namespace' | 'capability';
  /** Who must own the data folder, or null when nothing is to change. */
  readonly owner: Person | null;
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
};

const NOBODY = 65_534;

const self: Runner = {
  how: 'self',
  owner: null,
  spawn: (program, args, options) => spawn(program, args, options),
};

/** initdb asks for the user's name; a container may run under a number that has none. */
function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

function asUser({ uid, gid }: Person): Runner {
  return {
    how: 'user',
    owner: { uid, gid },
    spawn: (program, args, options) => spawn(program, args, { ...options, uid, gid }),
  };
}

/** Outside it is root's files that are used; inside, root's number is nobody's. */
function inNamespace({ uid, gid }: Person, { owner }: { owner: Person | null }): Runner {
  const before = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return {
    how: 'namespace',
    owner,
    spawn: (program, args, options) => spawn('unshare', [...before, program, ...args], options),
  };
}

/**
 * For containers that forbid namespaces: nobody, who may walk through closed folders. Without the
 * securebit access(2), with which PostgreSQL looks at its own program, would not see that right.
 */
function withPassage({ uid, gid }: Person): Runner {
  const before = [
    ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
    ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'],
  ];
  return {
    how: 'capability',
    owner: { uid, gid },
    spawn: (program, args, options) => spawn('setpriv', [...before, program, ...args], options),
  };
}

/** Really tries: enters the folder and runs the program. */
async function reaches(runner: Runner, folder: string, program: string): Promise<boolean> {
  const script = 'cd -P -- "$1" && "$2" --version';
  const child = runner.spawn('/bin/sh', ['-c', script, 'sh', folder, program], {
    stdio: 'ignore',
    cwd: '/',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function nobody(): Promise<Person> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [uid, gid] = (/^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(users) ?? []).slice(1).map(Number);
  return { uid: uid ?? NOBODY, gid: gid ?? NOBODY };
}

async function ownerOf(path: string): Promise<Person | null> {
  const found = await stat(path).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

/** The highest folder on the way that others may not pass. */
async function closedFolder(path: string): Promise<string | null> {
  const above = dirname(path);
  const higher = above === path ? null : await closedFolder(above);
  if (higher !== null) return higher;
  const { mode } = await stat(path);
  return (mode & 0o001) === 0 ? path : null;
}

/**
 * @param dataDir exists already. @param cluster the database's folder in it, perhaps not made yet.
 * @returns how to run. Throws StartFault naming the folder that stands in the way.
 */
export async function chooseRunner({
  dataDir,
  cluster,
  program,
}: {
  dataDir: string;
  cluster: string;
  program: string;
}): Promise<Runner> {
  const none = await nobody();
  const { getuid } = process;
  if (!getuid || (getuid() !== 0 && hasName())) return self;
  if (getuid() !== 0) {
    const renamed = inNamespace(none, { owner: null });
    return (await reaches(renamed, dataDir, program)) ? renamed : self;
  }
  // Who has the data already comes first, then nobody, then the person whose checkout it is.
  const users = [await ownerOf(cluster), none, await ownerOf(dirname(program))];
  const candidates = [
    ...users.filter((user) => user !== null).map(asUser),
    inNamespace(none, { owner: { uid: 0, gid: 0 } }),
    withPassage(none),
  ];
  for (const runner of candidates) if (await reaches(runner, dataDir, program)) return runner;
  const closed = (await closedFolder(dataDir)) ?? (await closedFolder(dirname(program)));
  throw new StartFault(
    `PostgreSQL does not run as root, and no other user can reach ${closed ?? dataDir}. ` +
      `Open the way with 'chmod o+x ${closed ?? dataDir}', start as an ordinary user, or set DATABASE_URL.`,
  );
}
