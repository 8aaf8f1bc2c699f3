/** A browser's websocket of which a test can ask whether the server has heard all that it sent. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Sends the cookie and the Origin; `heardOut` asks of the newest line that was opened with it. */
export function followedSocket(
  cookie: string,
  origin: string,
): { socketClass: typeof globalThis.WebSocket; heardOut: () => Promise<void> } {
  let newest: WebSocket | undefined;
  const Followed = class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { origin, headers: { cookie } });
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the newest of a line that reconnects
      newest = this;
    }
  };
  return {
    socketClass: Followed as unknown as typeof globalThis.WebSocket,
    async heardOut() {
      if (!newest) throw new Error('nothing was opened yet');
      await heardOut(newest);
    },
  };
}

/** A pong comes after all that was sent before the ping was read. */
export async function heardOut(socket: WebSocket): Promise<void> {
  const answered = once(socket, 'pong');
  socket.ping();
  await answered;
}
