/**
 * The composition root: everything the server is made of, tied together here and nowhere else.
 * Routes reach it as `locals.app`; `main.ts`, the dev server and the tests make it.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { createSessions, type Sessions } from '#server/auth/sessions';
import type { LimitName, RateLimit } from '#server/auth/rate-limits';
import type { Backplane } from '#server/backplane/backplane';
import { inProcessBackplane } from '#server/backplane/in-process';
import { systemClock, type Clock } from '#server/clock';
import { createCommands, type Commands } from '#server/commands/runner';
import type { PaceLimit } from '#server/commands/pace';
import type { Config } from '#server/config';
import type { OpenDatabase } from '#server/db/open';
import { createMail } from '#server/mail/mail';
import { createOrigins, type Origins } from '#server/origins';
import { createPeople, type People } from '#server/people/people';
import { systemRandom, type Random } from '#server/random';
import { accessOf, createUpgrade } from '#server/rooms/admission';
import { roomLimits, type RoomLimits } from '#server/rooms/limits';
import { createRooms } from '#server/rooms/room-registry';
import type { Rooms } from '#server/rooms/rooms';
import { createAuthorities, type Authorities } from '#server/stage/authorities';
import { createLiveSockets } from '#server/stage/live-sockets';
import { createPileCounts } from '#server/stage/pile-counts';
import { createPresence } from '#server/stage/presence';
import { createStages, type Stages } from '#server/stage/stages';

export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly random: Random;
  /** On which addresses the server is spoken to; the check of Origin. */
  readonly origins: Origins;
  readonly sessions: Sessions;
  readonly people: People;
  /** The stage of a sprint on request, and what its steps left behind. */
  readonly stages: Stages;
  readonly authorities: Authorities;
  readonly commands: Commands;
  readonly rooms: Rooms;
  /** Whether the database answers. Never throws. */
  ready(): Promise<boolean>;
  /** The http server's 'upgrade' event; answers 404 on paths that are not ours. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Boards commit what is queued, sockets close, timers stop, connections to the database end. */
  close(): Promise<void>;
}

export type AppParts = {
  config: Config;
  database: OpenDatabase;
  log: Logger;
  clock?: Clock;
  random?: Random;
  backplane?: Backplane;
  /** Other figures than the usual, for tests. */
  rateLimits?: Partial<Record<LimitName, RateLimit>>;
  roomLimits?: Partial<RoomLimits>;
  pace?: PaceLimit;
};

export function createApp({
  config,
  database,
  log,
  clock = systemClock,
  random = systemRandom,
  backplane = inProcessBackplane(),
  rateLimits,
  roomLimits: otherRoomLimits,
  pace,
}: AppParts): App {
  const { db } = database;
  const limits: RoomLimits = {
    ...roomLimits,
    frameBytes: config.maxFrameBytes,
    socketsPerPerson: config.socketsPerMember,
    idleMs: config.roomIdleMs,
    attemptMs: config.databaseWaitMs,
    holdMs: config.databaseWaitMs,
    ...otherRoomLimits,
  };
  const origins = createOrigins(config.origins);
  const mail = createMail({ url: config.smtpUrl, from: config.mailFrom });
  const sessions = createSessions({ db, backplane, clock, random, days: config.sessionDays });
  const rooms = createRooms({ db, log, limits });
  const authorities = createAuthorities({ db, backplane, log });
  const presence = createPresence();
  const pileCounts = createPileCounts({ rooms, log });
  const live = createLiveSockets({ authorities, presence, pileCounts, backplane, clock, log });
  const stages = createStages({ db, authorities, presence, pileCounts, rooms, clock });
  const commands = createCommands({
    ...{ db, rooms, backplane, authorities, clock, random, log, pace },
    roomsChanged: pileCounts.countAgain,
  });
  const people = createPeople({
    ...{ db, config, sessions, backplane, rooms, mail, clock, random, log },
    rateLimits,
  });
  const upgrade = createUpgrade({
    ...{ rooms, live, log, limits },
    originAllowed: ({ headers }) => origins.mayWrite(headers.origin, headers.host),
    async sessionOf(request) {
      const found = await sessions.readSession(cookieOf(request, sessions.cookieName));
      return found?.session ?? null;
    },
    authorityOf: (sprintId) => authorities.of(sprintId),
  });

  const stops = [
    authorities.onChanged((sprintId, authority) => {
      rooms.reconsider(sprintId, accessOf(authority));
    }),
    backplane.subscribe((signal) => {
      if (signal.kind === 'session-ended') rooms.endSession(signal.sessionId);
      if (signal.kind === 'person-gone') rooms.endPerson(signal.personId);
    }),
    people.keepRetention(),
  ];

  return {
    ...{
      config,
      log,
      clock,
      random,
      origins,
      sessions,
      people,
      stages,
      authorities,
      commands,
      rooms,
    },
    ready: () => database.ready(),
    handleUpgrade: (request, socket, head) => void upgrade.handle(request, socket, head),
    async close() {
      for (const stop of stops) stop();
      await live.close();
      await rooms.close();
      pileCounts.close();
      authorities.close();
      await backplane.close();
      mail?.close();
      await database.close();
    },
  };
}

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
