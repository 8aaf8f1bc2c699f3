/**
 * The PostgreSQL that comes along: one per data folder, on loopback, with a password of its own.
 * Called by the composition root when no DATABASE_URL is set.
 */
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Logger } from 'pino';
import { APP_USER, appPassword, ensureAppDatabase } from '#server/db/embedded/app-role';
import { findBinaries } from '#server/db/embedded/binaries';
import {
  clusterFolder,
  DATABASE_USER,
  prepareCluster,
  readPassword,
  type Cluster,
} from '#server/db/embedded/cluster';
import { holdFolder, type FolderHold } from '#server/db/embedded/folder-hold';
import { pause } from '#server/db/embedded/pause';
import {
  findPostmaster,
  forgetPostmaster,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from '#server/db/embedded/postmaster';
import { chooseRunner } from '#server/db/embedded/runner';
import { StartFault } from '#server/fault';

const DATABASE_NAME = 'sprintkamer';
/** How long a server that was left behind gets to answer before it is stopped and started anew. */
const ANSWER_LIMIT_MS = 15_000;

export type EmbeddedDatabase = {
  /** postgres:// with the application's user and password: a secret. */
  readonly url: string;
  /** Whether a server left by a killed parent was taken over. */
  readonly tookOver: boolean;
  stop(): Promise<void>;
};

/** Where the superuser reaches a database of this server: for making and repairing, not for the application. */
export function superuserAddress(
  { password }: Pick<Cluster, 'password'>,
  port: number,
  database: string,
): string {
  return `postgres://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** @returns where the application reaches its database, which is there and its own by then. */
async function ensureDatabase(cluster: Pick<Cluster, 'password'>, port: number): Promise<string> {
  const password = appPassword(cluster.password);
  const reach = (database: string) => superuserAddress(cluster, port, database);
  await ensureAppDatabase(reach, { database: DATABASE_NAME, password });
  return `postgres://${APP_USER}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;
}

/** @returns its real path, by which PostgreSQL knows it too. */
async function makeFolder(dataDir: string): Promise<string> {
  if (!existsSync(dataDir)) {
    await mkdir(dataDir, { recursive: true });
    // What is secret in it is closed by itself; as root the database's user must be able to pass.
    await chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  return realpath(dataDir);
}

/** Ends what the killed parent left running, so that no late commit lands after rooms are read. */
async function endOldSessions(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ count: number }[]>`
      select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    if (!row || row.count === 0) return;
    await pause(20);
  }
}

/** @returns whether the server that was found is this folder's, answers, and is empty of sessions. */
async function takeOver(cluster: Cluster, running: Postmaster): Promise<boolean> {
  const until = Date.now() + ANSWER_LIMIT_MS;
  while (Date.now() < until && (await findPostmaster(cluster.folder))) {
    const sql = postgres(superuserAddress(cluster, running.port, 'postgres'), {
      max: 1,
      connect_timeout: 5,
      onnotice: () => {},
    });
    try {
      const [row] = await sql<
        { folder: string }[]
      >`select current_setting('data_directory') as folder`;
      if (row?.folder !== cluster.folder) return false;
      await endOldSessions(sql);
      return true;
    } catch {
      await pause(100);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

/**
 * Starts the database of a data folder, or takes over the one that a killed parent left.
 * @param folderAsGiven absolute; made when it is missing.
 * Throws StartFault when another living server has the folder (with its process id), when another
 * major version made it, or when the place cannot be used.
 */
export async function startEmbedded(
  folderAsGiven: string,
  { log }: { log: Logger },
): Promise<EmbeddedDatabase> {
  let dataDir: string;
  let hold: FolderHold;
  try {
    dataDir = await makeFolder(folderAsGiven);
    hold = await holdFolder(dataDir);
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(
      `The folder ${folderAsGiven} cannot be used: ${(error as Error).message}.`,
      { cause: error },
    );
  }
  try {
    const binaries = await findBinaries();
    const folder = clusterFolder(dataDir);
    const runner = await chooseRunner({ dataDir, cluster: folder, program: binaries.postgres });
    const left = await findPostmaster(folder);
    const cluster = await prepareCluster(dataDir, { binaries, runner, inUse: left !== null });
    const tookOver = left !== null && (await takeOver(cluster, left));
    if (!tookOver) {
      await stopPostmaster(folder);
      await forgetPostmaster(folder);
    }
    const place = { binaries, runner, folder, log: join(dataDir, 'postgres.log') };
    const { pid, port } = tookOver && left ? left : await startPostmaster(place);
    log.info({
      event: tookOver ? 'database-taken-over' : 'database-started',
      pid,
      port,
      as: runner.how,
    });
    const url = await ensureDatabase(cluster, port);
    return {
      url,
      tookOver,
      async stop() {
        await stopPostmaster(folder);
        await hold.release();
        log.info({ event: 'database-stopped', pid });
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/**
 * For commands beside the server: uses its running database, else starts one for the moment.
 * `stop()` leaves a database that was running as it was. Throws StartFault like `startEmbedded`.
 */
export async function reachEmbedded(
  dataDir: string,
  { log }: { log: Logger },
): Promise<EmbeddedDatabase> {
  const place = await realpath(dataDir).catch(() => dataDir);
  const running = await findPostmaster(clusterFolder(place));
  if (!running?.ready) return startEmbedded(dataDir, { log });
  const url = await ensureDatabase({ password: await readPassword(place) }, running.port);
  return {
    url,
    tookOver: false,
    async stop() {},
  };
}
