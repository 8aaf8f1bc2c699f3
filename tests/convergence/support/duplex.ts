/**
 * An in-process line between a provider and the rooms. Frames arrive one per turn of the event
 * loop and in order, so that other things happen between them, as on a network.
 */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { CountedSocket } from '#tests/convergence/support/counted-socket';

class ServerEnd extends EventEmitter {
  readonly OPEN = 1;
  readonly bufferedAmount = 0;
  readyState = 1;
  readonly #client: DuplexSocket;

  constructor(client: DuplexSocket) {
    super();
    this.#client = client;
  }

  send(frame: Uint8Array, sent: () => void): void {
    this.#client.deliver(() => this.#client.hear(frame));
    setImmediate(sent);
  }

  ping(): void {
    this.emit('pong');
  }

  close(code: number): void {
    this.readyState = 2;
    this.#client.deliver(() => this.#client.over(code));
  }

  terminate(): void {
    this.#client.cut();
  }
}

export class DuplexSocket extends CountedSocket {
  readonly #server: ServerEnd;
  #toClient: (() => void)[] = [];
  #toServer: (() => void)[] = [];
  #isOver = false;

  /** @param accept what the server does with its end of the line. */
  constructor(accept: (socket: WebSocket) => void) {
    super();
    this.#server = new ServerEnd(this);
    this.deliver(() => {
      this.readyState = 1;
      accept(this.#server as unknown as WebSocket);
      this.onopen?.();
    });
  }

  deliver(arrival: () => void): void {
    this.#toClient.push(arrival);
    setImmediate(() => this.#toClient.shift()?.());
  }

  hear(frame: Uint8Array): void {
    if (!this.#isOver) this.arrive(frame);
  }

  over(code: number): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.readyState = 3;
    this.#server.readyState = 3;
    this.#server.emit('close', code);
    this.onclose?.({ code });
  }

  close(): void {
    // What was sent before still arrives.
    this.#toServer.push(() => this.over(1005));
    this.#turn();
  }

  cut(): void {
    this.#toClient = [];
    this.#toServer = [];
    setImmediate(() => this.over(1006));
  }

  protected pass(frame: Uint8Array): void {
    const copy = Buffer.from(frame);
    this.#toServer.push(() => {
      if (this.#server.readyState === 1) this.#server.emit('message', copy, true);
    });
    this.#turn();
  }

  #turn(): void {
    setImmediate(() => this.#toServer.shift()?.());
  }
}
