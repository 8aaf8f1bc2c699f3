/** A script for tests: starts the embedded database of a folder and keeps it until it is killed. */
import { startEmbedded } from '#server/db/embedded/embedded';
import { createLog } from '#server/log';

const [dataDir = ''] = process.argv.slice(2);
const { url } = await startEmbedded(dataDir, { log: createLog('silent') });
process.stdout.write(`${url}\n`);
setInterval(() => {}, 60_000);
