/**
 * From settings to a living app: starts the embedded database unless another one is named, migrates,
 * composes. Used by `main.ts` and the dev server; closing undoes it in order.
 */
import type { Logger } from 'pino';
import { createApp, type App } from '#server/app';
import { readDoorKeys } from '#server/auth/door-key-file';
import type { Config } from '#server/config';
import { startEmbedded } from '#server/db/embedded/embedded';
import { openDatabase } from '#server/db/open';
import { sealDoors } from '#server/store/door-secrets';

/** Throws StartFault with a sentence when the database cannot be used. */
export async function startApp(config: Config, { log }: { log: Logger }): Promise<App> {
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataDir, { log });
  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    const database = await openDatabase(url, { connections: config.databaseConnections });
    const doorKeys = await readDoorKeys(config);
    await sealDoors(database.db, doorKeys);
    const app = createApp({ config, database, doorKeys, log });
    return {
      ...app,
      async close() {
        await app.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
