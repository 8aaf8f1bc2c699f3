/**
 * Many websockets in a thread of their own: bare TCP that counts whole frames and keeps none, so that
 * reading costs next to nothing beside the server. Told what to do by `crowd.mjs`.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

const { port, path, origin, cookie } = workerData;

/** A masked frame; a mask of zeros leaves the bytes as they are. */
function frameOf(payload) {
  const { length } = payload;
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  const head =
    length < 126
      ? [0x82, 0x80 | length]
      : length < 65_536
        ? [0x82, 0xfe, ...size.subarray(6)]
        : [0x82, 0xff, ...size];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}

class Member {
  /** Whole frames heard, by 'type' or for documents 'type.step'. */
  heard = {};
  bytes = 0;
  /** The HTTP status with which it was answered. */
  status = 0;
  closed = false;
  #listener = () => undefined;
  #rest = Buffer.alloc(0);
  #left = 0;
  #kind = '';

  /** Resolves when it is let in or refused. */
  enter() {
    const key = randomBytes(16).toString('base64');
    const lines = [
      ...[`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Origin: ${origin}`],
      ...[`Cookie: ${cookie}`, 'Connection: Upgrade', 'Upgrade: websocket'],
      ...[`Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13', '', ''],
    ];
    this.socket = connect(port, '127.0.0.1');
    this.socket.setNoDelay(true);
    this.socket.on('error', () => undefined);
    this.socket.write(lines.join('\r\n'));
    return new Promise((resolve) => {
      let head = Buffer.alloc(0);
      const onHead = (chunk) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        this.status = Number(head.toString('latin1', 9, 12));
        this.socket.off('data', onHead);
        this.socket.on('data', (data) => this.#read(data));
        this.#read(head.subarray(end + 4));
        resolve();
      };
      this.socket.on('data', onHead);
      this.socket.on('close', () => {
        this.closed = true;
        this.#listener();
        resolve();
      });
    });
  }

  send(payload) {
    this.socket.write(frameOf(payload));
  }

  /** Resolves when that many frames of a kind were heard, or the server said goodbye. One at a time. */
  until(kind, frames) {
    return new Promise((resolve) => {
      this.#listener = () => {
        const isOver = this.closed || this.heard.goodbye;
        if (!isOver && (this.heard[kind] ?? 0) < frames) return;
        this.#listener = () => undefined;
        resolve();
      };
      this.#listener();
    });
  }

  #read(chunk) {
    this.bytes += chunk.length;
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (;;) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, data.length);
        this.#left -= taken;
        data = data.subarray(taken);
        if (this.#left > 0) break;
        this.heard[this.#kind] = (this.heard[this.#kind] ?? 0) + 1;
        this.#listener();
        continue;
      }
      const short = data[1] ?? 0;
      const head = short === 127 ? 10 : short === 126 ? 4 : 2;
      // Two bytes of what is in it tell its kind.
      if (data.length < head + Math.min(2, short)) break;
      this.#left =
        short === 127 ? data.readUIntBE(4, 6) : short === 126 ? data.readUInt16BE(2) : short;
      const [type, step] = [data[head], data[head + 1]];
      const code = data[0] & 15;
      this.#kind =
        code === 8 ? 'goodbye' : code !== 2 ? 'control' : type === 0 ? `0.${step}` : String(type);
      data = data.subarray(head);
    }
    this.#rest = data;
  }
}

let members = [];
let moving = [];

const does = {
  /** Everybody comes in at once and asks for the document. @returns ms until all have it, and bytes. */
  async join({ count, ask }) {
    const startMs = performance.now();
    members = Array.from({ length: count }, () => new Member());
    await Promise.all(
      members.map(async (one) => {
        await one.enter();
        one.send(Buffer.from(ask));
        await one.until('0.1', 1);
      }),
    );
    const ms = performance.now() - startMs;
    const lost = members.filter(({ heard }) => !heard['0.1']).length;
    if (lost > 0) throw new Error(`${lost} of ${count} never got the document`);
    return { ms, bytes: members.reduce((sum, { bytes }) => sum + bytes, 0) };
  },
  /** Each says its own frames in turn, so many times a second, until `rest`. */
  move({ frames, hz }) {
    const everyMs = 1_000 / hz;
    moving = members.map((one, index) => {
      let next = index;
      const say = () => one.send(Buffer.from(frames[index][(next += 1) % frames[index].length]));
      return setTimeout(
        () => moving.push(setInterval(say, everyMs)),
        (index / members.length) * everyMs,
      );
    });
  },
  /** @returns frames of presence that all of them heard. */
  rest() {
    for (const timer of moving) clearTimeout(timer);
    return members.reduce((sum, { heard }) => sum + (heard['1'] ?? 0), 0);
  },
  /** One after the other comes in and says something. @returns with which statuses they were answered. */
  async comeInVain({ count, frame }) {
    const statuses = {};
    for (let n = 0; n < count; n += 1) {
      const one = new Member();
      await one.enter();
      statuses[one.status] = (statuses[one.status] ?? 0) + 1;
      if (one.status === 101) {
        one.send(Buffer.from(frame));
        await one.until('goodbye', 1);
      }
      one.socket.destroy();
    }
    return statuses;
  },
  /** One says something; resolves when the server has answered it, by closing or by what is asked behind it. */
  async say({ frame, ask }) {
    const [one] = members;
    const answered = (one.heard['0.1'] ?? 0) + 1;
    one.send(Buffer.from(frame));
    one.send(Buffer.from(ask));
    await one.until('0.1', answered);
  },
  stopReading() {
    for (const { socket } of members) socket.pause();
  },
  /** @returns how many lines the server ended meanwhile. */
  async readOn() {
    for (const { socket } of members) socket.resume();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return members.filter(({ closed }) => closed).length;
  },
  leave() {
    for (const { socket } of members) socket.destroy();
    members = [];
  },
};

parentPort.on('message', async ({ id, what, ...given }) => {
  try {
    parentPort.postMessage({ id, result: await does[what](given) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});
