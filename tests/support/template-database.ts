/**
 * The one PostgreSQL of a test run and the migrated database in it that every test copies. The first
 * worker that asks starts it; the others wait for its address. With DATABASE_URL set it is that server.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import postgres from 'postgres';
import { readPassword } from '#server/db/embedded/cluster';
import { startEmbedded, superuserAddress } from '#server/db/embedded/embedded';
import { migrateDatabase } from '#server/db/open';
import { createLog } from '#server/log';

export type Template = {
  /** A database of the server, as a user who may make others. */
  readonly adminUrl: string;
  /** The same server as the application's user, who owns the databases of tests and is no superuser. */
  readonly appUrl: string;
  readonly name: string;
};

const START_LIMIT_MS = 60_000;

export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A name that no other run and no other test uses. */
export function freshName(kind: 'template' | 'test'): string {
  return `sprintkamer_${kind}_${nanoid(12).toLowerCase().replaceAll('-', '_')}`;
}

export function administer(adminUrl: string): postgres.Sql {
  return postgres(adminUrl, { max: 1, idle_timeout: 1, onnotice: () => {} });
}

async function makeTemplate(runFolder: string): Promise<Template> {
  const outside = process.env.DATABASE_URL;
  const { adminUrl, appUrl } = outside
    ? { adminUrl: outside, appUrl: outside }
    : await startOwn(join(runFolder, 'data'));
  const name = freshName('template');
  const admin = administer(adminUrl);
  await admin`create database ${admin(name)} owner ${admin(userOf(appUrl))}`;
  await admin.end();
  await migrateDatabase(databaseUrl(appUrl, name));
  return { adminUrl, appUrl, name };
}

async function startOwn(dataDir: string): Promise<{ adminUrl: string; appUrl: string }> {
  const { url: appUrl } = await startEmbedded(dataDir, { log: createLog('silent') });
  const password = await readPassword(dataDir);
  const adminUrl = superuserAddress({ password }, Number(new URL(appUrl).port), 'postgres');
  return { adminUrl, appUrl };
}

/** Who owns what a test makes. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

const addressFile = (runFolder: string) => join(runFolder, 'template.json');
const failureFile = (runFolder: string) => join(runFolder, 'failure.txt');

async function isFirst(runFolder: string): Promise<boolean> {
  try {
    await mkdir(join(runFolder, 'taken'));
    return true;
  } catch {
    return false;
  }
}

/** @returns the template of this run; made by whoever asks first. */
export async function findTemplate(runFolder: string): Promise<Template> {
  if (await isFirst(runFolder)) {
    try {
      const template = await makeTemplate(runFolder);
      await writeFile(`${addressFile(runFolder)}.new`, JSON.stringify(template), { mode: 0o600 });
      await rename(`${addressFile(runFolder)}.new`, addressFile(runFolder));
      return template;
    } catch (error) {
      await writeFile(failureFile(runFolder), String(error));
      throw error;
    }
  }
  const until = Date.now() + START_LIMIT_MS;
  while (!existsSync(addressFile(runFolder))) {
    if (existsSync(failureFile(runFolder))) {
      throw new Error(await readFile(failureFile(runFolder), 'utf8'));
    }
    if (Date.now() > until) throw new Error('the test database did not start');
    await pause(25);
  }
  return JSON.parse(await readFile(addressFile(runFolder), 'utf8')) as Template;
}

/** Removes the template from a server that outlives the run. */
export async function forgetTemplate(runFolder: string): Promise<void> {
  if (!process.env.DATABASE_URL || !existsSync(addressFile(runFolder))) return;
  const template = JSON.parse(await readFile(addressFile(runFolder), 'utf8')) as Template;
  const admin = administer(template.adminUrl);
  await admin`drop database if exists ${admin(template.name)} with (force)`;
  await admin.end();
}
