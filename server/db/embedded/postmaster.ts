/**
 * The PostgreSQL process: started apart from this one, so that Ctrl-C reaches us first and a killed
 * parent leaves a whole database behind; found again by its pid file; stopped in order.
 */
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from '#server/db/embedded/binaries';
import { pause } from '#server/db/embedded/pause';
import { commandLine, processIdentity } from '#server/db/embedded/process-identity';
import type { Runner } from '#server/db/embedded/runner';
import { StartFault } from '#server/fault';

const LOOK_EVERY_MS = 20;
/** A crashed database first reads its log again, which may take long. */
const START_LIMIT_MS = 5 * 60_000;
const FAST_STOP_LIMIT_MS = 30_000;
const LOG_KEPT_BYTES = 5 * 1_048_576;
const START_TRIES = 10;

export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

const pidFile = (folder: string) => join(folder, 'postmaster.pid');

/**
 * @returns the living server of this folder. A pid file whose process is gone, or is no PostgreSQL
 * of this folder, counts as none.
 */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(folder), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!lines[0] || (await processIdentity(pid)) === null) return null;
  const command = await commandLine(pid);
  const place = await realpath(folder).catch(() => folder);
  if (!command.includes('postgres') || (process.platform !== 'win32' && !command.includes(place))) {
    return null;
  }
  return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function launch(
  {
    binaries,
    runner,
    folder,
    log,
  }: { binaries: Binaries; runner: Runner; folder: string; log: string },
  port: number,
): ChildProcess {
  const big = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES;
  const out = openSync(log, big ? 'w' : 'a', 0o600);
  const configured = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    log_checkpoints: 'off',
  };
  const args = Object.entries(configured).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = runner.spawn(binaries.postgres, ['-D', folder, ...args], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
    // None of our settings, which hold secrets; Windows programs need their own.
    ...(process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }),
    windowsHide: true,
  });
  closeSync(out);
  child.unref();
  return child;
}

/** Starts the database on a free port of loopback. Throws StartFault with what PostgreSQL said. */
export async function startPostmaster(place: {
  binaries: Binaries;
  runner: Runner;
  folder: string;
  /** File that takes what PostgreSQL says. */
  log: string;
}): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const before = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
    const child = launch(place, await freePort());
    let gone = false;
    child.once('error', () => (gone = true));
    child.once('exit', () => (gone = true));
    const until = Date.now() + START_LIMIT_MS;
    while (!gone && Date.now() < until) {
      const found = await findPostmaster(place.folder);
      if (found?.pid === child.pid && found?.ready) return found;
      await pause(LOOK_EVERY_MS);
    }
    const said = (await readFile(place.log, 'utf8').catch(() => '')).slice(before).trim();
    // A port taken in between, or the last processes of a database that was killed: both pass.
    const passing = /could not bind|in use/i.test(said);
    if (!passing || attempt === START_TRIES) {
      throw new StartFault(`PostgreSQL did not start in ${place.folder}:\n${said}`);
    }
    await pause(300);
  }
}

/** Removes a pid file that names no PostgreSQL of this folder, which would forbid a start. */
export async function forgetPostmaster(folder: string): Promise<void> {
  await rm(pidFile(folder), { force: true });
}

async function isGone(pid: number, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while ((await processIdentity(pid)) !== null) {
    if (Date.now() > until) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/**
 * Stops in order: connections end, everything is written. Only a database that does not obey in
 * half a minute is told to stop at once, which loses nothing that was committed.
 */
export async function stopPostmaster(folder: string): Promise<void> {
  const running = await findPostmaster(folder);
  if (!running) return;
  const tell = (signal: NodeJS.Signals) => {
    try {
      process.kill(running.pid, signal);
    } catch {
      // It went by itself in between.
    }
  };
  tell('SIGINT');
  if (await isGone(running.pid, FAST_STOP_LIMIT_MS)) return;
  tell('SIGQUIT');
  await isGone(running.pid, FAST_STOP_LIMIT_MS);
}
