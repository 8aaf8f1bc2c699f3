/**
 * One browser's socket in one room: what state it is in, what it may, what it was told and how many
 * of its document frames are committed. Knows nothing of documents; the room judges, it keeps count.
 */
import type { RawData, WebSocket } from 'ws';
import { closeCodes } from '#protocol/close-codes';
import type { Breach, Space, SpaceOf } from '#protocol/rooms';
import { frameBudget, type RoomLimits } from '#server/rooms/limits';
import { ackFrame, breachFrame, spaceFrame } from '#server/rooms/messages';
import { Outbox, type OutLine } from '#server/rooms/outbox';
import { stillHere, type PresenceNews } from '#server/rooms/presence-frames';
import type { Access, Entrant } from '#server/rooms/rooms';
import type { Turns } from '#server/rooms/turns';

/** The part of a websocket that a connection uses. */
export type Line = OutLine & Pick<WebSocket, 'on' | 'ping' | 'close'>;

/** What a connection needs of the room that admits it. */
export type Host = {
  hear(connection: Connection, frame: Uint8Array): void;
  /** A reader that was behind has read what it was sent. */
  caughtUp(connection: Connection): void;
  /** It is over; said once. */
  gone(connection: Connection): void;
};

type State =
  /** The room is being loaded; what arrives meanwhile is kept. */
  | { kind: 'knocking'; early: Uint8Array[] }
  | { kind: 'admitted'; host: Host }
  | { kind: 'leaving' };

/** 1012, 'service restart': come back in a moment. */
const SERVICE_RESTART = 1012;
const EARLY_BYTES = 4 * 1_048_576;
let made = 0;

export class Connection {
  readonly id = `c${(made += 1)}`;
  readonly entrant: Entrant;
  /** Changes with authority; only `Rooms.reconsider` and admission write it. */
  access: Access;
  /** Has asked for the document: from then on it is told what is committed. */
  synced = false;
  /** Something it sent was not taken: nothing more is acknowledged until a whole step 2 is. */
  behind = false;
  /** A step 1 of ours is on its way or unanswered. */
  asked = false;
  /** The number under which others are told of it; never the clientID of its work. */
  presenceId: number | undefined;
  /** What of it was refused for want of space, and is asked for again. */
  refused:
    | {
        readonly of: SpaceOf;
        /** Of the document, at that moment. */
        readonly used: { readonly bytes: number; readonly records: number };
        readonly atMs: number;
        wroteSince: boolean;
      }
    | undefined;
  /** Document frames (step 2 and update) received. */
  frames = 0;

  readonly #line: Line;
  readonly #wantsAck: boolean;
  readonly #limits: RoomLimits;
  readonly #budget: { take(nowMs: number): boolean };
  readonly #onEnd: () => void;
  readonly #outbox: Outbox;
  #state: State = { kind: 'knocking', early: [] };
  #isReading = true;
  #acknowledged = 0;
  #toldSpace = 'enough null';
  #heardMs = performance.now();

  /** @param onEnd called when it is over before a room admitted it. */
  constructor(
    line: Line,
    entrant: Entrant,
    parts: { access: Access; ack: boolean; limits: RoomLimits; turns: Turns; onEnd: () => void },
  ) {
    this.#line = line;
    this.entrant = entrant;
    this.access = parts.access;
    this.#wantsAck = parts.ack;
    this.#limits = parts.limits;
    this.#budget = frameBudget(parts.limits, performance.now());
    this.#onEnd = parts.onEnd;
    this.#outbox = new Outbox(line, {
      limits: parts.limits,
      turns: parts.turns,
      ownId: () => this.presenceId,
      onClear: () => this.#state.kind === 'admitted' && this.#state.host.caughtUp(this),
    });
    line.on('message', (data: RawData, isBinary: boolean) => this.#hear(data, isBinary));
    line.on('pong', () => (this.#heardMs = performance.now()));
    line.on('close', () => this.#end());
    // A close always follows; unheard, an error would end the process.
    line.on('error', () => line.terminate());
  }

  get isKnocking(): boolean {
    return this.#state.kind === 'knocking';
  }

  get isLeaving(): boolean {
    return this.#state.kind === 'leaving';
  }

  /** From here on frames go to the room, first those that came early. */
  admit(host: Host): void {
    if (this.#state.kind !== 'knocking') return;
    const { early } = this.#state;
    this.#state = { kind: 'admitted', host };
    for (const frame of early) {
      // A frame may end the connection; the rest is then not for reading.
      if (!this.isLeaving) host.hear(this, frame);
    }
  }

  /** To this connection alone, behind what it is to be told already. */
  say(frame: Uint8Array): void {
    if (!this.isLeaving) this.#outbox.say(frame);
  }

  /** An update that many are told, in this connection's turn. */
  tell(frame: Uint8Array): void {
    this.#outbox.tell(frame);
  }

  /** What changed in presence, in this connection's turn and without its own. */
  show(news: PresenceNews): void {
    this.#outbox.show(news);
  }

  /** The document, as one or more frames; only when `isClear`. */
  answer(frames: readonly Uint8Array[]): void {
    this.#outbox.answer(frames);
  }

  /** Whether a document may be sent; when not, the host is told when it may. */
  isClear(): boolean {
    return this.#outbox.whenClear();
  }

  /** So far behind that it is to be told no more updates. */
  get isFull(): boolean {
    return this.#outbox.isFull;
  }

  /** Whose presence it was not told of while it was behind; asking forgets it. */
  takeMissed(): ReadonlySet<number> {
    return this.#outbox.takeMissed();
  }

  /** The first `frames` document frames are committed; said once per rise, to who asked for it. */
  acknowledge(frames: number): void {
    if (frames <= this.#acknowledged) return;
    this.#acknowledged = frames;
    if (this.#wantsAck) this.say(ackFrame(frames));
  }

  /** Something it did was put right again; said to who knows our own messages, as acknowledgements are. */
  tellBreach(breach: Breach): void {
    if (this.#wantsAck) this.say(breachFrame(breach));
  }

  /** Said once per change, to who knows our own messages. */
  tellSpace(space: Space): void {
    const told = `${space.left} ${space.of}`;
    if (told === this.#toldSpace) return;
    this.#toldSpace = told;
    if (this.#wantsAck) this.say(spaceFrame(space));
  }

  /** Ends it: nothing is read or said any more. */
  leave(code: number, reason = ''): void {
    if (this.isLeaving) return;
    this.#outbox.flush();
    this.#line.close(code, reason);
    this.#end();
  }

  /** The server is about to go: what comes from here on is for the next one. */
  stopReading(): void {
    this.#isReading = false;
  }

  restart(): void {
    this.leave(SERVICE_RESTART);
  }

  /** Called every `tickMs`: says something to a silent line and gives up one that is lost. */
  tick(nowMs: number): void {
    if (this.isLeaving) return;
    const unheardMs = nowMs - this.#heardMs;
    if (unheardMs > this.#limits.lostMs) {
      this.#line.terminate();
      return this.#end();
    }
    if (unheardMs > this.#limits.lostMs / 3) this.#line.ping();
    if (nowMs - this.#outbox.saidMs >= this.#limits.silentMs) this.say(stillHere);
  }

  #hear(data: RawData, isBinary: boolean): void {
    const state = this.#state;
    if (state.kind === 'leaving' || !this.#isReading) return;
    this.#heardMs = performance.now();
    if (!isBinary) return this.leave(closeCodes.badFrame, 'text');
    if (!this.#budget.take(this.#heardMs)) return this.leave(closeCodes.tooFast);
    const frame = bytesOf(data);
    if (frame.byteLength > this.#limits.frameBytes) return this.leave(closeCodes.tooLarge);
    if (state.kind === 'admitted') return state.host.hear(this, frame);
    state.early.push(frame);
    if (state.early.reduce((sum, { byteLength }) => sum + byteLength, 0) > EARLY_BYTES) {
      this.leave(closeCodes.tooFast);
    }
  }

  #end(): void {
    const state = this.#state;
    if (state.kind === 'leaving') return;
    this.#state = { kind: 'leaving' };
    this.#outbox.stop();
    if (state.kind === 'admitted') state.host.gone(this);
    else this.#onEnd();
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
