/** The two kinds of browser that the tests connect: the stock provider, and a bare websocket. */
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { heardOut } from '#tests/rooms/support/followed-socket';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';
import { readSaid, type Said } from '#tests/rooms/support/said';
import { sharedText } from '#tests/rooms/support/shared-text';

/** Waits for a state instead of a time; fails with what it waited for. */
export async function until(
  what: string | (() => string),
  isSo: () => boolean | Promise<boolean>,
  limitMs = 8_000,
): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) {
      throw new Error(`never came true: ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A browser's websocket carries the cookie and the Origin by itself; a polyfill has to be told. */
export function socketWith(cookie: string, origin: string): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { origin, headers: { cookie } });
    }
  } as unknown as typeof globalThis.WebSocket;
}

export type StockClient = { doc: Y.Doc; provider: WebsocketProvider; close(): void };

/** The stock WebsocketProvider with nothing but the cookie. */
export function stockClient(
  server: Pick<RoomsServer, 'wsUrl' | 'origin' | 'boardName'>,
  visitor: Visitor,
  { room = server.boardName, doc = new Y.Doc() }: { room?: string; doc?: Y.Doc } = {},
): StockClient {
  const provider = new WebsocketProvider(`${server.wsUrl}/sync`, room, doc, {
    WebSocketPolyfill: socketWith(visitor.cookie, server.origin),
    // All clients of a test share one process: their work must not travel beside the server.
    disableBc: true,
    maxBackoffTime: 100,
  });
  return {
    doc,
    provider,
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

export async function synced(client: StockClient): Promise<StockClient> {
  await until('the provider is synced', () => client.provider.synced);
  return client;
}

/** A websocket that is told frame by frame what to say, and remembers what it heard. */
export class BareClient {
  readonly heard: Said[] = [];
  readonly doc = new Y.Doc();
  readonly socket: WebSocket;
  closed: { code: number; reason: string } | undefined;
  /** Document frames sent. */
  frames = 0;
  #taken = 0;

  constructor(address: string, options: { cookie?: string; origin?: string }) {
    const { cookie, origin } = options;
    this.socket = new WebSocket(address, { origin, headers: cookie ? { cookie } : {} });
    this.socket.on('message', (data: Buffer) => this.heard.push(readSaid(data)));
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    this.socket.on('error', () => undefined);
  }

  async open(): Promise<this> {
    if (this.socket.readyState !== this.socket.OPEN) await once(this.socket, 'open');
    return this;
  }

  /** Resolves with the close code. */
  async ended(): Promise<number> {
    await until('the socket closed', () => this.closed !== undefined);
    return this.closed?.code ?? 0;
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  sync(step: 0 | 1 | 2, bytes: Uint8Array): void {
    if (step !== 0) this.frames += 1;
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, step);
        encoding.writeVarUint8Array(encoder, bytes);
      }),
    );
  }

  /** Asks for the document and takes the answer in: a step 2, and what of it came before as updates. */
  async catchUp(): Promise<void> {
    this.sync(0, Y.encodeStateVector(this.doc));
    const { update } = await this.next('step-2');
    for (const said of this.heard) if (said.kind === 'update') Y.applyUpdate(this.doc, said.update);
    Y.applyUpdate(this.doc, update);
  }

  /** Answers the server's first question: nothing that it does not have. */
  answer(): void {
    this.sync(1, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.doc)));
  }

  /** The same with everything that it has, whether the server has it or not. */
  answerWithAll(): void {
    this.sync(1, Y.encodeStateAsUpdate(this.doc));
  }

  /** Takes in every update heard so far. */
  get text(): string {
    for (const said of this.heard) if (said.kind === 'update') Y.applyUpdate(this.doc, said.update);
    return sharedText(this.doc).toString();
  }

  /** Types at the end of its text. @returns the update, which is not sent. */
  type(letters: string): Uint8Array {
    return this.change((doc) => sharedText(doc).insert(sharedText(doc).length, letters));
  }

  /** Changes its own document. @returns the update, which is not sent. */
  change(work: (doc: Y.Doc) => void): Uint8Array {
    let update: Uint8Array | undefined;
    const keep = (change: Uint8Array): void => void (update = change);
    this.doc.on('update', keep);
    this.doc.transact(() => work(this.doc));
    this.doc.off('update', keep);
    if (!update) throw new Error('nothing was changed');
    return update;
  }

  say(clientId: number, clock: number, state: unknown): void {
    this.sayAll([[clientId, clock, state]]);
  }

  sayAll(states: readonly [number, number, unknown][]): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, states.length);
      for (const [clientId, clock, state] of states) {
        encoding.writeVarUint(encoder, clientId);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, JSON.stringify(state));
      }
    });
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }

  /** The next unread frame of that kind; earlier ones of other kinds are passed over. */
  async next<K extends Said['kind']>(kind: K): Promise<Extract<Said, { kind: K }>> {
    let found: Said | undefined;
    const heard = (): string => this.heard.map((one) => one.kind).join(' ');
    await until(
      () => `a frame '${kind}' (heard ${heard()})`,
      () => {
        const at = this.heard.findIndex((one, index) => index >= this.#taken && one.kind === kind);
        if (at < 0) return false;
        this.#taken = at + 1;
        found = this.heard[at];
        return true;
      },
    );
    return found as Extract<Said, { kind: K }>;
  }

  /** Highest number of frames acknowledged so far. */
  get acknowledged(): number {
    return Math.max(0, ...this.heard.map((one) => (one.kind === 'ack' ? one.frames : 0)));
  }

  /** What it was told last of the space that is left, e.g. 'little board'. */
  get space(): string {
    const said = this.heard.findLast((one) => one.kind === 'space');
    return said ? `${said.space.left} ${said.space.of}` : 'enough';
  }

  /** Newest state heard per person, by name; null: gone. */
  get presence(): Map<string, Record<string, unknown> | null> {
    const newest = new Map<string, Record<string, unknown> | null>();
    const names = this.namesByNumber;
    for (const [number, state] of this.#heardStates()) {
      const name = names.get(number);
      if (name !== undefined) newest.set(name, state);
    }
    return newest;
  }

  /** Whom it was told of under which number. */
  get namesByNumber(): Map<number, string> {
    const names = new Map<number, string>();
    for (const [number, state] of this.#heardStates()) {
      const { member } = (state ?? {}) as { member?: { name: string } };
      if (member) names.set(number, member.name);
    }
    return names;
  }

  #heardStates(): [number: number, state: Record<string, unknown> | null][] {
    return this.heard.flatMap((said) =>
      said.kind === 'presence' ? said.states.map(([id, , state]) => [id, state] as never) : [],
    );
  }

  /** Resolves when all that was sent so far has reached the server, also what it does not answer. */
  heardOut(): Promise<void> {
    return heardOut(this.socket);
  }

  /** Resolves when the server has read everything sent so far: it answers in order. */
  async settled(): Promise<void> {
    const before = this.heard.filter((one) => one.kind === 'step-2').length;
    this.sync(0, Y.encodeStateVector(this.doc));
    await until(
      'an answer to a step 1',
      () =>
        this.closed !== undefined ||
        this.heard.filter((one) => one.kind === 'step-2').length > before,
    );
  }

  close(): void {
    this.socket.terminate();
  }
}

export function bareClient(
  server: Pick<RoomsServer, 'wsUrl' | 'origin' | 'boardName'>,
  visitor: Visitor | undefined,
  { room = server.boardName, query = '?ack=1' }: { room?: string; query?: string } = {},
): BareClient {
  const { cookie } = visitor ?? {};
  return new BareClient(`${server.wsUrl}/sync/${room}${query}`, { cookie, origin: server.origin });
}

/** Whether a provider shows somebody of this name. */
export function sees({ awareness }: Pick<WebsocketProvider, 'awareness'>, name: string): boolean {
  const states = [...awareness.getStates().values()] as { member?: { name: string } }[];
  return states.some(({ member }) => member?.name === name);
}
