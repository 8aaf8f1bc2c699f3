/**
 * The parts on which worlds stand: one database with the real rooms and commands, without http.
 * `sprint-world.ts` puts sprints with people on it; several may share one ground.
 */
import { pino } from 'pino';
import { inProcessBackplane } from '#server/backplane/in-process';
import type { Signal } from '#server/backplane/backplane';
import { createCommands, type Commands } from '#server/commands/runner';
import type { Database } from '#server/db/database';
import { systemRandom } from '#server/random';
import { createRooms } from '#server/rooms/room-registry';
import type { Rooms } from '#server/rooms/rooms';
import { createAuthorities, type Authorities } from '#server/stage/authorities';
import { createPileCounts } from '#server/stage/pile-counts';
import { createPresence, type Presence } from '#server/stage/presence';
import { createStages, type Stages } from '#server/stage/stages';
import { freshDatabase } from '#tests/support/fresh-database';
import { turnableClock, type TurnableClock } from '#tests/support/turnable-clock';
import { doorKeys } from '#tests/support/door-keys';

/** The parts that several worlds share. */
export type Ground = {
  db: Database;
  commands: Commands;
  authorities: Authorities;
  rooms: Rooms;
  stages: Stages;
  clock: TurnableClock;
  signals: Signal[];
  /** Everything that was logged, as JSON lines. */
  logged: string[];
  close(): Promise<void>;
};

/** Ground of its own, whose presence a test may change by hand. */
export type BareGround = Ground & { presence: Presence };

export async function makeGround({ points = 10_000 } = {}): Promise<BareGround> {
  const database = await freshDatabase({ connections: 12 });
  const { db } = database;
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  const backplane = inProcessBackplane();
  const signals: Signal[] = [];
  backplane.subscribe((signal) => void signals.push(signal));
  const clock = turnableClock();
  const rooms = createRooms({ db, log });
  const authorities = createAuthorities({ db, backplane, log, doorKeys });
  const presence = createPresence();
  const pileCounts = createPileCounts({ rooms, log });
  const commands = createCommands({
    ...{ db, rooms, backplane, authorities, clock, log, doorKeys, random: systemRandom },
    pace: { points, perS: 10 },
    revealCountdownMs: 0,
    presentIn: presence.here,
    roomsChanged: pileCounts.countAgain,
  });
  const stages = createStages({ db, authorities, presence, pileCounts, rooms, clock });
  return {
    ...{ db, commands, authorities, rooms, stages, presence, clock, signals, logged },
    async close() {
      await rooms.close();
      pileCounts.close();
      authorities.close();
      await database.close();
    },
  };
}
