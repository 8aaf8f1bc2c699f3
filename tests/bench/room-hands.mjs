/**
 * People in a room under measurement: one who writes and counts how long each word waits until it is
 * saved, and one who only asks how long the server's loop is held. For `rooms.mjs`.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** 'The first n document frames of this connection are committed.' */
const ACK = 121;

export function syncFrame(step, bytes) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** An open line into a room. */
async function lineInto(tree, room) {
  const address = `${tree.url.replace('http', 'ws')}/sync/${room}?ack=1&v=${tree.version}`;
  const socket = new WebSocket(address, { headers: { cookie: tree.cookie }, origin: tree.url });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', (error) => process.stderr.write(`a line broke: ${error.message}\n`));
  return socket;
}

/** Writes into a document of its own, which it sends; of the board it holds what it wrote. */
export class Writer {
  doc = new Y.Doc();
  closed;
  #frames = 0;
  #due = new Map();
  #waits = [];
  #timer;

  static async enter(tree, room) {
    const writer = new Writer();
    writer.socket = await lineInto(tree, room);
    writer.socket.on('close', (code) => (writer.closed = code));
    writer.socket.on('message', (data) => writer.#hear(new Uint8Array(data)));
    writer.doc.on('update', (update) => {
      writer.#frames += 1;
      writer.socket.send(syncFrame(2, update));
    });
    // From here on it is told what the others write; asked with all that it could lack, it gets nothing first.
    writer.socket.send(syncFrame(0, Y.encodeStateVector(writer.doc)));
    writer.socket.send(syncFrame(1, Y.encodeStateAsUpdate(writer.doc)));
    writer.#frames += 1;
    return writer;
  }

  /** Notes of so many letters. @returns once they are saved. */
  async fill(bytes, letters = 800) {
    const notes = this.doc.getMap('notes');
    const count = Math.ceil(bytes / (letters + 130));
    for (let from = 0; from < count; from += 200) {
      this.doc.transact(() => {
        for (let n = from; n < Math.min(from + 200, count); n += 1) {
          this.#lay(
            notes,
            `n-${this.doc.clientID}-${n}`,
            `${n} `.padEnd(letters, 'hoe kunnen we '),
          );
        }
      });
      await this.saved();
    }
  }

  /** Says another text on each of the first so many notes: a large update, of which nothing stays. */
  retell(count, letters) {
    this.doc.transact(() => {
      for (const note of [...this.doc.getMap('notes').values()].slice(0, count)) {
        const text = note.get('text');
        text.delete(0, text.length);
        text.insert(0, String(Math.random()).padEnd(letters, 'x'));
      }
    });
  }

  /** Types a letter every so many milliseconds, into a note of its own. */
  write(everyMs) {
    const notes = this.doc.getMap('notes');
    const id = `w-${this.doc.clientID}`;
    if (!notes.has(id)) this.doc.transact(() => this.#lay(notes, id, ''));
    const text = notes.get(id).get('text');
    const startMs = performance.now();
    let written = 0;
    this.#timer = setInterval(() => {
      // What was due while this process was busy waits since then.
      for (; startMs + written * everyMs <= performance.now(); written += 1) {
        if (text.length > 1_000) text.delete(0, 900);
        this.#due.set(this.#frames + 1, startMs + written * everyMs);
        text.insert(text.length, 'x');
      }
    }, everyMs);
  }

  /** @returns milliseconds that each letter waited since `write`, or since the last time it was asked. */
  async stop() {
    clearInterval(this.#timer);
    await this.saved();
    return this.#waits.splice(0);
  }

  async saved() {
    const giveUpMs = performance.now() + 120_000;
    while (this.acknowledged < this.#frames) {
      if (this.closed) throw new Error(`a writer was closed with ${this.closed}`);
      if (performance.now() > giveUpMs) throw new Error('what was written was never saved');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  leave() {
    clearInterval(this.#timer);
    this.socket.terminate();
  }

  acknowledged = 0;

  #lay(notes, id, text) {
    const note = new Y.Map();
    notes.set(id, note);
    note.set('text', new Y.Text(text));
    note.set('at', [0, 0]);
    note.set('color', 'yellow');
    note.set('group', null);
    note.set('under', null);
    note.set('order', 'a0');
  }

  #hear(frame) {
    if (frame[0] !== ACK) return;
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    this.acknowledged = decoding.readVarUint(decoder);
    const nowMs = performance.now();
    for (const [number, dueMs] of this.#due) {
      if (number > this.acknowledged) break;
      this.#waits.push(nowMs - dueMs);
      this.#due.delete(number);
    }
  }
}

/** Asks a room again and again, with a frame that the loop answers by itself, how long an answer takes. */
export class Watcher {
  #waits = [];
  #askedMs = 0;
  #timer;
  #isWatching = false;

  static async enter(tree, room) {
    const watcher = new Watcher();
    watcher.socket = await lineInto(tree, room);
    watcher.socket.on('pong', () => watcher.#answered());
    return watcher;
  }

  watch() {
    this.#isWatching = true;
    this.#ask();
  }

  /** @returns milliseconds that each answer took, the one that is awaited still included. */
  stop() {
    this.#isWatching = false;
    clearTimeout(this.#timer);
    return [...this.#waits.splice(0), performance.now() - this.#askedMs];
  }

  leave() {
    clearTimeout(this.#timer);
    this.socket.terminate();
  }

  /** One at a time: many on their way would be work of their own. */
  #ask() {
    this.#askedMs = performance.now();
    this.socket.ping();
  }

  #answered() {
    if (!this.#isWatching) return;
    this.#waits.push(performance.now() - this.#askedMs);
    this.#timer = setTimeout(() => this.#ask(), 2);
  }
}
