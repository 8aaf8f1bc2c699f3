/** The two ways in which the websocket's door says no, for admission.ts; neither reads anything of who knocks. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** After the upgrade: closes at once, with a code that a browser hears. */
export function refuse(socket: WebSocket, closeCode: number): void {
  socket.on('error', () => socket.terminate());
  socket.close(closeCode);
}

/** In place of the upgrade: an HTTP status, which a browser hears as no more than 1006. */
export function answer(socket: Duplex, status: number): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Length: 0',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
