/**
 * The websocket under the stage: opens within a deadline, probes the clock, notices a silent line, comes back with a
 * growing wait, and stays away after a final goodbye. Knows frames and time, nothing of the stage.
 */
import { LIVE_PATH } from '#protocol/rooms';
import { PROTOCOL_VERSION } from '#protocol/version';
import type { LiveDown } from '#protocol/stage';
import type { LiveUp } from '#protocol/live';
import { ANSWER_MS, onWake, openWithinMs } from './connecting';
import { backoffMs, finalRefusal, type LiveStatus } from './live-status';

/** The server says something at least every 20 s; after this long in silence the line is dead. */
const SILENCE_MS = 45_000;
const FIRST_PROBES_MS = [0, 250, 600, 1_200, 2_500];
const PROBE_EVERY_MS = 15_000;
/** As browsers call a connection that broke without a goodbye. */
const NEVER_OPENED = 1006;

export type StageSocketEvents = {
  status(status: LiveStatus): void;
  frame(frame: Exclude<LiveDown, { kind: 'here' }>): void;
};

export class StageSocket {
  readonly #sprintId: string;
  readonly #events: StageSocketEvents;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #stopped = true;
  #final = false;
  #heardAt = 0;
  /** What the last socket took to open; null before the first. */
  #tookMs: number | null = null;
  #endWake = (): void => undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(sprintId: string, events: StageSocketEvents) {
    this.#sprintId = sprintId;
    this.#events = events;
  }

  start(): void {
    this.#stopped = false;
    this.#endWake = onWake(() => this.#wake());
    window.addEventListener('offline', this.#sleep);
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#endWake();
    window.removeEventListener('offline', this.#sleep);
    this.#drop();
  }

  /** Asks the whole stage again, by a fresh connection. */
  again(): void {
    if (this.#stopped || this.#final) return;
    this.#drop();
    this.#attempt = 0;
    this.#open();
  }

  /** A line that looks open may have died in its sleep: asked for the time, it answers or is given up. */
  #wake(): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return this.again();
    const askedAt = performance.now();
    this.#probe();
    this.#later(ANSWER_MS, () => {
      if (this.#heardAt < askedAt) this.again();
    });
  }

  readonly #sleep = (): void => {
    if (this.#final) return;
    this.#drop();
    this.#events.status({ kind: 'offline' });
  };

  #open(): void {
    this.#events.status({ kind: 'connecting', attempt: this.#attempt });
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(
      `${scheme}://${location.host}${LIVE_PATH}${this.#sprintId}?v=${PROTOCOL_VERSION}`,
    );
    this.#socket = socket;
    this.#heardAt = performance.now();
    const beganAt = performance.now();
    this.#later(openWithinMs(this.#tookMs), () => {
      if (socket.readyState === WebSocket.CONNECTING) this.#closed(socket, NEVER_OPENED);
    });
    socket.addEventListener('open', () => {
      this.#tookMs = performance.now() - beganAt;
      this.#opened(socket);
    });
    socket.addEventListener('message', (event) => this.#heard(socket, event.data));
    socket.addEventListener('close', (event) => this.#closed(socket, event.code));
  }

  #opened(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#heardAt = performance.now();
    for (const wait of FIRST_PROBES_MS) this.#later(wait, () => this.#probe());
    const beat = (): void => {
      if (performance.now() - this.#heardAt > SILENCE_MS) return this.again();
      this.#probe();
      this.#later(PROBE_EVERY_MS, beat);
    };
    this.#later(PROBE_EVERY_MS, beat);
  }

  #heard(socket: WebSocket, data: unknown): void {
    if (socket !== this.#socket || typeof data !== 'string') return;
    this.#heardAt = performance.now();
    const frame = JSON.parse(data) as LiveDown;
    if (frame.kind === 'stage') {
      this.#attempt = 0;
      this.#events.status({ kind: 'live' });
    }
    if (frame.kind !== 'here') this.#events.frame(frame);
  }

  #closed(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    this.#drop();
    if (this.#stopped) return;
    const refusal = finalRefusal(code);
    if (refusal) {
      this.#final = true;
      this.#events.status({ kind: 'refused', refusal });
    } else if (!navigator.onLine) {
      this.#events.status({ kind: 'offline' });
    } else {
      const wait = backoffMs(this.#attempt, Math.random);
      this.#attempt += 1;
      this.#events.status({ kind: 'connecting', attempt: this.#attempt });
      this.#later(wait, () => this.#open());
    }
  }

  /** Sent now, or not at all while there is no line. */
  say(message: LiveUp): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #probe(): void {
    this.say({ kind: 'ping', sentAt: performance.now() });
  }

  #later(waitMs: number, run: () => void): void {
    this.#timers.push(setTimeout(run, waitMs));
  }

  /** Lets go of the socket and of everything that waits for it. */
  #drop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
