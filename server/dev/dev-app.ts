/** The app of the dev server: loaded through Vite, so that it is always made of today's code. */
import { shareApp } from '#server/app-key';
import type { App } from '#server/app';
import { readConfig } from '#server/config';
import { createLog } from '#server/log';
import { startApp } from '#server/start-app';

export type DevApp = Pick<App, 'handleRequest' | 'handleUpgrade' | 'close'>;

/** Starts on the settings of the environment and shows itself to the pages. Throws StartFault, ConfigError. */
export async function startDevApp(): Promise<DevApp> {
  const config = readConfig();
  const app = await startApp(config, { log: createLog(config.logLevel) });
  shareApp(app);
  return app;
}
