/**
 * Commands beside the server, for whoever runs it. They work while the server runs and while it
 * does not:
 *   reset-link <e-mail>   prints a one-time link to choose a new password
 *   invite                prints a one-time link to make a facilitator account
 *   renew-doors           for a lost key: gives every sprint a new code and revokes all links
 *   look <board>          prints a stored board as JSON
 *   settings              prints the table of settings, for docs/settings.md
 */
import { makeCode } from '#domain/sprint/code';
import { readDoorKeys } from '#server/auth/door-key-file';
import { systemClock } from '#server/clock';
import { ConfigError, readConfig, type Config } from '#server/config';
import type { Database } from '#server/db/database';
import { reachEmbedded } from '#server/db/embedded/embedded';
import { openDatabase } from '#server/db/open';
import { StartFault } from '#server/fault';
import { createLog } from '#server/log';
import { makeResetLink } from '#server/people/forgot-password';
import { makeInvitation } from '#server/people/invite';
import { systemRandom } from '#server/random';
import { settingsTable } from '#server/settings';
import { lookAt } from '#server/store/look';
import { renewDoors } from '#server/store/door-secrets';

type Parts = { db: Database; clock: typeof systemClock; random: typeof systemRandom };
type Link = { path: string; expiresAt: Date };

const commands: Record<string, (parts: Parts, argument: string | undefined) => Promise<Link>> = {
  async 'reset-link'(parts, email) {
    if (!email)
      throw new StartFault('Name the e-mail address: npm run reset-link -- anna@example.org');
    const link = await makeResetLink(parts, email);
    if (!link) throw new StartFault(`There is no account with the e-mail address ${email}.`);
    return link;
  },
  invite: (parts) => makeInvitation(parts, null),
};

async function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  const log = createLog('silent');
  const embedded = config.databaseUrl ? null : await reachEmbedded(config.dataDir, { log });
  try {
    const database = await openDatabase(config.databaseUrl ?? embedded?.url ?? '', {
      connections: 2,
    });
    try {
      return await work(database.db);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}

async function renew(config: Config): Promise<void> {
  const sprints = await withDatabase(config, async (db) => {
    const keys = await readDoorKeys(config);
    const newCode = () => makeCode(systemRandom.next);
    return renewDoors(db, { keys, newCode, now: systemClock.now() });
  });
  process.stdout.write(`${sprints} sprints have a new code, and no link that anybody holds.\n`);
}

async function look(config: Config, board: string | undefined): Promise<void> {
  if (!board) throw new StartFault('Name a board: npm run look -- <id of a board or room>');
  process.stdout.write(`${await withDatabase(config, (db) => lookAt(db, board))}\n`);
}

async function main(): Promise<void> {
  const [name = '', argument] = process.argv.slice(2);
  if (name === 'settings') {
    process.stdout.write(`${settingsTable()}\n`);
    return;
  }
  const names = [...Object.keys(commands), 'renew-doors', 'look'];
  const command = commands[name];
  if (!names.includes(name)) throw new StartFault(`Choose a command: ${names.join(' or ')}.`);
  const config = readConfig();
  if (name === 'look') return look(config, argument);
  if (!command) return renew(config);
  const link = await withDatabase(config, (db) =>
    command({ db, clock: systemClock, random: systemRandom }, argument),
  );
  const origin = config.origins[0] ?? `http://localhost:${config.port}`;
  process.stdout.write(
    `${origin}${link.path}\nValid once, until ${link.expiresAt.toISOString()}.\n`,
  );
}

main().catch((error: unknown) => {
  const sentence = error instanceof ConfigError || error instanceof StartFault;
  process.stderr.write(`${sentence ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
