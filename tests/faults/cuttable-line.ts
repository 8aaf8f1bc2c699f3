/** A line to the database that a test can cut: now, or right around a query that it names. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type CuttableLine = {
  /** The database's address through this line. */
  readonly url: string;
  /**
   * Breaks every connection. New ones are refused, as by a database that is not running, or taken
   * and dropped without a word, as by a proxy whose database is gone.
   */
  cut(how?: 'refused' | 'dropped'): void;
  mend(): Promise<void>;
  /**
   * Cuts when a query with these words passes: `before` the database gets it, or `after` it did but
   * before its answer comes back. Once. Resolves when it happened; `mend` after it.
   */
  cutAt(words: string, when: 'before' | 'after'): Promise<void>;
  close(): Promise<void>;
};

export async function cuttableLine(databaseUrl: string): Promise<CuttableLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  let trap: { words: string; when: 'before' | 'after'; sprung: () => void } | undefined;

  const cut = (how: 'refused' | 'dropped' = 'dropped'): void => {
    isCut = true;
    if (how === 'refused') server.close();
    for (const socket of sockets) socket.destroy();
  };

  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const database = connect(Number(target.port), target.hostname);
    // What was forwarded has to arrive, though its answer may not.
    let isDeaf = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (data) => {
      if (trap && data.includes(trap.words)) {
        const { when, sprung } = trap;
        trap = undefined;
        if (when === 'before') {
          cut();
          return sprung();
        }
        isDeaf = true;
        sockets.delete(database);
        database.write(data);
        // The answer says that the database is done with it.
        database.once('data', () => {
          database.end();
          cut();
          sprung();
        });
        return;
      }
      database.write(data);
    });
    database.on('data', (data) => {
      if (!isDeaf) client.write(data);
    });
    client.on('close', () => !isDeaf && database.destroy());
    database.on('close', () => client.destroy());
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);

  return {
    url: url.href,
    cut,
    async mend() {
      isCut = false;
      if (!server.listening) await listen(Number(url.port));
    },
    cutAt: (words, when) => new Promise((sprung) => (trap = { words, when, sprung })),
    async close() {
      cut();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
