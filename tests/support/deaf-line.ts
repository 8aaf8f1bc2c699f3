/** A line to a server that a test can make deaf: connections break, and new ones are accepted and never answered. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type DeafLine = {
  /** Where to connect to instead of the server. */
  readonly port: number;
  /** Connections accepted since it went deaf. */
  readonly unanswered: number;
  /** Breaks every connection, and answers no new one. */
  goDeaf(): void;
  /** New connections reach the server; those that were never answered never will be. */
  hear(): void;
  close(): Promise<void>;
};

export async function deafLine(serverPort: number): Promise<DeafLine> {
  const sockets = new Set<Socket>();
  let isDeaf = false;
  let unanswered = 0;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (isDeaf) {
      unanswered += 1;
      client.resume();
      return;
    }
    const far = connect(serverPort, '127.0.0.1');
    keep(far);
    client.pipe(far);
    far.pipe(client);
    client.on('close', () => far.destroy());
    far.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    get unanswered() {
      return unanswered;
    },
    goDeaf() {
      isDeaf = true;
      cut();
    },
    hear: () => void (isDeaf = false),
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
