/** A line to the server on which everything takes its time, both ways: for people with a bad connection. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type SlowLine = {
  /** The server's address through this line. */
  readonly url: string;
  /** From now on everything arrives so much later; 0 until told. */
  delay(ms: number): void;
  close(): Promise<void>;
};

export async function slowLine(serverUrl: string): Promise<SlowLine> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let delayMs = 0;

  /** In order: what comes later is never given on earlier, also when the delay changes. */
  const give = (from: Socket, to: Socket): void => {
    let dueAt = 0;
    from.on('data', (data) => {
      dueAt = Math.max(dueAt, performance.now() + delayMs);
      setTimeout(() => to.destroyed || to.write(data), dueAt - performance.now());
    });
    from.on('close', () => to.destroy());
  };

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    give(client, upstream);
    give(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    delay: (ms) => void (delayMs = ms),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
