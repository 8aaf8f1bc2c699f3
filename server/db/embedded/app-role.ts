/**
 * The role as which the application works: owns its database and all in it, and is no superuser, so that
 * what slips into a query reaches no file and no program of the machine. Databases of before, whose owner
 * was the superuser, are handed over at the start. The superuser makes and repairs; nothing else uses it.
 */
import { createHmac } from 'node:crypto';
import postgres from 'postgres';

export const APP_USER = 'sprintkamer_app';
/** What the application makes: its tables, and the list of migrations. */
const SCHEMAS = ['public', 'drizzle'];

/** Made of the superuser's, so that there is one secret to keep; that one cannot be made of this. */
export function appPassword(superuserPassword: string): string {
  return createHmac('sha256', superuserPassword).update(APP_USER).digest('base64url');
}

/**
 * Makes role and database where they are missing, and hands over what belongs to others. Repeated, it
 * changes nothing.
 * @param addressOf where the superuser reaches a database of this server.
 */
export async function ensureAppDatabase(
  addressOf: (database: string) => string,
  { database, password }: { database: string; password: string },
): Promise<void> {
  await connected(addressOf('postgres'), async (sql) => {
    const [role] = await sql`select 1 from pg_roles where rolname = ${APP_USER}`;
    if (!role) await sql`create role ${sql(APP_USER)}`;
    const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
    // Base64url: nothing in it that would have to be quoted.
    await sql.unsafe(`alter role ${APP_USER} with ${rights} password '${password}'`);
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (found) await sql`alter database ${sql(database)} owner to ${sql(APP_USER)}`;
    else await sql`create database ${sql(database)} owner ${sql(APP_USER)}`;
  });
  await connected(addressOf(database), (sql) => sql.begin(handOver));
}

async function handOver(sql: postgres.TransactionSql): Promise<void> {
  const schemas = await sql<{ name: string }[]>`
    select nspname as name from pg_namespace
    where nspname = 'drizzle' and nspowner <> ${APP_USER}::regrole`;
  for (const { name } of schemas) await sql`alter schema ${sql(name)} owner to ${sql(APP_USER)}`;
  // Indexes and sequences of columns go with their tables.
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${SCHEMAS}) and c.relkind in ('r', 'p') and c.relowner <> ${APP_USER}::regrole`;
  for (const { schema, name } of tables) {
    await sql`alter table ${sql(schema)}.${sql(name)} owner to ${sql(APP_USER)}`;
  }
}

async function connected<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
