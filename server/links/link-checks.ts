/**
 * Keeps an eye on the links of prototypes: looks when one is added, when somebody asks again, and each hour
 * while Thursday or Friday of the sprint is near. Beside the rooms, after their commits: nobody waits for it,
 * and what fails here is logged and stops nothing. What it saw is written into the board's document.
 */
import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from 'pino';
import { setLinkCheck } from '#document/kinds/prototype/operations';
import { linksToLookAt, plainLinks, type PlainLink } from '#document/kinds/prototype/plain';
import { boardKindOf } from '#document/kinds/boards';
import { addDays } from '#domain/sprint/day-time';
import type { Clock } from '#server/clock';
import { faultFacts } from '#server/commands/database-refusal';
import type { Database } from '#server/db/database';
import { boards, rooms as roomRows, sprints } from '#server/db/tables';
import { fewAtATime } from '#server/few-at-a-time';
import { lookAtLink, type LinkGround } from '#server/links/look-at-link';
import type { Rooms } from '#server/rooms/rooms';

/** A link is looked at again when it was seen so long ago. */
const AGAIN_MS = 60 * 60_000;
/** How often it is asked which those are. */
const ROUND_MS = 5 * 60_000;
/** From two days after the first day, with room for a Friday that was postponed, in days. */
const NEAR = { from: 2, until: 14 } as const;
/** A sprint's prototypes; the rest waits for the next round. */
const PACE = { points: 30, perS: 600 } as const;
const AT_ONCE = 4;
/** Boards of one round; a server with more looks at the others in the next. */
const MOST_BOARDS = 200;

export interface LinkChecks {
  /** Looks at all that is due now. @returns when that is done. */
  round(): Promise<void>;
  /** What is under way is waited for. */
  close(): Promise<void>;
}

type Parts = {
  db: Database;
  rooms: Pick<Rooms, 'onCommitted' | 'read' | 'change'>;
  clock: Clock;
  log: Logger;
  /** Origins of this server. */
  own: readonly string[];
  ground?: LinkGround | undefined;
};
type Due = Pick<PlainLink, 'id' | 'address' | 'asked'>;

export function createLinkChecks({ db, rooms, clock, log, own, ground }: Parts): LinkChecks {
  const pace = new RateLimiterMemory({ points: PACE.points, duration: PACE.perS });
  const places = fewAtATime(AT_ONCE);
  const underWay = new Map<string, Promise<void>>();
  let isOver = false;

  function look(roomId: string, due: readonly Due[]): void {
    for (const link of due) {
      const key = `${roomId}/${link.id}`;
      if (isOver || underWay.has(key)) continue;
      const work = places
        .take(() => lookAndTell(roomId, link))
        .catch((error: unknown) => {
          log.warn({ roomId, ...faultFacts(error) }, 'a link could not be looked at');
          return false;
        })
        .then(async (told) => {
          underWay.delete(key);
          // It may have become another address meanwhile.
          if (told && !isOver) look(roomId, await rooms.read(roomId, linksToLookAt));
        })
        .catch((error: unknown) => log.warn({ roomId, ...faultFacts(error) }, 'a link stays'));
      underWay.set(key, work);
    }
  }

  /** @returns whether something was told. */
  async function lookAndTell(roomId: string, { id, address, asked }: Due): Promise<boolean> {
    const [room] = await db
      .select({ sprintId: roomRows.sprintId })
      .from(roomRows)
      .where(and(eq(roomRows.id, roomId), isNull(roomRows.retiredAt)));
    if (isOver || !room || !(await isAllowed(room.sprintId))) return false;
    const seen = await lookAtLink(address, { own, ...(ground && { ground }) });
    const at = clock.now().getTime();
    await rooms.change([roomId], async ({ doc }) => {
      setLinkCheck(doc(roomId), id, { ...seen, address, asked, at });
    });
    return true;
  }

  async function isAllowed(sprintId: string): Promise<boolean> {
    try {
      await pace.consume(sprintId);
      return true;
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return false;
      throw thrown;
    }
  }

  async function round(): Promise<void> {
    const now = clock.now();
    const today = now.toISOString().slice(0, 10);
    const near = await db
      .select({ roomId: roomRows.id })
      .from(boards)
      .innerJoin(sprints, eq(sprints.id, boards.sprintId))
      .innerJoin(roomRows, and(eq(roomRows.boardId, boards.id), isNull(roomRows.retiredAt)))
      .where(
        and(
          eq(boards.kind, 'prototype'),
          gte(sprints.startsOn, addDays(today, -NEAR.until)),
          lte(sprints.startsOn, addDays(today, -NEAR.from)),
        ),
      )
      .limit(MOST_BOARDS);
    for (const { roomId } of near) {
      const links = await rooms.read(roomId, plainLinks).catch((): PlainLink[] => []);
      const isDue = ({ address, check }: PlainLink): boolean =>
        address !== '' && (check === null || check.at <= now.getTime() - AGAIN_MS);
      look(roomId, links.filter(isDue));
    }
    await Promise.all(underWay.values());
  }

  const stop = rooms.onCommitted((roomId, doc) => {
    if (boardKindOf(doc) === 'prototype') look(roomId, linksToLookAt(doc));
  });
  const timer = setInterval(() => {
    round().catch((error: unknown) => log.warn(faultFacts(error), 'links were not looked at'));
  }, ROUND_MS);
  timer.unref();

  return {
    round,
    async close() {
      isOver = true;
      stop();
      clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
}
