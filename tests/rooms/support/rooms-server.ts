/**
 * The rooms behind a real http server on port 0, on a database of their own: what a test of a
 * room's rules needs and nothing of the pages. Limits, log and authority are the test's to set.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { createSessions } from '#server/auth/sessions';
import { SESSION_COOKIE } from '#server/auth/session';
import { inProcessBackplane } from '#server/backplane/in-process';
import { systemClock } from '#server/clock';
import {
  boards,
  members,
  people,
  rooms as roomRows,
  roomUpdates,
  sprints,
  steps,
} from '#server/db/tables';
import { createLog } from '#server/log';
import { createOrigins } from '#server/origins';
import { systemRandom } from '#server/random';
import { accessOf, createUpgrade } from '#server/rooms/admission';
import type { Pauses } from '#server/rooms/door-pauses';
import type { RoomLimits } from '#server/rooms/limits';
import { createRooms } from '#server/rooms/room-registry';
import type { Rooms } from '#server/rooms/rooms';
import { createAuthorities } from '#server/stage/authorities';
import { createEndedSessions } from '#server/stage/ended-sessions';
import type { RoomRow } from '#server/stage/authority';
import { createRoomLog, type RoomLog } from '#server/store/room-log';
import { makeSeededRoom, renewRoom, type RoomOwner } from '#server/store/seeded-rooms';
import type { Database } from '#server/db/database';
import type { PrivateKind } from '#domain/exercises/exercise';
import type { Phase, StepStatus } from '#domain/sprint/phases';
import type { Role } from '#domain/sprint/roles';
import { roomName } from '#protocol/rooms';
import { sharedSeed } from '#tests/rooms/support/shared-text';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { doorKeys } from '#tests/support/door-keys';
import { codeColumns } from '#server/store/door-secrets';

export type Visitor = {
  memberId: string;
  personId: string;
  sessionId: string;
  /** Header value with the session's cookie. */
  cookie: string;
  name: string;
};

export type RoomsServer = Awaited<ReturnType<typeof startRoomsServer>>;

export type RoomsServerOptions = {
  limits?: Partial<RoomLimits>;
  /** Wraps the real log, to see or disturb what passes. */
  wrapLog?: (log: RoomLog) => RoomLog;
  database?: FreshDatabase;
  /** What the rooms use where it is not the database of the fixtures (a line that can be cut). */
  roomsDb?: Database;
  /** The rooms begin empty, without the notes of `shared-text.ts`. */
  isEmpty?: boolean;
};

/** Nobody is kept out, however often they come in vain. */
const never: Pauses = { free: Infinity, firstMs: 0, longestMs: 0, forgivenMs: 0 };

/** A sprint with one open step on a shared board, in phase `grouping`. Presence is told at once, so that its absence can be seen. */
export async function startRoomsServer({
  limits: given,
  wrapLog = (log) => log,
  database,
  roomsDb,
  isEmpty = false,
}: RoomsServerOptions = {}) {
  const fresh = database ?? (await freshDatabase());
  const { db } = fresh;
  const limits = { presenceMs: 0, badSession: never, badAddress: never, ...given };
  const log = createLog('silent');
  const backplane = inProcessBackplane();
  const sessions = createSessions({
    ...{ db, backplane, clock: systemClock, random: systemRandom, days: 30 },
  });
  const authorities = createAuthorities({ db, backplane, log, doorKeys });
  const ended = createEndedSessions({ backplane, clock: systemClock });
  let lookedUp = 0;
  const lookUps = { running: 0, most: 0 };
  const makeRooms = (): Rooms =>
    createRooms({
      db: roomsDb ?? db,
      log,
      roomLog: wrapLog(createRoomLog(roomsDb ?? db)),
      limits,
    });
  let rooms = makeRooms();
  const origins = createOrigins([]);
  const live: { connected: unknown[] } = { connected: [] };
  const makeUpgrade = () =>
    createUpgrade({
      rooms,
      live: {
        async connect(socket, entry) {
          live.connected.push(entry);
          socket.close(1000);
        },
      },
      originAllowed: ({ headers }) => origins.mayWrite(headers.origin, headers.host),
      ended,
      addressOf: ({ headers }) => String(headers['x-address'] ?? 'here'),
      tokenOf,
      sessionOf: async (request) => {
        lookedUp += 1;
        lookUps.most = Math.max(lookUps.most, (lookUps.running += 1));
        const found = await sessions.readSession(tokenOf(request)).finally(() => {
          lookUps.running -= 1;
        });
        return found?.session ?? null;
      },
      async authorityOf(sprintId) {
        if (authorityFails) throw new Error('the database is away');
        return authorities.of(sprintId);
      },
      limits,
      log,
    });
  const tokenOf = ({ headers }: IncomingMessage): string | undefined =>
    new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
  let authorityFails = false;
  let upgrade = makeUpgrade();
  authorities.onChanged((id, authority) => rooms.reconsider(id, accessOf(authority)));
  backplane.subscribe((signal) => {
    if (signal.kind === 'session-ended') rooms.endSession(signal.sessionId);
    if (signal.kind === 'person-gone') rooms.endPerson(signal.personId);
  });

  const sprintId = nanoid();
  const boardId = nanoid();
  const stepId = nanoid();
  await db.insert(sprints).values({
    ...{ id: sprintId, name: 'Proef', language: 'nl', template: 'five-day' },
    ...codeColumns(doorKeys, sprintId, nanoid(6)),
    ...{ startsOn: '2030-01-07', deleteAfter: '2030-04-07' },
  });
  await db.insert(boards).values({ id: boardId, sprintId, wall: 'hmw' });
  await db.insert(steps).values({
    ...{ id: stepId, sprintId, day: 1, position: 'a0', exercise: 'hmw', minutes: 10, boardId },
    ...{ status: 'open', phase: 'grouping' },
  });
  const newId = (): string => nanoid();
  const makeRoom = async (owner: RoomOwner): Promise<RoomRow> =>
    db.transaction(async (tx) => {
      const room = await makeSeededRoom(tx, owner, { newId });
      const first = { update: sharedSeed(owner.kind) };
      if (!isEmpty) {
        await tx.update(roomUpdates).set(first).where(eq(roomUpdates.roomId, room.id));
      }
      return room;
    });
  const board = await makeRoom({ kind: 'wall', sprintId, boardId });

  const server = await listen((request, socket, head) => upgrade.handle(request, socket, head));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  const authorityChanged = async (): Promise<void> => {
    await authorities.refresh(sprintId);
  };

  return {
    ...{ db, url: fresh.url, backplane, authorities, sessions, live, origin, port },
    ...{ sprintId, boardId, stepId, board },
    wsUrl: `ws://127.0.0.1:${port}`,
    /** The address of the shared board, as the stock provider calls a room. */
    boardName: nameOf(board),
    get rooms() {
      return rooms;
    },
    /** How often the door asked the database for a session. */
    get lookedUp() {
      return lookedUp;
    },
    /** How many of them at the same time, at most. */
    get mostLookedUpAtOnce() {
      return lookUps.most;
    },

    /** A member with a session. */
    async enter(name: string, role: Role = 'deelnemer'): Promise<Visitor> {
      const [personId, memberId] = [nanoid(), nanoid()];
      await db.insert(people).values({ id: personId, name });
      await db.insert(members).values({ id: memberId, sprintId, personId, name, role });
      const { token, sessionId } = await sessions.createSession(personId);
      await authorityChanged();
      return { memberId, personId, sessionId, name, cookie: `${SESSION_COOKIE}=${token}` };
    },

    async privateRoomOf(
      { memberId }: Visitor,
      kind: PrivateKind = 'pile',
    ): Promise<RoomRow & { name: string }> {
      const room = await makeRoom({ kind, sprintId, memberId });
      await authorityChanged();
      return { ...room, name: nameOf(room) };
    },

    /** Another phase of the step, in force when this resolves. */
    async setPhase(phase: Phase, status: StepStatus = 'open'): Promise<void> {
      await db.update(steps).set({ phase, status }).where(eq(steps.id, stepId));
      await authorityChanged();
    },

    authorityChanged,
    failAuthority(fails: boolean): void {
      authorityFails = fails;
    },

    /** The rooms end in order and begin again from what is stored; sockets are closed by it. */
    async restart(): Promise<void> {
      await rooms.close();
      rooms = makeRooms();
      upgrade = makeUpgrade();
    },

    /** As a killed process: nothing is committed any more, sockets break, memory is gone. */
    async crash(): Promise<void> {
      const dead = rooms;
      rooms = makeRooms();
      upgrade = makeUpgrade();
      server.breakSockets();
      await dead.close();
    },

    /** The board or pile goes on in another room, as after a restore. @returns that room. */
    async renew(old: RoomRow, seed: Uint8Array): Promise<RoomRow & { name: string }> {
      const room = await db.transaction((tx) =>
        renewRoom(tx, old, { seed, now: new Date(), newId }),
      );
      await authorityChanged();
      return { ...room, name: nameOf(room) };
    },

    async deleteBoard(): Promise<void> {
      await db.delete(roomRows).where(eq(roomRows.id, board.id));
    },

    async close(): Promise<void> {
      await rooms.close();
      server.breakSockets();
      await new Promise((resolve) => server.close(resolve));
      authorities.close();
      ended.close();
      await backplane.close();
      if (!database) await fresh.close();
    },
  };
}

export function nameOf({ sprintId, boardId, memberId, kind, lineage }: RoomRow): string {
  return boardId !== null
    ? roomName({ kind: 'board', sprintId, boardId, lineage })
    : roomName({
        kind: 'private',
        private: kind ?? 'pile',
        sprintId,
        memberId: memberId ?? '',
        lineage,
      });
}

type Listening = Server & { breakSockets(): void };

async function listen(
  onUpgrade: (...args: Parameters<ReturnType<typeof createUpgrade>['handle']>) => Promise<void>,
): Promise<Listening> {
  const sockets = new Set<Duplex>();
  const server = createServer((_, response) =>
    response.writeHead(404).end('no pages here'),
  ) as Listening;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => void onUpgrade(request, socket, head));
  server.breakSockets = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
