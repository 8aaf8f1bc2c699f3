/**
 * The stand-ins of every example sprint that somebody has open: one turn after the other at a human
 * pace, each from authority as it is then, so that a restart of the server changes nothing. Nobody
 * looking means nobody acting. A turn that fails is logged once and followed by longer pauses.
 */
import type { Logger } from 'pino';
import type { SprintId } from '#domain/ids';
import { isExampleId } from '#domain/sprint/example';
import { phaseKey } from '#domain/sprint/phase-key';
import type { Phase } from '#domain/sprint/phases';
import type { Clock } from '#server/clock';
import { faultFacts } from '#server/commands/database-refusal';
import { act } from '#server/example/act';
import { seededChance } from '#server/example/chance';
import { hideHands } from '#server/example/hands';
import { standInsOf, type ActingParts, type Moment } from '#server/example/moment';
import type { Authorities } from '#server/stage/authorities';
import type { Authority, Step } from '#server/stage/authority';
import type { Presence } from '#server/stage/presence';

/** In ms of people's time: before the first act of a phase, and between looks when there is nothing to do. */
const SETTLES_MS = 3_000;
const LOOKS_AGAIN_MS = 4_000;
/** In ms of the clock, whatever the pace: the least between two turns, and the pauses after a failure. */
const LEAST_MS = 10;
const FAILED_FIRST_MS = 2_000;
const FAILED_MOST_MS = 60_000;

export interface StandIns {
  /** How many sprints have stand-ins at work now. */
  readonly size: number;
  /** Ends all turns; resolves when the last one under way is done. */
  close(): Promise<void>;
}

type Parts = ActingParts & {
  authorities: Authorities;
  presence: Presence;
  clock: Clock;
  log: Logger;
  pace: number;
};

/** One sprint that somebody has open. All of it may be forgotten at any moment. */
type Run = {
  readonly sprintId: SprintId;
  timer: ReturnType<typeof setTimeout> | undefined;
  turn: Promise<void> | undefined;
  phaseKey: string;
  sinceMs: number;
  chance: () => number;
  touched: Set<string>;
  lastSeen: Map<string, string>;
  /** The wall on which their hands may be seen. */
  roomId: string | undefined;
  failures: number;
  isOver: boolean;
};

export function createStandIns(parts: Parts): StandIns {
  const { authorities, presence, clock, log, pace } = parts;
  const runs = new Map<SprintId, Run>();
  let closing = false;

  const isWatched = (sprintId: SprintId): boolean => presence.here(sprintId).size > 0;

  function begin(sprintId: SprintId): void {
    const run: Run = {
      ...{ sprintId, timer: undefined, turn: undefined, phaseKey: '', sinceMs: 0 },
      ...{ chance: Math.random, touched: new Set<string>(), lastSeen: new Map<string, string>() },
      ...{ roomId: undefined, failures: 0, isOver: false },
    };
    runs.set(sprintId, run);
    plan(run, SETTLES_MS / pace);
  }

  function end(run: Run): void {
    run.isOver = true;
    clearTimeout(run.timer);
    if (runs.get(run.sprintId) === run) runs.delete(run.sprintId);
  }

  function plan(run: Run, ms: number): void {
    clearTimeout(run.timer);
    if (run.isOver) return;
    run.timer = setTimeout(
      () => {
        run.turn = takeTurn(run).finally(() => (run.turn = undefined));
      },
      Math.max(LEAST_MS, ms),
    );
    run.timer.unref();
  }

  async function takeTurn(run: Run): Promise<void> {
    try {
      const authority = await authorities.of(run.sprintId);
      if (!isLiving(authority, clock.now()) || !isWatched(run.sprintId)) return end(run);
      const pause = await actIn(run, authority);
      run.failures = 0;
      plan(run, (pause ?? LOOKS_AGAIN_MS) / pace);
    } catch (error) {
      const { sprintId } = run;
      if (run.failures === 0 && !run.isOver) {
        log.warn({ sprintId, ...faultFacts(error) }, 'the stand-ins of an example failed');
      }
      run.failures += 1;
      plan(run, Math.min(FAILED_MOST_MS, FAILED_FIRST_MS * 2 ** (run.failures - 1)));
    }
  }

  async function actIn(run: Run, authority: Authority): Promise<number | null> {
    const step = authority.steps.find((one) => one.status === 'open');
    const cast = standInsOf(authority);
    if (!step || !cast) return null;
    enterPhase(run, authority, step);
    const moment: Moment = {
      ...{ parts, authority, ...cast, step, phase: step.phase as Phase, pace },
      ...{ chance: run.chance, touched: run.touched, lastSeen: run.lastSeen },
      watchedMs: (performance.now() - run.sinceMs) * pace,
      isOver: () => run.isOver || !isWatched(run.sprintId),
    };
    return act(moment);
  }

  /** Another phase: what was remembered of the one before is forgotten, and no hand stays on the wall. */
  function enterPhase(run: Run, authority: Authority, step: Step): void {
    const key = phaseKey(step);
    if (run.phaseKey === key) return;
    run.phaseKey = key;
    run.sinceMs = performance.now();
    run.chance = seededChance(`${run.sprintId} ${key}`);
    run.touched.clear();
    run.lastSeen.clear();
    const next = authority.rooms.find((one) => one.boardId && one.boardId === step.boardId)?.id;
    // On the next wall a hand may have stayed from before everybody left.
    for (const roomId of new Set([run.roomId, next])) {
      const cast = standInsOf(authority);
      if (roomId && cast) hideHands(parts.rooms, roomId, cast.standIns);
    }
    run.roomId = next;
  }

  const stops = [
    presence.onChanged((sprintId) => {
      if (closing || !isExampleId(sprintId)) return;
      const run = runs.get(sprintId);
      if (!isWatched(sprintId)) return run && end(run);
      if (!run) begin(sprintId);
    }),
    authorities.onChanged((sprintId, authority) => {
      const run = runs.get(sprintId);
      if (!run) return;
      if (!isLiving(authority, clock.now())) return end(run);
      const step = authority.steps.find((one) => one.status === 'open');
      if (!step || phaseKey(step) === run.phaseKey || run.phaseKey === '') return;
      enterPhase(run, authority, step);
      if (!run.turn) plan(run, SETTLES_MS / pace);
    }),
  ];

  return {
    get size() {
      return runs.size;
    },
    async close() {
      closing = true;
      for (const stop of stops) stop();
      const turns = [...runs.values()].map((run) => run.turn);
      for (const run of [...runs.values()]) end(run);
      await Promise.allSettled(turns);
    },
  };
}

function isLiving(authority: Authority | null, now: Date): authority is Authority {
  const until = authority?.sprint.exampleUntil;
  return until !== null && until !== undefined && until > now;
}
