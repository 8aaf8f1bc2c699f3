/**
 * The cache of Authority per sprint, from which stages are composed and rooms are admitted. Read
 * again at each 'authority-changed', and after 'dots-changed' when somebody asks: the dots alone. One
 * reading per sprint at a time, and a change that arrives during a reading is followed by another one, so
 * that what is kept is never older than the last signal. A reading that failed after a signal is tried again by itself, because who was removed has
 * to go. What nobody asked for in a while is forgotten. Never written by hand.
 */
import type { Logger } from 'pino';
import type { SprintId } from '#domain/ids';
import type { DoorKeys } from '#server/store/door-keys';
import type { Backplane } from '#server/backplane/backplane';
import type { Database } from '#server/db/database';
import { readAuthority, readOpenDots } from '#server/stage/authority-store';
import type { Authority, Door } from '#server/stage/authority';
import { withHeat, type HeatTold } from '#server/stage/told-heat';

export type AuthorityListener = (sprintId: SprintId, authority: Authority | null) => void;

export interface Authorities {
  /** The newest known; waits for a reading that is under way. Null: no such sprint. Throws when the database is away. */
  of(sprintId: SprintId): Promise<Authority | null>;
  /** What is kept, whatever happened since; its dots may be older than the rest. Reads nothing. */
  known(sprintId: SprintId): Authority | undefined;
  /** Reads again; everybody who listens is told before this resolves. */
  refresh(sprintId: SprintId): Promise<Authority | null>;
  /** Told after each reading, in the same tick in which the cache changed. @returns a function that ends it. */
  onChanged(listener: AuthorityListener): () => void;
  /** How many sprints are kept now. */
  readonly size: number;
  close(): void;
}

export type AuthorityTimes = {
  /** Unused for so long, a sprint is forgotten. */
  keptMs: number;
  /** How often that is looked at. */
  sweepMs: number;
  /** Pause before a reading that a signal asked for, and that failed, is tried again. */
  retryMs: number;
};

const usualTimes: AuthorityTimes = { keptMs: 10 * 60_000, sweepMs: 60_000, retryMs: 1_000 };

/** What of a sprint has to be read before it is used again. */
type Staleness = 'nothing' | 'dots' | 'everything';

type Entry = {
  authority: Authority | null | undefined;
  reading: Promise<Authority | null> | undefined;
  stale: Staleness;
  readonly heat: HeatTold;
  usedMs: number;
};

export function createAuthorities({
  db,
  backplane,
  log,
  doorKeys,
  times: otherTimes,
}: {
  db: Database;
  backplane: Backplane;
  log: Logger;
  doorKeys: DoorKeys;
  times?: Partial<AuthorityTimes>;
}): Authorities {
  const times = { ...usualTimes, ...otherTimes };
  const entries = new Map<SprintId, Entry>();
  const listeners = new Set<AuthorityListener>();
  const retries = new Map<SprintId, ReturnType<typeof setTimeout>>();

  function entryOf(sprintId: SprintId): Entry {
    const entry = entries.get(sprintId) ?? {
      ...{ authority: undefined, reading: undefined, stale: 'everything' as const },
      heat: new Map(),
      usedMs: 0,
    };
    entries.set(sprintId, entry);
    entry.usedMs = performance.now();
    return entry;
  }

  async function readWhole(sprintId: SprintId): Promise<Authority | null> {
    const read = await readAuthority(db, sprintId);
    return read && { ...read, door: openDoor(read, doorKeys) };
  }

  /** @returns undefined when more than dots has changed since the rest was read. */
  async function readDots(sprintId: SprintId, before: Authority): Promise<Authority | undefined> {
    const { version, dots } = await readOpenDots(db, sprintId);
    if (version !== before.sprint.version) return undefined;
    const open = new Set(
      before.rounds.flatMap(({ id, status }) => (status === 'open' ? [id] : [])),
    );
    const closed = before.dots.filter(({ roundId }) => !open.has(roundId));
    return { ...before, dots: [...closed, ...dots] };
  }

  /** Everybody who listens is told, unless dots were all that was new. */
  async function readUntilFresh(sprintId: SprintId, entry: Entry): Promise<Authority | null> {
    let dotsAlone = true;
    try {
      let { authority } = entry;
      while (entry.stale !== 'nothing') {
        const { stale } = entry;
        entry.stale = 'nothing';
        const withDots = stale === 'dots' && authority && (await readDots(sprintId, authority));
        if (!withDots) dotsAlone = false;
        const read = withDots || (await readWhole(sprintId));
        authority = read && withHeat(read, entry.heat);
      }
      entry.authority = authority ?? null;
      if (!authority) entries.delete(sprintId);
    } catch (error) {
      // What was known stays known; the next question reads again.
      entry.stale = 'everything';
      throw error;
    } finally {
      entry.reading = undefined;
    }
    if (!dotsAlone) for (const listener of [...listeners]) listener(sprintId, entry.authority);
    return entry.authority;
  }

  function refresh(sprintId: SprintId): Promise<Authority | null> {
    const entry = entryOf(sprintId);
    entry.stale = 'everything';
    return (entry.reading ??= readUntilFresh(sprintId, entry));
  }

  function refreshAtLast(sprintId: SprintId, tried = 0): void {
    clearTimeout(retries.get(sprintId));
    retries.delete(sprintId);
    refresh(sprintId).catch((error: unknown) => {
      if (tried === 0) log.error({ err: error, sprintId }, 'authority could not be read again');
      const retry = setTimeout(() => refreshAtLast(sprintId, tried + 1), times.retryMs);
      retries.set(sprintId, retry.unref());
    });
  }

  const unsubscribe = backplane.subscribe((signal) => {
    if (signal.kind === 'dots-changed') {
      const entry = entries.get(signal.sprintId);
      if (entry?.stale === 'nothing') entry.stale = 'dots';
      return;
    }
    if (signal.kind !== 'authority-changed' && signal.kind !== 'sprint-deleted') return;
    refreshAtLast(signal.sprintId);
  });

  const sweeping = setInterval(() => {
    const nowMs = performance.now();
    for (const [sprintId, { reading, usedMs }] of entries) {
      if (!reading && nowMs - usedMs >= times.keptMs) entries.delete(sprintId);
    }
  }, times.sweepMs);
  sweeping.unref();

  return {
    of(sprintId) {
      const entry = entryOf(sprintId);
      if (entry.reading) return entry.reading;
      if (entry.authority !== undefined && entry.stale === 'nothing') {
        return Promise.resolve(entry.authority);
      }
      return (entry.reading = readUntilFresh(sprintId, entry));
    },
    known: (sprintId) => entries.get(sprintId)?.authority ?? undefined,
    refresh,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get size() {
      return entries.size;
    },
    close() {
      unsubscribe();
      clearInterval(sweeping);
      for (const retry of retries.values()) clearTimeout(retry);
      retries.clear();
      listeners.clear();
      entries.clear();
    },
  };
}

/** One that cannot be opened is left out: the facilitator makes another. */
function openDoor({ sprint, joinLinks }: Authority, keys: DoorKeys): Door {
  const tokens = joinLinks.flatMap(({ id, tokenSealed }) => {
    const token = keys.open('link', id, tokenSealed);
    return token === null ? [] : [[id, token] as const];
  });
  return { code: keys.open('code', sprint.id, sprint.codeSealed), tokens: new Map(tokens) };
}
