/**
 * The server process: http with pages and sockets in front of one app, and an ordered end. What
 * goes wrong at the start is said in a sentence, without a stack.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { App } from '#server/app';
import { shareApp } from '#server/app-key';
import { ConfigError, readConfig, type Config } from '#server/config';
import { StartFault } from '#server/fault';
import { createLog } from '#server/log';
import { startApp } from '#server/start-app';
import { createWebHandler } from '#server/web-handler';

/** Requests that run get this long to end before their connections are closed. */
const REQUESTS_END_MS = 5_000;
/** Longer than boards wait for a database that is away, and PostgreSQL for its own end. */
const SHUTDOWN_LIMIT_MS = 45_000;

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} of ${host} is in use by another program. Stop that one, or set PORT to another number.`,
        EACCES: `Port ${port} may not be used by this user. Set PORT to a number above 1023.`,
        EADDRNOTAVAIL: `${host} is not an address of this machine. Set HOST to one that is, or to 0.0.0.0.`,
        ENOTFOUND: `The address ${host} is unknown. Set HOST to an address of this machine.`,
      };
      reject(
        new StartFault(sentences[error.code ?? ''] ?? `The server cannot listen: ${error.message}`),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Counts what runs, so that an end can wait for it; a websocket is no request. */
function countRequests(server: Server): { atRest(): Promise<void> } {
  let running = 0;
  let rested = () => {};
  server.on('request', (_request, response) => {
    running += 1;
    response.once('close', () => {
      running -= 1;
      if (running === 0) rested();
    });
  });
  return {
    atRest: () =>
      new Promise((resolve) => {
        if (running === 0) return resolve();
        rested = resolve;
        setTimeout(resolve, REQUESTS_END_MS);
      }),
  };
}

/** Stops accepting, lets boards commit, closes sockets and the database; then the process ends. */
function endInOrder({ server, app, log }: { server: Server; app: App; log: Logger }) {
  const requests = countRequests(server);
  let ending = false;
  return async (reason: string, code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info({ event: 'stopping', reason });
    setTimeout(() => {
      log.fatal({ event: 'stop-took-too-long' });
      process.exit(1);
    }, SHUTDOWN_LIMIT_MS).unref();
    try {
      server.close();
      await requests.atRest();
      await app.close();
      log.info({ event: 'stopped' });
      process.exit(code);
    } catch (error) {
      log.fatal({ event: 'stop-failed', err: error });
      process.exit(1);
    }
  };
}

/** Until the app is there: come back in a moment. */
function answerEarly(server: Server): { over(): void } {
  const request: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end();
  };
  const upgrade = (_request: IncomingMessage, socket: Duplex) => {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
  };
  server.on('request', request);
  server.on('upgrade', upgrade);
  return {
    over() {
      server.off('request', request);
      server.off('upgrade', upgrade);
    },
  };
}

function addressOf(server: Server, { origins }: Config): string {
  const { address, family, port } = server.address() as AddressInfo;
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = family === 'IPv6' ? `[${address}]` : address;
  return origins[0] ?? `http://${everywhere ? 'localhost' : host}:${port}`;
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const server = createServer();
  const early = answerEarly(server);
  // First, so that a port that is taken costs no start of the database.
  await listen(server, config);
  const app = await startApp(config, { log });
  shareApp(app);
  const end = endInOrder({ server, app, log });
  process.on('SIGTERM', () => void end('SIGTERM', 0));
  process.on('SIGINT', () => void end('SIGINT', 0));
  process.on('uncaughtException', (error) => {
    log.fatal({ event: 'uncaught', err: error });
    void end('uncaught error', 1);
  });
  try {
    const pages = await createWebHandler({ config, origins: app.origins });
    server.on('request', (request, response) => {
      if (!app.handleRequest(request, response)) pages(request, response);
    });
    server.on('upgrade', app.handleUpgrade);
    early.over();
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = addressOf(server, config);
  log.info({ event: 'listening', address });
  process.stdout.write(`\n  Sprintkamer: ${address}\n\n`);
}

main().catch((error: unknown) => {
  const sentence = error instanceof ConfigError || error instanceof StartFault;
  const text =
    sentence || !(error instanceof Error) ? String((error as Error).message) : error.stack;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
