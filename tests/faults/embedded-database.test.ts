import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { clusterFolder, readPassword } from '#server/db/embedded/cluster';
import { startEmbedded, superuserAddress } from '#server/db/embedded/embedded';
import { findPostmaster, stopPostmaster } from '#server/db/embedded/postmaster';
import { migrateDatabase } from '#server/db/open';
import { createLog } from '#server/log';
import { bundleScript, type Script } from '#tests/support/run-script';

const log = createLog('silent');
let holder: Script;
/** A data folder that was used before; copied where a test needs one. */
let used: string;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  holder = await bundleScript('tests/support/hold-database.ts');
  used = await mkdtemp(join(tmpdir(), 'sprintkamer-used-'));
  await chmod(used, 0o711);
  await (await startEmbedded(used, { log })).stop();
}, 60_000);
afterAll(async () => {
  await holder.remove();
  await rm(used, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprintkamer-database-'));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  await stopPostmaster(clusterFolder(dataDir));
  await rm(folder, { recursive: true, force: true });
});

async function ask(url: string, question: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(question);
  } finally {
    await sql.end();
  }
}

test('a first start makes the folder, closed to others, on loopback, with a password and fsync', async () => {
  const database = await startEmbedded(dataDir, { log });
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
  expect((await stat(clusterFolder(dataDir))).mode & 0o777).toBe(0o700);
  expect(await ask(database.url, "select current_setting('fsync') as fsync")).toEqual([
    { fsync: 'on' },
  ]);
  expect(await ask(database.url, "select current_setting('listen_addresses') as on")).toEqual([
    { on: '127.0.0.1' },
  ]);
  const url = new URL(database.url);
  url.password = 'guessed';
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  await database.stop();
  expect(await findPostmaster(clusterFolder(dataDir))).toBeNull();
  expect((await readdir(dataDir)).sort()).toEqual([
    'postgres',
    'postgres-password',
    'postgres.log',
  ]);
});

/** Where the superuser reaches the application's database. */
async function superuserOf(appUrl: string): Promise<string> {
  const password = await readPassword(dataDir);
  return superuserAddress({ password }, Number(new URL(appUrl).port), 'sprintkamer');
}

const ownership = `
  select pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()
  union select pg_get_userbyid(c.relowner) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'drizzle')
  union select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'drizzle'`;
const rights = `
  select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as more
  from pg_roles where rolname = current_user`;

test('[P39] the application owns its database and is no superuser', async () => {
  await cp(used, dataDir, { recursive: true });
  const { url, stop } = await startEmbedded(dataDir, { log });
  await migrateDatabase(url);
  expect(await ask(url, ownership)).toEqual([{ owner: 'sprintkamer_app' }]);
  expect(await ask(url, rights)).toEqual([{ more: false }]);
  await expect(ask(url, "copy (select 1) to program 'true'")).rejects.toThrow(/permission denied/);
  await expect(ask(url, "select pg_read_file('postgresql.conf')")).rejects.toThrow(
    /permission denied/,
  );
  await stop();
});

test('[P39] a database of before, which the superuser owned, is handed over with what is in it', async () => {
  await cp(used, dataDir, { recursive: true });
  const first = await startEmbedded(dataDir, { log });
  const superuser = await superuserOf(first.url);
  await ask(superuser, 'alter database sprintkamer owner to sprintkamer');
  await migrateDatabase(superuser);
  await ask(superuser, "insert into people (id, name) values ('anna', 'Anna')");
  expect(await ask(superuser, ownership)).toEqual([{ owner: 'sprintkamer' }]);
  await first.stop();

  const { url, stop } = await startEmbedded(dataDir, { log });
  await migrateDatabase(url);
  expect(await ask(url, ownership)).toEqual([{ owner: 'sprintkamer_app' }]);
  expect(await ask(url, 'select name from people')).toEqual([{ name: 'Anna' }]);
  // As the next migration will.
  await ask(url, 'alter table people add column later text');
  await stop();
});

test('a database left by a killed server is taken over, and what that server had open is ended', async () => {
  await cp(used, dataDir, { recursive: true });
  const killed = await holder.start(dataDir);
  const left = postgres(killed.firstLine, { max: 1, onnotice: () => {} });
  await left`create table kept (word text)`;
  await left`insert into kept values ('opgeslagen')`;
  const before = await findPostmaster(clusterFolder(dataDir));
  await killed.end('SIGKILL');

  const database = await startEmbedded(dataDir, { log });
  expect(database.tookOver).toBe(true);
  expect((await findPostmaster(clusterFolder(dataDir)))?.pid).toBe(before?.pid);
  const others =
    "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
  expect(await ask(database.url, others)).toEqual([]);
  expect(await ask(database.url, 'select word from kept')).toEqual([{ word: 'opgeslagen' }]);
  await left.end({ timeout: 1 });
  await database.stop();
});

test('a database that was killed with its server starts again with all that was committed', async () => {
  await cp(used, dataDir, { recursive: true });
  const killed = await holder.start(dataDir);
  await ask(killed.firstLine, "create table kept as select 'opgeslagen' as word");
  const running = await findPostmaster(clusterFolder(dataDir));
  await killed.end('SIGKILL');
  process.kill(running?.pid ?? 0, 'SIGKILL');

  const database = await startEmbedded(dataDir, { log });
  expect(await ask(database.url, 'select word from kept')).toEqual([{ word: 'opgeslagen' }]);
  await database.stop();
});

test('a folder that another living server has is refused with its process id', async () => {
  await cp(used, dataDir, { recursive: true });
  const living = await holder.start(dataDir);
  await expect(startEmbedded(dataDir, { log })).rejects.toThrow(`process id ${living.pid}`);
  expect(await ask(living.firstLine, 'select 1 as one')).toEqual([{ one: 1 }]);
  await living.end('SIGKILL');
});

test('a pid file whose number belongs to another program by now does not stand in the way', async () => {
  await cp(used, dataDir, { recursive: true });
  const cluster = clusterFolder(dataDir);
  await writeFile(
    join(dataDir, 'server.pid'),
    JSON.stringify({ pid: process.ppid, identity: 'before' }),
  );
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${process.ppid}\n${cluster}\n0\n1\n\n\n\nready\n`,
  );
  const database = await startEmbedded(dataDir, { log });
  expect(database.tookOver).toBe(false);
  await database.stop();
});

test('the folder of another major version is refused with a sentence and left as it is', async () => {
  await cp(used, dataDir, { recursive: true });
  const version = join(clusterFolder(dataDir), 'PG_VERSION');
  await writeFile(version, '14\n');
  await expect(startEmbedded(dataDir, { log })).rejects.toThrow(
    /made by PostgreSQL 14.*left as it is/,
  );
  expect(await readFile(version, 'utf8')).toBe('14\n');
});

test('a first start that was broken off leaves nothing half', async () => {
  await mkdir(dataDir, { mode: 0o711 });
  const half = join(dataDir, 'postgres.new-1');
  await writeFile(half, 'half');
  const database = await startEmbedded(dataDir, { log });
  expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await database.stop();
  await expect(stat(half)).rejects.toThrow('ENOENT');
});
