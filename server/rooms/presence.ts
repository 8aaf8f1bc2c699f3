/**
 * Awareness of one room: who is here and what each shows of itself. Keeps one state per connection,
 * writes identity, number and clock itself, and drops in silence what a browser says of others (the stock
 * provider sends everybody's states back). What changes within a moment is told in one frame: twenty
 * people who point thirty times a second are then some thirty frames a second for each, not six hundred.
 */
import { randomInt } from 'node:crypto';
import type { MemberId } from '#domain/ids';
import { PRESENCE_MAX_BYTES, readPresence, type Presence } from '#document/presence';
import type { ClientTable } from '#server/rooms/clients';
import type { Connection } from '#server/rooms/connection';
import { decoded, presenceFrame, readPresenceEntries } from '#server/rooms/messages';
import type { PresenceEntry } from '#server/rooms/messages';

/** A state of one's own that is larger than is carried. */
export class PresenceTooLargeError extends Error {
  override readonly name = 'PresenceTooLargeError';
}

/**
 * While nothing but identity is shown, a state is told this often at most: each one told would say
 * that somebody moves or types now. Browsers forget who was not told of for thirty seconds, and say
 * themselves again after fifteen to eighteen.
 */
const HIDDEN_TOLD_MS = 5_000;

type Shown = { connection: Connection; presence: Presence; clock: number; toldMs: number };

/** Who shows itself under a clientID, and the number under which others are told of it. */
type Known = { memberId: MemberId; shownAs: number };

/** Somebody whom the server itself shows: no connection stands behind them. */
export type Figure = { memberId: MemberId; name: string; color: number };
type ShownFigure = { clientId: number; json: string; clock: number };

export class RoomPresence {
  readonly #clients: ClientTable;
  readonly #listeners: Iterable<Connection>;
  readonly #gatherMs: number;
  /** By the number that others are told. */
  readonly #shown = new Map<number, Shown>();
  /** By the clientID that a browser says. Kept after somebody leaves: who comes back is the same to others. */
  readonly #known = new Map<number, Known>();
  /** Every number that was drawn here: one that a browser says back is an echo, never its own. */
  readonly #drawn = new Set<number>();
  readonly #figures = new Map<MemberId, ShownFigure>();
  /** By number what is still to be told; null: the state as it is when it is told. */
  readonly #untold = new Map<number, PresenceEntry | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldMs = 0;
  #lastClock = 0;

  /** @param listeners everybody in the room, also those who come later. */
  constructor(
    clients: ClientTable,
    { listeners, gatherMs }: { listeners: Iterable<Connection>; gatherMs: number },
  ) {
    this.#clients = clients;
    this.#listeners = listeners;
    this.#gatherMs = gatherMs;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#untold.clear();
  }

  /** Takes an awareness update. Throws BadFrameError or PresenceTooLargeError. */
  hear(connection: Connection, update: Uint8Array): void {
    for (const { clientId, json } of readPresenceEntries(update)) {
      if (json === 'null') {
        const said = this.#known.get(clientId);
        if (said && said.shownAs === connection.presenceId) this.#remove(connection);
        continue;
      }
      const shownAs = this.#ownNumber(connection, clientId);
      if (shownAs === undefined) continue;
      if (Buffer.byteLength(json) > PRESENCE_MAX_BYTES) throw new PresenceTooLargeError();
      const presence = readPresence(decoded(() => JSON.parse(json) as unknown));
      if (!presence) continue;
      const before = this.#shown.get(shownAs);
      const nowMs = performance.now();
      if (before?.connection === connection && isHidden(connection)) {
        before.presence = presence;
        if (nowMs - before.toldMs < HIDDEN_TOLD_MS) continue;
      }
      this.#shown.set(shownAs, { connection, presence, clock: this.#nextClock(), toldMs: nowMs });
      this.#tell(shownAs, null);
    }
  }

  /** Everybody's state, or undefined when nobody shows one. */
  everybody(): Uint8Array | undefined {
    const entries = [...this.#shown.keys()].map((clientId) => this.#entry(clientId));
    entries.push(...this.#figures.values());
    return entries.length === 0 ? undefined : presenceFrame(entries);
  }

  /** Says a connection's state again, after what may be shown of it changed. */
  restate(connection: Connection): void {
    const clientId = connection.presenceId;
    const shown = clientId === undefined ? undefined : this.#shown.get(clientId);
    if (clientId === undefined || !shown) return;
    shown.clock = this.#nextClock();
    this.#tell(clientId, null);
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

  /** Shows a figure of the server's to everybody; null takes it away. */
  show({ memberId: id, name, color }: Figure, presence: Presence | null): void {
    const before = this.#figures.get(id);
    if (!presence && !before) return;
    const clientId = before?.clientId ?? this.#draw();
    const json = presence ? JSON.stringify({ ...presence, member: { id, name, color } }) : 'null';
    const shown = { clientId, json, clock: this.#nextClock() };
    if (presence) this.#figures.set(id, shown);
    else this.#figures.delete(id);
    this.#tell(clientId, shown);
  }

  leave(connection: Connection): void {
    this.#remove(connection);
    connection.presenceId = undefined;
  }

  #remove(connection: Connection): void {
    const clientId = connection.presenceId;
    if (clientId === undefined || !this.#shown.delete(clientId)) return;
    this.#tell(clientId, { clientId, clock: this.#nextClock(), json: 'null' });
  }

  /** Soon: at once after a quiet moment, else together with what else changes in it. */
  #tell(clientId: number, entry: PresenceEntry | null): void {
    this.#untold.set(clientId, entry);
    if (this.#gatherMs === 0) return this.#tellAll();
    if (this.#timer !== undefined) return;
    const waitMs = Math.max(0, this.#toldMs + this.#gatherMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tellAll();
    }, waitMs);
  }

  /** Everything but each one's own: a browser knows itself, and newer than it is said here. */
  #tellAll(): void {
    this.#toldMs = performance.now();
    const entries = [...this.#untold].flatMap(([clientId, entry]) =>
      entry ? [entry] : this.#shown.has(clientId) ? [this.#entry(clientId)] : [],
    );
    this.#untold.clear();
    let whole: Uint8Array | undefined;
    for (const connection of this.#listeners) {
      const others = entries.filter(({ clientId }) => clientId !== connection.presenceId);
      if (others.length === 0) continue;
      if (others.length < entries.length) connection.say(presenceFrame(others));
      else connection.say((whole ??= presenceFrame(entries)));
    }
  }

  /**
   * The first clientID that a connection shows is its own, unless it is another member's. The same
   * member may take it over: that is a browser coming back before its old line was given up.
   * @returns the number under which others are told of it, or undefined when it is not its own.
   */
  #ownNumber(connection: Connection, clientId: number): number | undefined {
    if (this.#drawn.has(clientId)) return undefined;
    const known = this.#known.get(clientId);
    if (connection.presenceId !== undefined) {
      return known?.shownAs === connection.presenceId ? known.shownAs : undefined;
    }
    const { memberId } = connection.entrant;
    const owner = this.#clients.ownerOf(clientId) ?? known?.memberId;
    if (owner !== undefined && owner !== memberId) return undefined;
    const { shownAs } = known ?? { shownAs: this.#draw() };
    this.#known.set(clientId, { memberId, shownAs });
    const holder = this.#shown.get(shownAs)?.connection;
    if (holder) holder.presenceId = undefined;
    connection.presenceId = shownAs;
    return shownAs;
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

  #entry(clientId: number): PresenceEntry {
    const { connection, presence, clock } = this.#shown.get(clientId) as Shown;
    const { memberId: id, name, color } = connection.entrant;
    // While cursors are hidden nothing may tell where somebody looks, so only who it is remains.
    const state = { ...(isHidden(connection) ? {} : presence), member: { id, name, color } };
    return { clientId, clock, json: JSON.stringify(state) };
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
  return access.kind === 'refuse' || access.cursorsHidden;
}
