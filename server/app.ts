/**
 * The composition root: everything the server is made of, tied together here and nowhere else.
 * Routes reach it as `locals.app`; `main.ts`, the dev server and the tests make it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { DoorKeys } from '#server/store/door-keys';
import { createSessions, type Sessions } from '#server/auth/sessions';
import { createRateLimits, type LimitName, type RateLimit } from '#server/auth/rate-limits';
import type { Backplane } from '#server/backplane/backplane';
import { inProcessBackplane } from '#server/backplane/in-process';
import { clientAddress } from '#server/client-address';
import { systemClock, type Clock } from '#server/clock';
import { createCommands, type Commands } from '#server/commands/runner';
import { faultFacts } from '#server/commands/database-refusal';
import type { PaceLimit } from '#server/commands/pace';
import type { Config } from '#server/config';
import type { OpenDatabase } from '#server/db/open';
import { createHistory, type History } from '#server/history/history';
import { createMomentKeeper } from '#server/history/moment-keeper';
import { createMail } from '#server/mail/mail';
import { createOrigins, type Origins } from '#server/origins';
import { createExampleSpace } from '#server/example/example-space';
import { createExamples, type Examples } from '#server/example/examples';
import { createStandIns, type StandIns } from '#server/example/stand-ins';
import { createPeople, type People } from '#server/people/people';
import { createLinkChecks, type LinkChecks } from '#server/links/link-checks';
import type { LinkGround } from '#server/links/look-at-link';
import { createPaperRequests } from '#server/paper/paper-requests';
import { createAskings, type Askings } from '#server/asking/askings';
import { createPapers, type Papers } from '#server/paper/papers';
import { createPictureRequests } from '#server/pictures/picture-requests';
import { createPictures, type Pictures } from '#server/pictures/pictures';
import { createEncoder } from '#server/pictures/re-encode';
import { sweepUploads } from '#server/pictures/upload-file';
import { systemRandom, type Random } from '#server/random';
import { accessOf, createUpgrade } from '#server/rooms/admission';
import { FamiliarSessions } from '#server/rooms/door-pauses';
import { documentBounds, roomLimits, type RoomLimits } from '#server/rooms/limits';
import { createRooms } from '#server/rooms/room-registry';
import type { Rooms } from '#server/rooms/rooms';
import { createActs, type Acts } from '#server/stage/acts';
import { createAuthorities, type Authorities } from '#server/stage/authorities';
import { createEndedSessions } from '#server/stage/ended-sessions';
import { createLiveSockets } from '#server/stage/live-sockets';
import { createPileCounts } from '#server/stage/pile-counts';
import { createPresence } from '#server/stage/presence';
import { createReveals } from '#server/stage/reveals';
import { createCalendar, type Calendar } from '#server/calendar/week-calendar';
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
  /** Example sprints with stand-ins: to begin one, and who is at work now. */
  readonly examples: Examples;
  readonly standIns: Pick<StandIns, 'size'>;
  /** The stage of a sprint on request, and what its steps left behind. */
  readonly stages: Stages;
  readonly calendar: Calendar;
  readonly authorities: Authorities;
  /** The trail of facilitation that members may read. */
  readonly acts: Acts;
  readonly history: History;
  readonly commands: Commands;
  readonly pictures: Pictures;
  /** Photographs of paper, from one's own phone. */
  readonly papers: Papers;
  /** The questions of customers, behind their links. */
  readonly askings: Askings;
  readonly rooms: Rooms;
  /** The links of prototypes, and whether they open. */
  readonly linkChecks: LinkChecks;
  /** Whether the database answers. Never throws. */
  ready(): Promise<boolean>;
  /** A request that is not for the pages: answered here, and true; false for every other. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean;
  /** The http server's 'upgrade' event; answers 404 on paths that are not ours. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Boards commit what is queued, sockets close, timers stop, connections to the database end. */
  close(): Promise<void>;
}

export type AppParts = {
  config: Config;
  database: OpenDatabase;
  doorKeys: DoorKeys;
  log: Logger;
  clock?: Clock;
  random?: Random;
  backplane?: Backplane;
  /** Other figures than the usual, for tests. */
  rateLimits?: Partial<Record<LimitName, RateLimit>>;
  roomLimits?: Partial<RoomLimits>;
  pace?: PaceLimit;
  picturePace?: PaceLimit;
  momentEveryMs?: number;
  /** Another internet than the public one, for tests. */
  linkGround?: LinkGround;
};

/** A year: a browser that came over https once does not come over http again. */
const HTTPS_KEPT_S = 365 * 24 * 60 * 60;

export function createApp({
  config,
  database,
  doorKeys,
  log,
  clock = systemClock,
  random = systemRandom,
  backplane = inProcessBackplane(),
  rateLimits,
  roomLimits: otherRoomLimits,
  pace,
  picturePace,
  momentEveryMs,
  linkGround,
}: AppParts): App {
  const { db } = database;
  const limits: RoomLimits = {
    ...roomLimits,
    frameBytes: config.maxFrameBytes,
    socketsPerPerson: config.socketsPerMember,
    idleMs: config.roomIdleMs,
    attemptMs: config.databaseWaitMs,
    holdMs: config.databaseWaitMs,
    ...spaceLimits(config),
    ...otherRoomLimits,
  };
  const origins = createOrigins(config.origins);
  const mail = createMail({
    ...{ url: config.smtpUrl, from: config.mailFrom },
    origin: config.origins[0],
  });
  const familiar = new FamiliarSessions();
  const sessions = createSessions({
    ...{ db, backplane, clock, random, days: config.sessionDays },
    seen: (sessionId) => familiar.add(sessionId),
  });
  const exampleSpace = createExampleSpace(
    { db, clock },
    { bytes: config.examplesBytes, bytesPerAddress: config.examplesBytesPerAddress },
  );
  const rooms = createRooms({ db, log, limits, examples: exampleSpace });
  const authorities = createAuthorities({ db, backplane, log, doorKeys });
  const presence = createPresence();
  const pileCounts = createPileCounts({ rooms, log });
  const ended = createEndedSessions({ backplane, clock });
  const live = createLiveSockets({
    ...{ authorities, presence, pileCounts, backplane, ended, clock, log },
  });
  const stages = createStages({ db, authorities, presence, pileCounts, rooms, clock });
  const history = createHistory({ db, authorities, rooms });
  const moments = createMomentKeeper({
    ...{ db, rooms, authorities, clock, random, log },
    ...(momentEveryMs !== undefined && { everyMs: momentEveryMs }),
  });
  const linkChecks = createLinkChecks({
    ...{ db, rooms, clock, log, own: config.origins, ground: linkGround },
  });
  const acts = createActs({ db, authorities });
  const commands = createCommands({
    ...{ db, rooms, backplane, authorities, clock, random, log, pace, doorKeys },
    ...{ roomsChanged: pileCounts.countAgain, revealCountdownMs: config.revealCountdownMs },
    presentIn: presence.here,
  });
  const reveals = createReveals({
    ...{ db, commands, authorities, backplane, clock, log },
    ...{ awaitedPages: live.awaitedPages, revealCountdownMs: config.revealCountdownMs },
  });
  // A database that is away now is a fault of the first command, too; the count stands in the table.
  reveals.takeUp().catch((error: unknown) => {
    log.error(faultFacts(error), 'reveals that were begun could not be taken up');
  });
  const people = createPeople({
    ...{ db, config, sessions, backplane, rooms, mail, clock, random, log, doorKeys },
    rateLimits,
  });
  const tokenOf = (request: IncomingMessage): string | undefined => {
    const secure = origins.isSecure(request.headers.host);
    return sessions.tokenIn((name) => cookieOf(request, name), { secure }).token;
  };
  const doors = {
    originAllowed: ({ headers }: IncomingMessage) => origins.mayWrite(headers.origin, headers.host),
    tokenOf,
    async sessionOf(request: IncomingMessage) {
      const found = await sessions.readSession(tokenOf(request));
      return found?.session ?? null;
    },
  };
  const pictures = createPictures({
    ...{ db, authorities, clock, random },
    encoder: createEncoder(),
    maxBytes: config.maxPictureBytes,
    bounds: { most: config.maxPictures, mostBytes: config.maxPicturesBytes },
    pace: picturePace,
  });
  const examples = createExamples({
    ...{ db, config, sessions, clock, random, doorKeys },
    limits: createRateLimits(rateLimits),
    space: exampleSpace,
  });
  const standIns = createStandIns({
    ...{ rooms, commands, authorities, presence, clock, random, log, pace: config.examplePace },
    pilesChanged: pileCounts.countAgain,
  });
  const upgrade = createUpgrade({
    ...{ rooms, live, log, limits, ended, familiar },
    ...doors,
    addressOf: (request) => clientAddress(request, config.proxies),
    authorityOf: (sprintId) => authorities.of(sprintId),
  });

  const papers = createPapers({
    db,
    authorities,
    rooms,
    pictures,
    clock,
    random,
    pace: picturePace,
  });
  const askings = createAskings({ db, commands, authorities, clock, random });
  const pictureRequests = createPictureRequests({ ...doors, pictures, random, log });
  const paperRequests = createPaperRequests({ ...doors, papers, cookieOf, random, log });

  const stops = [
    authorities.onChanged((sprintId, authority) => {
      rooms.reconsider(sprintId, accessOf(authority));
    }),
    backplane.subscribe((signal) => {
      if (signal.kind === 'session-ended') rooms.endSession(signal.sessionId);
      if (signal.kind === 'person-gone') rooms.endPerson(signal.personId);
    }),
    people.keepRetention(),
    people.keepSendingMails(),
  ];
  sweepUploads(clock.now()).catch((error: unknown) => log.warn({ error }, 'old uploads stay'));

  return {
    ...{ config, log, clock, random, origins, sessions, people, examples, standIns, stages },
    calendar: createCalendar({ stages, clock }),
    ...{ authorities, acts, history, commands, pictures, papers, askings, rooms, linkChecks },
    ready: () => database.ready(),
    handleRequest(request, response) {
      if (origins.isSecure(request.headers.host)) {
        // Not for names below: whoever runs this may have others there that speak plain http.
        response.setHeader('strict-transport-security', `max-age=${HTTPS_KEPT_S}`);
      }
      return pictureRequests(request, response) || paperRequests(request, response);
    },
    handleUpgrade: (request, socket, head) => void upgrade.handle(request, socket, head),
    async close() {
      for (const stop of stops) stop();
      reveals.close();
      await standIns.close();
      await live.close();
      await linkChecks.close();
      await moments.close();
      await rooms.close();
      pileCounts.close();
      authorities.close();
      ended.close();
      await backplane.close();
      mail?.close();
      await database.close();
    },
  };
}

/** The bounds of documents and sprints, as set. */
function spaceLimits(config: Config): Partial<RoomLimits> {
  const board = { bytes: config.boardBytes, records: config.boardRecords };
  return {
    documents: documentBounds({
      board,
      pile: { bytes: config.pileBytes, records: config.pileRecords },
      pad: { bytes: config.padBytes, records: config.padRecords },
    }),
    growthAtOnce: 8 * config.memberBytesPerMinute,
    growthPerMinute: config.memberBytesPerMinute,
    sprintBytes: config.sprintBytes,
    exampleBytes: config.exampleBytes,
  };
}

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
