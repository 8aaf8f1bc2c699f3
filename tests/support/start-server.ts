/**
 * A server as it runs, for one test: the whole app behind real sockets on a port of its own, on a
 * fresh PostgreSQL database, with a clock that the test may turn. Pages are not served: routes are
 * tried in the browser tests.
 */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createApp, type App, type AppParts } from '#server/app';
import { readConfig, type Config } from '#server/config';
import { createLog } from '#server/log';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { turnableClock, type TurnableClock } from '#tests/support/turnable-clock';
import { doorKeys } from '#tests/support/door-keys';

export type TestServer = {
  /** http://127.0.0.1:<port> */
  readonly url: string;
  /** ws://127.0.0.1:<port> */
  readonly wsUrl: string;
  readonly app: App;
  readonly db: FreshDatabase['db'];
  readonly database: FreshDatabase;
  readonly clock: TurnableClock;
  /** Ends the app in order, drops the database. */
  close(): Promise<void>;
};

type Overrides = Partial<Omit<AppParts, 'config' | 'database' | 'clock'>> & {
  config?: Partial<Config>;
  clock?: TurnableClock;
  /** A database that several servers share; whoever made it closes it. */
  database?: FreshDatabase;
};

/** LOG_LEVEL shows what the server says; else tests are silent. */
const log = createLog(process.env.LOG_LEVEL || 'silent');

export async function startServer({
  config,
  clock = turnableClock(),
  database: given,
  ...parts
}: Overrides = {}): Promise<TestServer> {
  const database = given ?? (await freshDatabase());
  const app = createApp({
    log,
    doorKeys,
    ...parts,
    clock,
    // A reveal is seen at once, unless a test is about its countdown.
    config: { ...readConfig({}), revealCountdownMs: 0, ...config },
    database: given ? { ...given, close: async () => {} } : database,
  });
  const server = createServer((request, response) => {
    if (!app.handleRequest(request, response)) response.writeHead(404).end();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', app.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}`,
    app,
    db: database.db,
    database,
    clock,
    async close() {
      const ended = new Promise((resolve) => server.close(resolve));
      await app.close();
      for (const socket of sockets) socket.destroy();
      await ended;
    },
  };
}
