/**
 * What a sprint has stored, all rooms and moments together, and how fast each member adds to it.
 * Read from the database when the first room of a sprint is loaded, counted on in memory, and read
 * again now and then. How fast somebody was is forgotten with the last room: a restart forgives.
 */
import { eq, sql, type SQL } from 'drizzle-orm';
import type { MemberId, SprintId } from '#domain/ids';
import type { SpaceOf } from '#protocol/rooms';
import type { Database } from '#server/db/database';
import { rooms, sprints } from '#server/db/tables';
import type { RoomLimits } from '#server/rooms/limits';

/** Space that many sprints share, in bytes. */
export type SharedSpace = { readonly of: SpaceOf; readonly used: number; readonly bound: number };

/** The anonymous examples share a total, and a part of it per address; see server/example. */
export type ExampleSpace = {
  /** Takes in what the database has, before the first room of an example is used. */
  read(): Promise<void>;
  spots(sprintId: SprintId): readonly SharedSpace[];
  took(sprintId: SprintId, bytes: number): void;
};

type Pace = { left: number; workLeft: number; filledMs: number; stored: number };

export class SprintUsage {
  readonly sprintId: SprintId;
  readonly #limits: RoomLimits;
  readonly #examples: ExampleSpace | undefined;
  readonly #paces = new Map<MemberId, Pace>();
  #stored: number;
  #readMs = performance.now();

  /** @param examples only for a sprint that is an example. */
  constructor(
    sprintId: SprintId,
    { stored, limits, examples }: { stored: number; limits: RoomLimits; examples?: ExampleSpace },
  ) {
    this.sprintId = sprintId;
    this.#stored = stored;
    this.#limits = limits;
    this.#examples = examples;
  }

  get stored(): number {
    return this.#stored;
  }

  get readMs(): number {
    return this.#readMs;
  }

  /** Read again from the database. */
  correct(stored: number): void {
    this.#stored = stored;
    this.#readMs = performance.now();
  }

  spots(): SharedSpace[] {
    const { sprintBytes, exampleBytes } = this.#limits;
    const { sprintId } = this;
    if (!this.#examples) return [{ of: 'sprint', used: this.#stored, bound: sprintBytes }];
    const own: SharedSpace = { of: 'example', used: this.#stored, bound: exampleBytes };
    return [own, ...this.#examples.spots(sprintId)];
  }

  /** What one member may store of the sprint since it was loaded. */
  shareOf(memberId: MemberId): SharedSpace {
    const { sprintBytes, memberShare } = this.#limits;
    const used = this.#paces.get(memberId)?.stored ?? 0;
    return { of: 'share', used, bound: sprintBytes * memberShare };
  }

  /** Whether this member stays within the bytes of a minute; one update may go past it, and is paid off. */
  mayGrow(memberId: MemberId, nowMs: number): boolean {
    return this.#paceOf(memberId, nowMs).left > 0;
  }

  /** The same of the work that updates of this member are; see judge/work.ts. */
  mayWork(memberId: MemberId, nowMs: number): boolean {
    return this.#paceOf(memberId, nowMs).workLeft > 0;
  }

  worked(work: number, memberId: MemberId): void {
    this.#paceOf(memberId, performance.now()).workLeft -= work;
  }

  /** @param memberId null: the server itself. */
  took(bytes: number, memberId: MemberId | null): void {
    this.#stored += bytes;
    this.#examples?.took(this.sprintId, bytes);
    if (memberId === null) return;
    const pace = this.#paceOf(memberId, performance.now());
    pace.left -= bytes;
    pace.stored += bytes;
  }

  #paceOf(memberId: MemberId, nowMs: number): Pace {
    const { growthAtOnce, growthPerMinute, workAtOnce, workPerMinute } = this.#limits;
    const pace = this.#paces.get(memberId) ?? {
      ...{ left: growthAtOnce, workLeft: workAtOnce, filledMs: nowMs, stored: 0 },
    };
    const minutes = (nowMs - pace.filledMs) / 60_000;
    pace.left = Math.min(growthAtOnce, pace.left + minutes * growthPerMinute);
    pace.workLeft = Math.min(workAtOnce, pace.workLeft + minutes * workPerMinute);
    pace.filledMs = nowMs;
    this.#paces.set(memberId, pace);
    return pace;
  }
}

type Parts = { db: Database; limits: RoomLimits; examples?: ExampleSpace };

export type SprintUsages = {
  /** Of the sprint of this room. Throws when the room is gone or the database is away. */
  of(roomId: string): Promise<SprintUsage>;
  /** Forgets the sprints that have no room in memory, and reads again what was read long ago. */
  tidy(living: ReadonlySet<SprintUsage>): void;
};

const READ_AGAIN_MS = 5 * 60_000;

export function createSprintUsages({ db, limits, examples }: Parts): SprintUsages {
  const known = new Map<SprintId, SprintUsage>();

  async function storedOf(sprintId: SprintId): Promise<number> {
    const [row] = await db
      .select({ stored: storedBytes })
      .from(sprints)
      .where(eq(sprints.id, sprintId));
    return row?.stored ?? 0;
  }

  return {
    async of(roomId) {
      const [row] = await db
        .select({ sprintId: rooms.sprintId, exampleUntil: sprints.exampleUntil })
        .from(rooms)
        .innerJoin(sprints, eq(sprints.id, rooms.sprintId))
        .where(eq(rooms.id, roomId));
      if (!row) throw new Error('the room is not there');
      const { sprintId, exampleUntil } = row;
      const there = known.get(sprintId);
      if (there) return there;
      const stored = await storedOf(sprintId);
      if (exampleUntil !== null) await examples?.read();
      // Another room of the sprint may have been loaded meanwhile.
      const usage =
        known.get(sprintId) ??
        new SprintUsage(sprintId, {
          ...{ stored, limits },
          ...(exampleUntil === null || !examples ? {} : { examples }),
        });
      known.set(sprintId, usage);
      return usage;
    },

    tidy(living) {
      const nowMs = performance.now();
      for (const [sprintId, usage] of known) {
        if (!living.has(usage)) known.delete(sprintId);
        else if (nowMs - usage.readMs > READ_AGAIN_MS) {
          usage.correct(usage.stored);
          // Away for now: what was counted stands until the next time.
          storedOf(sprintId).then(
            (stored) => usage.correct(stored),
            () => undefined,
          );
        }
      }
    },
  };
}

/**
 * Of a row of `sprints` in a query: the bytes of the logs of all its rooms and of the moments of all
 * its boards. A length is known without reading what it is the length of.
 */
export const storedBytes: SQL<number> = sql<number>`(
  (select coalesce(sum(octet_length(logged."update")), 0) from room_updates logged
    join rooms room on room.id = logged.room_id where room.sprint_id = sprints.id)
  + (select coalesce(sum(octet_length(moment.state)), 0) from board_snapshots moment
    where moment.sprint_id = sprints.id))`.mapWith(Number);
