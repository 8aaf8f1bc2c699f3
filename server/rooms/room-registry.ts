/**
 * The rooms of this node: each is loaded once, however many knock at the same time, lives while it
 * is used and is unloaded after a while. What failed to load is not kept, admits nobody and is never
 * written. The one implementation of `Rooms`.
 */
import type { Logger } from 'pino';
import type * as Y from 'yjs';
import { closeCodes } from '#protocol/close-codes';
import type { Database } from '#server/db/database';
import { changeRooms } from '#server/rooms/change';
import type { RoomAppender } from '#server/rooms/commit-line';
import { Compactions } from '#server/rooms/compactions';
import { Connection } from '#server/rooms/connection';
import { inTime } from '#server/rooms/in-time';
import { roomLimits, type RoomLimits } from '#server/rooms/limits';
import type { Removal } from '#server/rooms/removals';
import { Room } from '#server/rooms/room';
import type { Entrant, Rooms } from '#server/rooms/rooms';
import { createSprintUsages, type ExampleSpace } from '#server/rooms/sprint-usage';
import { Turns } from '#server/rooms/turns';
import { UnreadableRoomError } from '#server/rooms/unreadable';
import { createRoomLog, databaseCode, type RoomLog } from '#server/store/room-log';
import type { RoomRow } from '#server/stage/authority';

type Parts = {
  db: Database;
  log: Logger;
  /** Left out: the log in `db`. */
  roomLog?: RoomLog;
  limits?: Partial<RoomLimits>;
  /** What the example sprints share; left out: they are bound like any other. */
  examples?: ExampleSpace;
};

/** @returns the rooms of one node on one database; `close` before the database is closed. */
export function createRooms({
  db,
  log,
  roomLog = createRoomLog(db),
  limits: some,
  examples,
}: Parts): Rooms {
  const limits: RoomLimits = { ...roomLimits, ...some };
  const usages = createSprintUsages({ db, limits, ...(examples && { examples }) });
  const loading = new Map<string, Promise<Room>>();
  const living = new Map<string, Room>();
  /** Rooms that could not be read, and until when (ms of this process) that is believed. */
  const unreadable = new Map<string, { untilMs: number; error: UnreadableRoomError }>();
  const doors = new Map<Connection, RoomRow>();
  const listeners = new Set<(roomId: string, doc: Y.Doc) => void>();
  const turns = new Turns(limits);
  const removalListeners = new Set<(removal: Removal) => void>();
  const compactions = new Compactions({ db, limits, log });
  let isClosing = false;

  const appender: RoomAppender = {
    append: (roomId, row, clients) => roomLog.append(db, roomId, row, clients),
    since: (roomId, seq) => roomLog.since(roomId, seq),
  };

  async function load(roomId: string): Promise<Room> {
    const stored = await inTime(roomLog.load(roomId), limits.attemptMs);
    const usage = await inTime(usages.of(roomId), limits.attemptMs);
    const room = build(roomId, stored, {
      ...{ appender, limits, log, turns, usage },
      committed: (one) => tellListeners(one),
      removed: (removal) => removalListeners.forEach((listener) => listener(removal)),
      failed: (one) => living.delete(one.id),
      released: (connection) => doors.delete(connection),
    });
    living.set(roomId, room);
    compactions.consider(room);
    return room;
  }

  /** Reading it again for each who knocks would be a room's way to keep the server busy. */
  function build(...made: ConstructorParameters<typeof Room>): Room {
    try {
      return new Room(...made);
    } catch (cause) {
      const [roomId] = made;
      const error = new UnreadableRoomError(roomId, { cause });
      unreadable.set(roomId, { untilMs: performance.now() + limits.unreadableMs, error });
      throw error;
    }
  }

  /** Throws when it cannot be loaded; a later call tries again. */
  async function open(roomId: string): Promise<Room> {
    const room = living.get(roomId);
    if (room) return room;
    const known = unreadable.get(roomId);
    if (known && performance.now() < known.untilMs) throw known.error;
    unreadable.delete(roomId);
    const running = loading.get(roomId);
    if (running) return running;
    const started = load(roomId).finally(() => loading.delete(roomId));
    loading.set(roomId, started);
    return started;
  }

  function tellListeners(room: Room): void {
    for (const listener of [...listeners]) {
      try {
        listener(room.id, room.live);
      } catch (error) {
        log.error({ roomId: room.id, err: error }, 'a listener of commits failed');
      }
    }
  }

  function signOut(isMeant: (entrant: Entrant) => boolean): void {
    for (const connection of [...doors.keys()]) {
      if (isMeant(connection.entrant)) connection.leave(closeCodes.notSignedIn);
    }
  }

  function tick(): void {
    const nowMs = performance.now();
    for (const connection of doors.keys()) connection.tick(nowMs);
    for (const room of [...living.values()]) {
      room.rest(nowMs);
      compactions.consider(room);
      if (!room.isIdle(nowMs, limits.idleMs)) continue;
      living.delete(room.id);
      room.unload();
    }
    usages.tidy(new Set([...living.values()].map(({ space }) => space.usage)));
  }
  const ticking = setInterval(tick, limits.tickMs);
  ticking.unref();

  return {
    async connect(socket, row, entrant, { ack, access }) {
      const onEnd = (): void => void doors.delete(connection);
      const connection = new Connection(socket, entrant, { access, ack, limits, turns, onEnd });
      doors.set(connection, row);
      if (isClosing) return connection.restart();
      if (access.kind === 'refuse') return connection.leave(access.closeCode);
      try {
        const room = await open(row.id);
        if (isClosing) return connection.restart();
        // It may have left, or been refused, while the room was loaded.
        if (connection.isKnocking) room.admit(connection);
      } catch (error) {
        const isUnreadable = error instanceof UnreadableRoomError;
        const cause = isUnreadable ? error.cause : error;
        const code = databaseCode(cause);
        const message = code || !(cause instanceof Error) ? undefined : cause.message;
        log.error({ roomId: row.id, code, message }, 'a room could not be loaded');
        connection.leave(isUnreadable ? closeCodes.unreadable : closeCodes.couldNotLoad);
      }
    },

    async read(roomId, look) {
      const room = await open(roomId);
      return look(room.live);
    },

    change(roomIds, work, options = {}) {
      return changeRooms({ db, roomLog, log, limits, open }, roomIds, work, options);
    },

    reconsider(sprintId, admit) {
      for (const [connection, row] of [...doors]) {
        if (row.sprintId !== sprintId) continue;
        const access = admit(row, connection.entrant.memberId);
        const room = living.get(row.id);
        if (room) room.reconsider(connection, access);
        else if (access.kind === 'refuse') connection.leave(access.closeCode);
        else connection.access = access;
      }
    },

    endSession(sessionId) {
      signOut((entrant) => entrant.sessionId === sessionId);
    },

    endPerson(personId) {
      signOut((entrant) => entrant.personId === personId);
    },

    heldIn(roomId) {
      return living.get(roomId)?.presence.held() ?? new Set();
    },

    show(roomId, who, presence) {
      const room = living.get(roomId);
      if (room && (!room.isEmpty || presence === null)) room.presence.show(who, presence);
    },

    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    onRemoval(listener) {
      removalListeners.add(listener);
      return () => removalListeners.delete(listener);
    },

    async close() {
      isClosing = true;
      clearInterval(ticking);
      for (const connection of doors.keys()) connection.stopReading();
      await inTime(Promise.allSettled(loading.values()), limits.closeMs).catch(() => undefined);
      await inTime(compactions.stop(), limits.closeMs).catch(() => undefined);
      const atRest = Promise.all([...living.values()].map((room) => room.hold.take()));
      await inTime(atRest, limits.closeMs).catch(() => undefined);
      for (const connection of [...doors.keys()]) connection.restart();
      for (const room of living.values()) room.unload();
      living.clear();
      listeners.clear();
      removalListeners.clear();
    },
  };
}
