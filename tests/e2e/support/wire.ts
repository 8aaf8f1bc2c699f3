/**
 * Everything that a browser receives, recorded and searched: each websocket frame, each response
 * body, and a Yjs document (without garbage collection, so that deleted letters count too) to which
 * every sync frame is applied. What a person may not know must be in none of the three.
 */
import type { Page, Response } from '@playwright/test';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { LiveDown, Stage } from '#protocol/stage';
import { stringsOf } from '#tests/support/strings-of';

const SYNC = 0;
const STEP_2 = 1;
const UPDATE = 2;

type Frame = { url: string; bytes: Buffer };
type Body = { url: string; bytes: Buffer };

/** A letter as it can travel: as itself, as a JSON escape, or escaped in an address. */
function shapesOf(letter: string): Buffer[] {
  const hex = letter.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
  const shapes = [
    letter,
    `\\u${hex}`,
    `\\u${hex.toUpperCase()}`,
    encodeURIComponent(letter),
    encodeURIComponent(letter).toLowerCase(),
  ];
  return shapes.map((shape) => Buffer.from(shape, 'utf8'));
}

export class Wire {
  readonly #frames: Frame[] = [];
  readonly #bodies: Body[] = [];
  readonly #pending: Promise<void>[] = [];
  readonly #docs = new Map<string, Y.Doc>();
  readonly #stages: Stage[] = [];

  /** Starts to record; call before the page's first navigation. */
  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        const bytes = typeof payload === 'string' ? Buffer.from(payload, 'utf8') : payload;
        this.#frames.push({ url: socket.url(), bytes });
        if (typeof payload === 'string') this.#read(payload);
        else this.#apply(socket.url(), bytes);
      });
    });
    page.on('response', (response) => this.#pending.push(this.#keep(response)));
  }

  /** Whole bodies, whatever their type; of our own bundles the build is the source, not a person. */
  async #keep(response: Response): Promise<void> {
    if (response.url().includes('/_app/immutable/')) return;
    // A redirect or an aborted request has no body; it carried nothing to search.
    const bytes = await response.body().catch(() => Buffer.alloc(0));
    this.#bodies.push({ url: response.url(), bytes });
  }

  #read(text: string): void {
    const frame = JSON.parse(text) as LiveDown;
    if (frame.kind === 'stage') this.#stages.push(frame.stage);
  }

  #apply(url: string, bytes: Buffer): void {
    const decoder = decoding.createDecoder(new Uint8Array(bytes));
    if (decoding.readVarUint(decoder) !== SYNC) return;
    const kind = decoding.readVarUint(decoder);
    if (kind !== STEP_2 && kind !== UPDATE) return;
    const room = new URL(url).pathname;
    const doc = this.#docs.get(room) ?? new Y.Doc({ gc: false });
    this.#docs.set(room, doc);
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  }

  /** @returns where these bytes were received; empty when they were not. */
  async findBytes(bytes: Uint8Array): Promise<string[]> {
    await Promise.all(this.#pending);
    const wanted = Buffer.from(bytes);
    return [...this.#frames, ...this.#bodies]
      .filter((received) => received.bytes.includes(wanted))
      .map(({ url }) => url);
  }

  /** The document of the first room whose address holds this, as far as it was received. */
  document(part: string): Y.Doc | undefined {
    return [...this.#docs].find(([room]) => room.includes(part))?.[1];
  }

  /** @returns where letters of the alphabet were received; empty when the secret was kept. */
  async findAny(alphabet: string): Promise<string[]> {
    await Promise.all(this.#pending);
    const documents = [...this.#docs].map(([room, doc]) => ({ room, text: stringsOf(doc) }));
    const found = [...alphabet].flatMap((letter) => {
      const shapes = shapesOf(letter);
      const carries = (bytes: Buffer): boolean => shapes.some((shape) => bytes.includes(shape));
      return [
        ...this.#frames
          .filter(({ bytes }) => carries(bytes))
          .map(({ url }) => `frame of ${url}: ${letter}`),
        ...this.#bodies
          .filter(({ bytes }) => carries(bytes))
          .map(({ url }) => `body of ${url}: ${letter}`),
        ...documents
          .filter(({ text }) => carries(Buffer.from(text, 'utf8')))
          .map(({ room }) => `document of ${room}: ${letter}`),
      ];
    });
    return [...new Set(found)];
  }

  /** Every stage received so far, oldest first. */
  get stages(): readonly Stage[] {
    return this.#stages;
  }

  /** The stage as this browser has it now. */
  get stage(): Stage {
    const last = this.#stages.at(-1);
    if (!last) throw new Error('this page has not received a stage yet');
    return last;
  }

  get frameCount(): number {
    return this.#frames.length;
  }
}
