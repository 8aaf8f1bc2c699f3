/**
 * The reveals that count down now. Each is carried out when its deadline has passed by the server's clock and
 * every page that counts has said that it sent what was typed, or a grace later. What is kept here may be
 * forgotten at any moment: the deadline stands in the table, and a server that starts counts down anew
 * what the one before it left, so that pages have the time to come back and send.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { MemberId, SprintId } from '#domain/ids';
import { RefusedError } from '#domain/refusal';
import { phaseKey } from '#domain/sprint/phase-key';
import { revealIsDue } from '#domain/sprint/reveal';
import { writes } from '#domain/sprint/roles';
import type { Backplane } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';
import { faultFacts } from '#server/commands/database-refusal';
import { callOffOf, countingStep, revealOf } from '#server/commands/boards/reveal';
import { raiseVersion, type Commands } from '#server/commands/runner';
import type { Database } from '#server/db/database';
import { steps } from '#server/db/tables';
import type { Authorities } from '#server/stage/authorities';
import type { Authority } from '#server/stage/authority';

/** How often the clock is looked at: it may be turned, and a timer may sleep. */
const LOOK_MS = 50;
/** Pause after a reveal that failed: the database is away. */
const RETRY_MS = 1_000;

export interface Reveals {
  /** Counts down anew what a server that died had begun. Before anybody is let in. */
  takeUp(): Promise<void>;
  close(): void;
}

type Parts = {
  db: Database;
  commands: Pick<Commands, 'actAlone'>;
  authorities: Pick<Authorities, 'onChanged'>;
  backplane: Pick<Backplane, 'publish'>;
  /** How many pages of these members have not yet said that they sent everything in this phase. */
  awaitedPages: (sprintId: SprintId, members: ReadonlySet<MemberId>, key: string) => number;
  clock: Clock;
  log: Logger;
  revealCountdownMs: number;
};

/** One sprint in which a reveal counts down. */
type Count = {
  step: NonNullable<ReturnType<typeof countingStep>>;
  writers: ReadonlySet<MemberId>;
  timer: ReturnType<typeof setTimeout> | undefined;
};

export function createReveals(parts: Parts): Reveals {
  const { db, commands, authorities, backplane, awaitedPages, clock, log } = parts;
  const counts = new Map<SprintId, Count>();
  /** What the server before this one began has its new deadline; until then nothing is carried out. */
  let takenUp = false;

  function plan(sprintId: SprintId, count: Count, ms: number): void {
    clearTimeout(count.timer);
    if (counts.get(sprintId) !== count) return;
    count.timer = setTimeout(() => void look(sprintId, count), ms);
    count.timer.unref();
  }

  async function look(sprintId: SprintId, count: Count): Promise<void> {
    const { step, writers } = count;
    const now = clock.now().getTime();
    const awaited = awaitedPages(sprintId, writers, phaseKey(step));
    const due = revealIsDue(step.revealAt.getTime(), { now, awaited });
    if (!due || !takenUp) return plan(sprintId, count, LOOK_MS);
    try {
      await carryOut(sprintId, step);
      // Done, or called off in the last moment: what authority says now has ended this count.
      if (counts.get(sprintId) === count) counts.delete(sprintId);
    } catch (error) {
      log.error({ sprintId, ...faultFacts(error) }, 'a reveal could not be carried out');
      plan(sprintId, count, RETRY_MS);
    }
  }

  /** What was written while it counted down may be more than there is space for; trying again would go on for ever. */
  async function carryOut(sprintId: SprintId, step: Count['step']): Promise<void> {
    try {
      await commands.actAlone(sprintId, revealOf(step));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      log.warn({ sprintId, code: error.refusal.code }, 'a reveal was refused and called off');
      await commands.actAlone(sprintId, callOffOf(step));
    }
  }

  function follow(sprintId: SprintId, authority: Authority | null): void {
    const before = counts.get(sprintId);
    const step = authority && countingStep(authority);
    if (!step) {
      clearTimeout(before?.timer);
      counts.delete(sprintId);
      return;
    }
    const isSame =
      before?.step.id === step.id && before.step.revealAt.getTime() === step.revealAt.getTime();
    const writers = new Set(authority.members.filter(writes).map(({ id }) => id));
    if (isSame) {
      before.writers = writers;
      return;
    }
    clearTimeout(before?.timer);
    const count: Count = { step, writers, timer: undefined };
    counts.set(sprintId, count);
    plan(sprintId, count, LOOK_MS);
  }

  /** @returns the sprints in which a reveal counted down when the server before this one ended. */
  async function countAnew(): Promise<{ sprintId: SprintId }[]> {
    const revealAt = new Date(clock.now().getTime() + parts.revealCountdownMs);
    return db.transaction(async (tx) => {
      const begun = await tx
        .update(steps)
        .set({ revealAt })
        .where(and(isNotNull(steps.revealAt), eq(steps.status, 'open')))
        .returning({ sprintId: steps.sprintId });
      for (const { sprintId } of begun) await raiseVersion(tx, sprintId);
      return begun;
    });
  }

  const stop = authorities.onChanged(follow);

  return {
    async takeUp() {
      try {
        const begun = await countAnew();
        for (const { sprintId } of begun) {
          backplane.publish({ kind: 'authority-changed', sprintId });
        }
      } finally {
        takenUp = true;
      }
    },
    close() {
      stop();
      for (const { timer } of counts.values()) clearTimeout(timer);
      counts.clear();
    },
  };
}
