/**
 * Awareness of one room: who is here and what each shows of itself. Keeps one state per connection,
 * writes identity, number and clock itself, and drops in silence what a browser says of others (the stock
 * provider sends everybody's states back). What changes within a moment is told in one frame, encoded
 * once: twenty people who point thirty times a second are then some thirty frames a second for each, not
 * six hundred; where more are listening the moment is longer.
 */
import { randomInt } from 'node:crypto';
import type { MemberId } from '#domain/ids';
import { PRESENCE_MAX_BYTES, type Presence, type ShownStroke } from '#document/presence';
import { readPresence } from '#document/presence-schema';
import type { ClientTable } from '#server/rooms/clients';
import type { Connection } from '#server/rooms/connection';
import type { RoomLimits } from '#server/rooms/limits';
import { decoded } from '#server/rooms/messages';
import type { Access } from '#server/rooms/rooms';
import {
  encodeEntry,
  PresenceNews,
  PresenceTooLargeError,
  readPresenceStates,
  type EncodedEntry,
  type PresenceState,
} from '#server/rooms/presence-frames';

/**
 * While nothing but identity is shown, a state is told this often at most: each one told would say
 * that somebody moves or types now. Browsers forget who was not told of for thirty seconds, and say
 * themselves again after fifteen to eighteen.
 */
const HIDDEN_TOLD_MS = 5_000;
/** ClientIDs of people who left that are remembered; the oldest is forgotten first, and gets another number. */
const KNOWN_AT_MOST = 4_096;

type Shown = {
  connection: Connection;
  presence: Presence;
  clock: number;
  toldMs: number;
  /** As it was encoded last, and how much of it. */
  encoded?: { told: Told; entry: EncodedEntry };
};

/** Who shows itself under a clientID, and the number under which others are told of it. */
type Known = { memberId: MemberId; shownAs: number };

/** Somebody whom the server itself shows: no connection stands behind them. */
export type Figure = { memberId: MemberId; name: string; color: number };

/** How much of what somebody shows is told: who it is, also where their hand is, also what it draws. */
type Told = 'who' | 'hand' | 'ink';

/**
 * While cursors are hidden nothing may tell where somebody looks, so only who it is remains. A stroke
 * that is under way is told of who holds the pen, as their strokes alone are taken.
 */
export function toldOf(access: Access): Told {
  if (access.kind === 'refuse' || access.cursorsHidden) return 'who';
  return access.kind === 'write' && access.pen?.draws ? 'ink' : 'hand';
}

type Limits = Pick<RoomLimits, 'presenceMs' | 'presenceFramesPerSecond'>;

export class RoomPresence {
  readonly #clients: ClientTable;
  readonly #listeners: ReadonlySet<Connection>;
  readonly #limits: Limits;
  /** By the number that others are told. */
  readonly #shown = new Map<number, Shown>();
  /** By the clientID that a browser says. Kept after somebody leaves: who comes back is the same to others. */
  readonly #known = new Map<number, Known>();
  /** Every number that was drawn here: one that a browser says back is an echo, never its own. */
  readonly #drawn = new Set<number>();
  readonly #figures = new Map<MemberId, EncodedEntry>();
  /** By number what is still to be told; null: the state as it is when it is told. */
  readonly #untold = new Map<number, EncodedEntry | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldMs = 0;
  #lastClock = 0;

  /** @param listeners everybody in the room, also those who come later. */
  constructor(
    clients: ClientTable,
    { listeners, limits }: { listeners: ReadonlySet<Connection>; limits: Limits },
  ) {
    this.#clients = clients;
    this.#listeners = listeners;
    this.#limits = limits;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#untold.clear();
  }

  /**
   * Takes an awareness update; of what it says of its sender the last counts. Throws BadFrameError or
   * PresenceTooLargeError.
   */
  hear(connection: Connection, update: Uint8Array): void {
    let own: PresenceState | undefined;
    for (const state of readPresenceStates(update)) {
      if (!this.#isOwn(connection, state)) continue;
      if (state.byteLength > PRESENCE_MAX_BYTES) throw new PresenceTooLargeError();
      own = state;
    }
    const shownAs = connection.presenceId;
    if (!own || shownAs === undefined) return;
    if (own.isNull) return this.#remove(connection);
    const json = own.json();
    const presence = readPresence(decoded(() => JSON.parse(json) as unknown));
    if (!presence) return;
    const before = this.#shown.get(shownAs);
    const nowMs = performance.now();
    if (before?.connection === connection && isHidden(connection)) {
      before.presence = presence;
      if (nowMs - before.toldMs < HIDDEN_TOLD_MS) return;
    }
    this.#shown.set(shownAs, { connection, presence, clock: this.#nextClock(), toldMs: nowMs });
    this.#tell(shownAs, null);
  }

  /** Shows everybody to somebody who comes in. */
  introduce(connection: Connection): void {
    const entries = [...this.#shown.keys()].map((number) => this.#entry(number));
    entries.push(...this.#figures.values());
    if (entries.length > 0) connection.show(new PresenceNews(entries));
  }

  /** Shows what changed while the connection was behind, as it is now. */
  resume(connection: Connection): void {
    const missed = connection.takeMissed();
    if (missed.size === 0) return;
    const figures = new Map([...this.#figures.values()].map((one) => [one.clientId, one]));
    const entries = [...missed].map((number) =>
      this.#shown.has(number)
        ? this.#entry(number)
        : (figures.get(number) ?? this.#goneEntry(number)),
    );
    connection.show(new PresenceNews(entries));
  }

  /** Says a connection's state again, after what may be shown of it changed. */
  restate(connection: Connection): void {
    const number = connection.presenceId;
    const shown = number === undefined ? undefined : this.#shown.get(number);
    if (number === undefined || !shown) return;
    shown.clock = this.#nextClock();
    shown.encoded = undefined;
    this.#tell(number, null);
  }

  /** Notes that somebody drags, has selected or types in. */
  held(): ReadonlySet<string> {
    const held = new Set<string>();
    for (const { presence } of this.#shown.values()) {
      for (const id of presence.drag?.noteIds ?? []) held.add(id);
      for (const id of presence.selection) held.add(id);
      if (presence.typing !== null) held.add(presence.typing);
    }
    return held;
  }

  /** What is being drawn now by who may, as it was heard last. */
  strokesUnderWay(): ShownStroke[] {
    return [...this.#shown.values()].flatMap(({ connection, presence: { stroke } }) =>
      stroke && toldOf(connection.access) === 'ink' ? [stroke] : [],
    );
  }

  /** Shows a figure of the server's to everybody; null takes it away. */
  show({ memberId: id, name, color }: Figure, presence: Presence | null): void {
    const before = this.#figures.get(id);
    if (!presence && !before) return;
    const clientId = before?.clientId ?? this.#draw();
    const json = presence ? JSON.stringify({ ...presence, member: { id, name, color } }) : 'null';
    const shown = encodeEntry({ clientId, json, clock: this.#nextClock() });
    if (presence) this.#figures.set(id, shown);
    else this.#figures.delete(id);
    this.#tell(clientId, shown);
  }

  leave(connection: Connection): void {
    this.#remove(connection);
    connection.presenceId = undefined;
  }

  #remove(connection: Connection): void {
    const number = connection.presenceId;
    if (number === undefined || !this.#shown.delete(number)) return;
    this.#tell(number, this.#goneEntry(number));
  }

  /** Soon: at once after a quiet moment, else together with what else changes in it. */
  #tell(number: number, entry: EncodedEntry | null): void {
    this.#untold.set(number, entry);
    const { presenceMs, presenceFramesPerSecond } = this.#limits;
    if (presenceMs === 0) return this.#tellAll();
    if (this.#timer !== undefined) return;
    const bearableMs = (this.#listeners.size / presenceFramesPerSecond) * 1_000;
    const waitMs = this.#toldMs + Math.max(presenceMs, bearableMs) - performance.now();
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#tellAll();
      },
      Math.max(0, waitMs),
    );
  }

  /** Everything but each one's own: a browser knows itself, and newer than it is said here. */
  #tellAll(): void {
    this.#toldMs = performance.now();
    const entries = [...this.#untold].flatMap(([number, entry]) =>
      entry ? [entry] : this.#shown.has(number) ? [this.#entry(number)] : [],
    );
    this.#untold.clear();
    if (entries.length === 0) return;
    const news = new PresenceNews(entries);
    for (const connection of this.#listeners) connection.show(news);
  }

  /**
   * The first clientID that a connection shows is its own, unless it is another member's. The same
   * member may take it over: that is a browser coming back before its old line was given up.
   */
  #isOwn(connection: Connection, { clientId, isNull }: PresenceState): boolean {
    if (this.#drawn.has(clientId)) return false;
    const known = this.#known.get(clientId);
    if (isNull || connection.presenceId !== undefined) {
      return known !== undefined && known.shownAs === connection.presenceId;
    }
    const { memberId } = connection.entrant;
    const owner = this.#clients.ownerOf(clientId) ?? known?.memberId;
    if (owner !== undefined && owner !== memberId) return false;
    const { shownAs } = known ?? { shownAs: this.#draw() };
    this.#remember(clientId, { memberId, shownAs });
    const holder = this.#shown.get(shownAs)?.connection;
    if (holder) holder.presenceId = undefined;
    connection.presenceId = shownAs;
    return true;
  }

  #remember(clientId: number, known: Known): void {
    this.#known.delete(clientId);
    this.#known.set(clientId, known);
    const [oldest] = this.#known;
    if (this.#known.size <= KNOWN_AT_MOST || !oldest) return;
    const [forgotten, { shownAs }] = oldest;
    this.#known.delete(forgotten);
    if (!this.#shown.has(shownAs)) this.#drawn.delete(shownAs);
  }

  /**
   * A number that nobody writes under. Were people shown under the clientID of their work, as browsers
   * say it, everybody who reads frames would know whose hand each letter on a nameless wall is.
   */
  #draw(): number {
    for (;;) {
      const number = randomInt(2 ** 31, 2 ** 32);
      if (this.#drawn.has(number) || this.#clients.ownerOf(number) !== undefined) continue;
      this.#drawn.add(number);
      return number;
    }
  }

  #entry(number: number): EncodedEntry {
    const shown = this.#shown.get(number) as Shown;
    const { connection, presence, clock, encoded } = shown;
    const told = toldOf(connection.access);
    if (encoded?.told === told) return encoded.entry;
    const { memberId: id, name, color } = connection.entrant;
    const shows = told === 'hand' ? { ...presence, stroke: null } : told === 'ink' ? presence : {};
    const state = { ...shows, member: { id, name, color } };
    const entry = encodeEntry({ clientId: number, clock, json: JSON.stringify(state) });
    shown.encoded = { told, entry };
    return entry;
  }

  #goneEntry(number: number): EncodedEntry {
    return encodeEntry({ clientId: number, clock: this.#nextClock(), json: 'null' });
  }

  /**
   * The server's own clock: browsers ignore a state that is not newer than the last, also across
   * reconnects (where the stock provider repeats its number) and across a reloaded room. Hence time.
   */
  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, Date.now());
    return this.#lastClock;
  }
}

function isHidden({ access }: Connection): boolean {
  return toldOf(access) === 'who';
}
