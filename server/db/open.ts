/**
 * Opens the database: checks what PostgreSQL answers, migrates under a lock (several nodes may
 * start at once) and gives the one Drizzle handle. Called by the composition root and by tests.
 */
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Options, type PostgresType } from 'postgres';
import type { Database } from '#server/db/database';
import * as tables from '#server/db/tables';
import { StartFault } from '#server/fault';
import { projectRoot } from '#server/project-root';

const OLDEST_MAJOR = 15;
/** Any number that nobody else uses in this database. */
const MIGRATION_LOCK = 7_268_461;
const CONNECT_TIMEOUT_S = 10;

export type OpenDatabase = {
  readonly db: Database;
  readonly sql: postgres.Sql;
  /** Answers within `timeoutMs` or not at all. Never throws. */
  ready(timeoutMs?: number): Promise<boolean>;
  /** Lets running queries end, then closes the connections. */
  close(): Promise<void>;
};

function options(
  max: number,
  onStatement?: (sql: string) => void,
): Options<Record<string, PostgresType>> {
  return {
    max,
    ...(onStatement && { debug: (_, sql) => onStatement(sql) }),
    connect_timeout: CONNECT_TIMEOUT_S,
    // A pool that reconnects with growing pauses would keep boards waiting after the database is back.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => {},
    connection: {
      application_name: 'sprintkamer',
      // Migrations name the schema `public`; a role with a path of its own must not look elsewhere.
      search_path: 'public',
    },
  };
}

/** Where a sentence names the address: without user and password. */
function withoutSecret(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port ? `:${port}` : ''}${pathname}`;
}

async function checkServer(sql: postgres.Sql, url: string): Promise<void> {
  const [row] = await sql<{ version: string; number: string; encoding: string }[]>`
    select current_setting('server_version') as version,
      current_setting('server_version_num') as number,
      pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`;
  if (!row) throw new StartFault(`The database at ${withoutSecret(url)} gave no answer.`);
  if (Number(row.number) < OLDEST_MAJOR * 10_000) {
    throw new StartFault(
      `PostgreSQL ${OLDEST_MAJOR} or newer is needed; ${withoutSecret(url)} runs ${row.version}.`,
    );
  }
  if (row.encoding !== 'UTF8') {
    throw new StartFault(
      `The database at ${withoutSecret(url)} has the encoding ${row.encoding}; make one with UTF8.`,
    );
  }
}

/** Brings the tables to the newest migration; a second caller waits for the first. */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, options(1));
  try {
    await checkServer(sql, url);
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle({ client: sql, casing: 'snake_case' }), {
      migrationsFolder: join(projectRoot(), 'drizzle'),
    });
  } catch (error) {
    if (error instanceof StartFault) throw error;
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new StartFault(`The database at ${withoutSecret(url)} cannot be used: ${reason}`, {
      cause: error,
    });
  } finally {
    // Ends the session and with it the lock.
    await sql.end({ timeout: 5 });
  }
}

/**
 * @param onStatement told of each statement that the driver sends, without its values; for who counts them.
 * @returns a handle on a migrated database; connections are made when they are needed.
 */
export function connectDatabase(
  url: string,
  { connections, onStatement }: { connections: number; onStatement?: (sql: string) => void },
): OpenDatabase {
  const sql = postgres(url, options(connections, onStatement));
  const db = drizzle({ client: sql, schema: tables, casing: 'snake_case' });
  return {
    db,
    sql,
    async ready(timeoutMs = 2_000) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), timeoutMs);
      });
      try {
        return await Promise.race([sql`select 1`.then(() => true), late]);
      } catch {
        return false;
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await sql.end({ timeout: 5 });
    },
  };
}

/** Migrates and connects. Throws StartFault with a sentence when the database cannot be used. */
export async function openDatabase(
  url: string,
  { connections }: { connections: number },
): Promise<OpenDatabase> {
  await migrateDatabase(url);
  return connectDatabase(url, { connections });
}
