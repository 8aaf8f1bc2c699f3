/**
 * Who is let in at the websocket's door: `/sync/<room>` and `/live/<sprint>`. What a browser could
 * only meet by forging (origin, path) or by holding far too much open is refused before the upgrade,
 * with an HTTP status. Everything else completes the upgrade, reads nothing, touches no room and
 * closes with its code: a refused upgrade reaches a browser only as 1006, and the stock provider
 * would retry it for ever.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import type { MemberId, SprintId } from '#domain/ids';
import { shownName } from '#domain/sprint/names';
import { closeCodes } from '#protocol/close-codes';
import { LIVE_PATH, parseRoomName, SYNC_PATH, type RoomAddress } from '#protocol/rooms';
import { PROTOCOL_VERSION } from '#protocol/version';
import type { Session } from '#server/auth/session';
import { secretHash } from '#server/auth/tokens';
import { fewAtATime } from '#server/few-at-a-time';
import { accessTo } from '#server/rooms/access';
import { DoorPauses, FamiliarSessions } from '#server/rooms/door-pauses';
import { answer, refuse } from '#server/rooms/door-refusals';
import { BAD_COMER_CODES, BAD_FRAME_CODES, DoorSocket } from '#server/rooms/door-socket';
import { roomLimits, type RoomLimits } from '#server/rooms/limits';
import type { Access, Entrant, Rooms } from '#server/rooms/rooms';
import { privateRoomOf, type Authority, type RoomRow } from '#server/stage/authority';
import type { EndedSessions } from '#server/stage/ended-sessions';
import { memberOf } from '#server/stage/reader';

type LiveEntry = { session: Session | null; sprintId: SprintId; version: number | null };

type Parts = {
  rooms: Rooms;
  /** The live sockets of the stage; they admit by themselves. */
  live: { connect(socket: WebSocket, entry: LiveEntry): Promise<void> };
  originAllowed(request: IncomingMessage): boolean;
  /** The token in the request's cookie, whatever it is worth. */
  tokenOf(request: IncomingMessage): string | undefined;
  /** The session of the request's cookie, if it has a living one. */
  sessionOf(request: IncomingMessage): Promise<Session | null>;
  /** Asked once somebody is in, as signals only reach them from then on. */
  ended: Pick<EndedSessions, 'has'>;
  /** From which machine it comes, for limits. */
  addressOf(request: IncomingMessage): string;
  /** Sessions that were good lately; also what the pages saw. */
  familiar?: FamiliarSessions;
  authorityOf(sprintId: SprintId): Promise<Authority | null>;
  log: Logger;
  limits?: Partial<RoomLimits>;
};

export type Upgrade = {
  /** Whether a path is ours; a development server leaves the others to whom they belong. */
  owns(request: IncomingMessage): boolean;
  /** For the http server's 'upgrade' event. Never rejects. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** From here on nobody is let in. */
  close(): void;
};

type Target =
  | { kind: 'sync'; address: RoomAddress; ack: boolean; version: number | null }
  | { kind: 'live'; sprintId: SprintId; version: number | null };

/** Who knocks, before anything is looked up. */
type Comer = { sessionId: string | undefined; address: string };

type Admitted = { room: RoomRow; entrant: Entrant; access: Access; authority: Authority };

/**
 * So many are looked up at once. A whole team that comes in would otherwise stand before everybody's work
 * in the lines to the database.
 */
const LOOKED_UP_AT_ONCE = 4;

/** @param parts where the door looks things up; see each. */
export function createUpgrade(parts: Parts): Upgrade {
  const { rooms, live, log } = parts;
  const limits: RoomLimits = { ...roomLimits, ...parts.limits };
  const door = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytes,
    WebSocket: DoorSocket,
  });
  const perPerson = new Map<string, number>();
  const sessionPauses = new DoorPauses(limits.badSession);
  const addressPauses = new DoorPauses(limits.badAddress);
  const familiar = parts.familiar ?? new FamiliarSessions();
  const lookUps = fewAtATime(LOOKED_UP_AT_ONCE);
  let inTotal = 0;
  let isClosing = false;

  /** Counts a socket in, unless there are too many. @returns counts it out again, once. */
  function count(personId: string | undefined): (() => void) | undefined {
    const mine = personId === undefined ? 0 : (perPerson.get(personId) ?? 0);
    if (inTotal >= limits.socketsInTotal || mine >= limits.socketsPerPerson) return undefined;
    inTotal += 1;
    if (personId !== undefined) perPerson.set(personId, mine + 1);
    let isCounted = true;
    return () => {
      if (!isCounted) return;
      isCounted = false;
      inTotal -= 1;
      if (personId === undefined) return;
      const left = (perPerson.get(personId) ?? 1) - 1;
      if (left === 0) perPerson.delete(personId);
      else perPerson.set(personId, left);
    };
  }

  async function admit(
    address: RoomAddress,
    session: Session,
  ): Promise<Admitted | { closeCode: number }> {
    const authority = await parts.authorityOf(address.sprintId);
    if (!authority) return { closeCode: closeCodes.noSuchRoom };
    const member = memberOf(authority, session);
    if (!member) return { closeCode: closeCodes.notAMember };
    const room = roomAt(address, authority);
    // A private room of somebody who is gone, or that never was, is told like one that is not yours.
    if (!room) {
      const isOthers = address.kind === 'private' && address.memberId !== member.id;
      return { closeCode: isOthers ? closeCodes.notAMember : closeCodes.noSuchRoom };
    }
    const access = accessTo(room, member, authority);
    if (access.kind === 'refuse') return { closeCode: access.closeCode };
    if (room.lineage !== address.lineage) return { closeCode: closeCodes.otherLineage };
    const { id: memberId, color } = member;
    const { id: sessionId, personId } = session;
    const entrant = { sessionId, personId, memberId, name: shownName(member), color };
    return { room, access, authority, entrant };
  }

  async function enter(
    socket: WebSocket,
    session: Session,
    target: Extract<Target, { kind: 'sync' }>,
    admitted: Admitted,
  ): Promise<void> {
    const { room, entrant, access } = admitted;
    const entered = rooms.connect(socket, room, entrant, { ack: target.ack, access });
    // Asked once more, now that signals reach it: a session or seat may have ended while it came in.
    if (parts.ended.has(session)) rooms.endSession(entrant.sessionId);
    const authority = await parts.authorityOf(room.sprintId);
    if (authority !== admitted.authority) rooms.reconsider(room.sprintId, accessOf(authority));
    await entered;
  }

  /** Before anything is looked up. A familiar session passes where its address is kept out. */
  function isKeptOut({ sessionId, address }: Comer): boolean {
    const nowMs = performance.now();
    if (sessionId !== undefined && sessionPauses.keepsOut(sessionId, nowMs)) return true;
    if (sessionId !== undefined && familiar.has(sessionId)) return false;
    return addressPauses.keepsOut(address, nowMs);
  }

  function noteEnding({ sessionId, address }: Comer, code: number | undefined): void {
    const nowMs = performance.now();
    if (sessionId !== undefined && BAD_FRAME_CODES.has(code)) sessionPauses.note(sessionId, nowMs);
    if (BAD_COMER_CODES.has(code)) addressPauses.note(address, nowMs);
  }

  async function receive(
    target: Target,
    session: Session | null,
    upgrade: () => Promise<WebSocket>,
  ): Promise<void> {
    if (target.kind === 'live') return live.connect(await upgrade(), { ...target, session });
    const { version, address } = target;
    if (!session) return refuse(await upgrade(), closeCodes.notSignedIn);
    if (version !== null && version < PROTOCOL_VERSION) {
      return refuse(await upgrade(), closeCodes.clientTooOld);
    }
    const admitted = await admit(address, session).catch((error: unknown) => {
      log.error(
        { sprintId: address.sprintId, error: nameOf(error) },
        'authority could not be read',
      );
      return { closeCode: closeCodes.couldNotLoad };
    });
    const socket = await upgrade();
    if ('closeCode' in admitted) return refuse(socket, admitted.closeCode);
    await enter(socket, session, target, admitted);
  }

  return {
    owns: (request) => {
      const { pathname } = addressOf(request);
      return pathname.startsWith(SYNC_PATH) || pathname.startsWith(LIVE_PATH);
    },

    async handle(request, socket, head) {
      // Until ws takes the socket over, a reset of the line would have no listener.
      const ignore = (): void => undefined;
      socket.on('error', ignore);
      try {
        const token = parts.tokenOf(request);
        const sessionId = token === undefined ? undefined : secretHash(token);
        const comer: Comer = { sessionId, address: parts.addressOf(request) };
        if (isKeptOut(comer)) return answer(socket, 429);
        const target = targetOf(request);
        if (isClosing) return answer(socket, 503);
        if (!target || !parts.originAllowed(request)) {
          addressPauses.note(comer.address, performance.now());
          return answer(socket, target ? 403 : 404);
        }
        const upgrade = (): Promise<WebSocket> => {
          socket.off('error', ignore);
          return new Promise((resolve) =>
            door.handleUpgrade(request, socket, head, (taken) => {
              (taken as DoorSocket).onEnding = (code) => noteEnding(comer, code);
              resolve(taken);
            }),
          );
        };
        const session = await lookUps
          .take(() => parts.sessionOf(request))
          .catch(() => 'unknown' as const);
        // The database is away: only a code of ours tells a browser to come back by itself.
        if (session === 'unknown') return refuse(await upgrade(), closeCodes.couldNotLoad);
        if (session) familiar.add(session.id);
        const release = count(session?.personId);
        if (!release) return answer(socket, 429);
        socket.once('close', release);
        if (socket.destroyed) return release();
        await receive(target, session, upgrade);
      } catch (error) {
        log.error({ error: nameOf(error) }, 'an upgrade failed');
        if (!socket.destroyed) answer(socket, 503);
      }
    },

    close() {
      isClosing = true;
    },
  };
}

/** What every connection of a sprint may, by its newest authority; null: the sprint is gone. */
export function accessOf(
  authority: Authority | null,
): (room: RoomRow, memberId: MemberId) => Access {
  return ({ id: roomId, boardId, memberId: ownerId, kind }, memberId) => {
    if (!authority) return { kind: 'refuse', closeCode: closeCodes.noSuchRoom };
    const member = authority.members.find(({ id }) => id === memberId);
    if (!member) return { kind: 'refuse', closeCode: closeCodes.notAMember };
    const room = authority.rooms.find(
      (one) => one.boardId === boardId && one.memberId === ownerId && one.kind === kind,
    );
    if (!room) return { kind: 'refuse', closeCode: closeCodes.noSuchRoom };
    // The board or private room went on in another room while this line was open.
    if (room.id !== roomId) return { kind: 'refuse', closeCode: closeCodes.otherLineage };
    return accessTo(room, member, authority);
  };
}

function roomAt(address: RoomAddress, authority: Authority): RoomRow | undefined {
  return address.kind === 'board'
    ? authority.rooms.find(({ boardId }) => boardId === address.boardId)
    : privateRoomOf(authority, address.memberId, address.private);
}

function addressOf(request: IncomingMessage): URL {
  // The host is of no interest here, and a request may have none.
  return new URL(request.url ?? '/', 'http://localhost');
}

function targetOf(request: IncomingMessage): Target | undefined {
  const { pathname, searchParams } = addressOf(request);
  const version = versionOf(searchParams.get('v'));
  if (pathname.startsWith(SYNC_PATH)) {
    const address = parseRoomName(pathname.slice(SYNC_PATH.length));
    return address && { kind: 'sync', address, ack: searchParams.get('ack') === '1', version };
  }
  if (!pathname.startsWith(LIVE_PATH)) return undefined;
  const sprintId = pathname.slice(LIVE_PATH.length);
  return /^[A-Za-z0-9_-]{1,64}$/.test(sprintId) ? { kind: 'live', sprintId, version } : undefined;
}

/** The stock provider sends none (null); what is no number is older than any. */
function versionOf(given: string | null): number | null {
  if (given === null) return null;
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
