/**
 * Runs a command: parse, who is it, lock the sprint, read its authority in the transaction, who may,
 * whether, do, raise the version, commit, tell everybody. The only writer of authority. A rule that
 * says no is an answer; a world that fails is a CommandFault with an id that the log has too.
 */
import { eq, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { SprintId } from '#domain/ids';
import { ensure, RefusedError } from '#domain/refusal';
import { mayCommand, type CommandKind } from '#domain/sprint/permissions';
import type { Command, CommandAnswer, CommandOf, ResultOf } from '#protocol/commands';
import type { DoorKeys } from '#server/store/door-keys';
import type { Session } from '#server/auth/session';
import type { Backplane, Signal } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';
import { actOf } from '#server/commands/act-of';
import type { Asked, Handler, OwnAct } from '#server/commands/command';
import { CommandFault } from '#server/commands/command-fault';
import { faultFacts, isWorthAnotherTry, refusalOfRace } from '#server/commands/database-refusal';
import {
  haveMoved,
  roomsToHold,
  unreadableCode,
  type WantedRooms,
} from '#server/commands/held-rooms';
import { lockSprint } from '#server/commands/doors/lock-sprint';
import { createPace, type PaceLimit } from '#server/commands/pace';
import { parseCommand } from '#server/commands/parse-command';
import { handlerOf } from '#server/commands/registry';
import type { Database, Transaction } from '#server/db/database';
import { acts } from '#server/db/facilitation-tables';
import { sprints } from '#server/db/tables';
import type { Random } from '#server/random';
import { UnreadableRoomError, type ChangeScope, type Rooms } from '#server/rooms/rooms';
import { loadAuthority } from '#server/stage/authority-store';
import type { Authorities } from '#server/stage/authorities';
import type { Authority } from '#server/stage/authority';
import { requireMember } from '#server/stage/reader';

/** Deadlocks, and rooms that were added between looking and holding them. */
const TRIES = 4;

/** More rooms are needed than are held: somebody came in meanwhile. */
class RoomsMoved extends Error {
  override readonly name = 'RoomsMoved';
}

export interface Commands {
  /**
   * @param input one command as it was posted; anything.
   * @returns the answer; by the time it is there, a stage asked of this node shows the change.
   * Throws CommandFault.
   */
  run(session: Session | null, sprintId: SprintId, input: unknown): Promise<CommandAnswer>;
  /**
   * What the server does by itself, in the same way and under the same lock as a command.
   * @returns whether it was done: false when its moment had passed. Rejects as the database does.
   */
  actAlone(sprintId: SprintId, act: OwnAct): Promise<boolean>;
}

type Parts = {
  db: Database;
  rooms: Rooms;
  backplane: Backplane;
  authorities: Authorities;
  doorKeys: DoorKeys;
  clock: Clock;
  random: Random;
  log: Logger;
  pace?: PaceLimit;
  /** How long a reveal counts down; 0: it is carried out by its command. */
  revealCountdownMs: number;
  /** Who is here now; nobody where it is left out. */
  presentIn?: (sprintId: SprintId) => ReadonlySet<string>;
  /** Told which documents a command held and may have changed, once its authority is known. */
  roomsChanged?: (roomIds: readonly string[]) => void;
};

type Scope = ChangeScope & { wanted: WantedRooms };
type Done = { result: ResultOf<CommandKind>; signals: Signal[] };

export function createCommands(parts: Parts): Commands {
  const { db, rooms, backplane, authorities, clock, random, log, revealCountdownMs } = parts;
  const keepPace = createPace(parts.pace);
  const keepSparing = createPace({ points: 1, perS: 20 });
  /** Commands that were counted: a transaction that is tried again is still one act. */
  const counted = new WeakSet<Command>();

  async function sparingly(command: Command, key: string): Promise<void> {
    if (counted.has(command)) return;
    await keepSparing(key);
    counted.add(command);
  }

  async function ask<K extends CommandKind>(
    from: Database | Transaction,
    session: Session,
    sprintId: SprintId,
    command: CommandOf<K>,
    kept?: Authority,
  ): Promise<Asked<K>> {
    const authority = kept ?? (await loadAuthority(from, sprintId));
    if (!authority) throw new RefusedError('no-such-sprint');
    const me = await requireMember(from, authority, session);
    ensure(mayCommand(command.kind as K, me));
    const present = parts.presentIn?.(sprintId) ?? new Set<string>();
    return { command, authority, me, now: clock.now(), present, revealCountdownMs };
  }

  async function inTransaction<K extends CommandKind>(
    { wanted, ...scope }: Scope,
    handler: Handler<K>,
    session: Session,
    sprintId: SprintId,
    command: CommandOf<K>,
  ): Promise<Done> {
    const { tx } = scope;
    const version = await lockSprint(tx, sprintId, handler.lock ?? 'update');
    const known = handler.lock === 'share' ? authorities.known(sprintId) : undefined;
    // Every transaction that changes authority raises the version: with the same one it is the same authority.
    const kept = known?.sprint.version === version ? known : undefined;
    const asked = await ask(tx, session, sprintId, command, kept);
    ensure(handler.whether(asked));
    if (haveMoved(wanted, handler, asked)) throw new RoomsMoved();
    const signals: Signal[] = [];
    const result = await handler.do({
      ...asked,
      ...scope,
      sessionId: session.id,
      newId: random.newId,
      newSecret: random.newSecret,
      doorKeys: parts.doorKeys,
      random: random.next,
      sparingly: (key) => sparingly(command, `${sprintId}/${key}`),
      signal: (signal) => void signals.push(signal),
    });
    const act = actOf(asked);
    if (act) await tx.insert(acts).values({ id: random.newId(), ...act });
    if (!handler.movesDots) await raiseVersion(tx, sprintId);
    return { result, signals };
  }

  async function settle(sprintId: SprintId, signals: readonly Signal[]): Promise<void> {
    for (const signal of signals) backplane.publish(signal);
    backplane.publish({ kind: 'authority-changed', sprintId });
    try {
      await authorities.of(sprintId);
    } catch (error) {
      // Committed all the same: the next reading shows it.
      log.error({ sprintId, ...faultFacts(error) }, 'authority could not be read after a command');
    }
  }

  async function attempt<K extends CommandKind>(
    session: Session,
    sprintId: SprintId,
    command: CommandOf<K>,
  ): Promise<ResultOf<CommandKind>> {
    const handler = handlerOf(command.kind as K);
    if (!handler.rooms && !handler.keeps) {
      const done = await db.transaction((tx) =>
        inTransaction({ tx, ...noDocuments }, handler, session, sprintId, command),
      );
      if (handler.movesDots) backplane.publish({ kind: 'dots-changed', sprintId });
      else await settle(sprintId, done.signals);
      return done.result;
    }
    // Asked before any room is held, so that a refused command disturbs nobody's writing.
    const first = await ask(db, session, sprintId, command);
    ensure(handler.whether(first));
    const wanted = roomsToHold(handler, first);
    const { all, optional } = wanted;
    const settled = async ({ signals }: Done): Promise<void> => {
      await settle(sprintId, signals);
      parts.roomsChanged?.(all);
    };
    try {
      const done = await rooms.change(
        all,
        (scope) => inTransaction({ ...scope, wanted }, handler, session, sprintId, command),
        { settled, optional },
      );
      return done.result;
    } catch (error) {
      if (!(error instanceof UnreadableRoomError)) throw error;
      throw new RefusedError(unreadableCode(error, first.authority));
    }
  }

  async function attemptAlone(sprintId: SprintId, act: OwnAct): Promise<boolean> {
    const first = await loadAuthority(db, sprintId);
    if (!first || !act.isDue({ authority: first, now: clock.now() })) return false;
    const wanted = roomsToHold(act, { authority: first });
    return rooms.change(
      wanted.all,
      async ({ tx, doc, holds, attempt: attemptOn }) => {
        await lockSprint(tx, sprintId, 'update');
        const authority = await loadAuthority(tx, sprintId);
        const now = clock.now();
        if (!authority || !act.isDue({ authority, now })) return false;
        if (haveMoved(wanted, act, { authority })) throw new RoomsMoved();
        const scene = { authority, now, tx, doc, holds, attempt: attemptOn };
        await act.do({ ...scene, newId: random.newId, random: random.next });
        await raiseVersion(tx, sprintId);
        return true;
      },
      {
        optional: wanted.optional,
        settled: async (done) => {
          if (done) await settle(sprintId, []);
          if (done) parts.roomsChanged?.(wanted.all);
        },
      },
    );
  }

  async function untilSettled<T>(attemptOnce: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await attemptOnce();
      } catch (error) {
        const again = error instanceof RoomsMoved || isWorthAnotherTry(error);
        if (!again || tried === TRIES) throw error;
      }
    }
  }

  return {
    async run(session, sprintId, input) {
      try {
        if (!session) throw new RefusedError('not-signed-in');
        await keepPace(`${sprintId}/${session.personId}`);
        const parsed = parseCommand(input);
        if ('refusal' in parsed) return { ok: false, refusal: parsed.refusal };
        const { command } = parsed;
        const result = await untilSettled(() => attempt(session, sprintId, command));
        return { ok: true, result };
      } catch (error) {
        if (error instanceof RefusedError) return { ok: false, refusal: error.refusal };
        const code = refusalOfRace(error);
        if (code) return { ok: false, refusal: { code } };
        const id = random.newId();
        log.error({ faultId: id, sprintId, ...faultFacts(error) }, 'a command failed');
        // The line may have broken after the commit: whatever is true now, everybody reads it again.
        backplane.publish({ kind: 'authority-changed', sprintId });
        throw new CommandFault(id);
      }
    },
    actAlone: (sprintId, act) => untilSettled(() => attemptAlone(sprintId, act)),
  };
}

const noDocuments: Omit<Scope, 'tx'> = {
  doc: () => {
    throw new Error('this command named no rooms to hold');
  },
  holds: () => false,
  attempt: () => undefined,
  rehearse: () => undefined,
  strokesUnderWay: () => [],
  wanted: { all: [], optional: [] },
};

/** Last in a transaction, so that commands that run side by side wait for each other only here. */
export async function raiseVersion(tx: Transaction, sprintId: SprintId): Promise<void> {
  await tx
    .update(sprints)
    .set({ version: sql`${sprints.version} + 1` })
    .where(eq(sprints.id, sprintId));
}
