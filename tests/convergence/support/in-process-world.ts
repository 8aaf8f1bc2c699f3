/**
 * The rooms without a network: real rooms on a real PostgreSQL, providers on in-process lines, and
 * a database that now and then fails before a commit, or after it without saying so.
 */
import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { boards, members, roomUpdates, sprints } from '#server/db/tables';
import { createLog } from '#server/log';
import { createRooms } from '#server/rooms/room-registry';
import type { Access, Rooms } from '#server/rooms/rooms';
import { createRoomLog, type RoomLog } from '#server/store/room-log';
import { makeSeededRoom } from '#server/store/seeded-rooms';
import { dice } from '#tests/convergence/support/seeded';
import { DuplexSocket } from '#tests/convergence/support/duplex';
import type { World } from '#tests/convergence/support/simulation';
import { sharedSeed } from '#tests/rooms/support/shared-text';
import type { FreshDatabase } from '#tests/support/fresh-database';
import { doorKeys } from '#tests/support/door-keys';
import { codeColumns } from '#server/store/door-secrets';

const limits = { retryFirstMs: 1, retryLongestMs: 4, closeMs: 2_000, framesAtOnce: 100_000 };

export async function inProcessWorld(
  { db }: FreshDatabase,
  seed: number,
  people: number,
): Promise<World & { close(): Promise<void> }> {
  const sprintId = nanoid();
  const memberIds = Array.from({ length: people }, () => nanoid());
  const room = await db.transaction(async (tx) => {
    await tx.insert(sprints).values({
      ...{ id: sprintId, name: `seed ${seed}`, language: 'nl', template: 'five-day' },
      ...{ startsOn: '2030-01-07', deleteAfter: '2030-04-07' },
      ...codeColumns(doorKeys, sprintId, nanoid()),
    });
    await tx
      .insert(members)
      .values(memberIds.map((id) => ({ id, sprintId, name: id, role: 'deelnemer' })));
    const boardId = nanoid();
    await tx.insert(boards).values({ id: boardId, sprintId, wall: 'proef' });
    const owner = { kind: 'wall', sprintId, boardId } as const;
    const made = await makeSeededRoom(tx, owner, { newId: () => nanoid() });
    const first = { update: sharedSeed('wall') };
    await tx.update(roomUpdates).set(first).where(eq(roomUpdates.roomId, made.id));
    return made;
  });
  const writing = (memberId: string): Access => {
    const writer = { memberId, name: '', authorsShown: false, authorEdits: false };
    return { kind: 'write', cursorsHidden: false, writer };
  };
  const access = memberIds.map(writing);
  const roomLog = createRoomLog(db);
  const chance = dice(seed ^ 0x5eed);
  let dies = (): void => undefined;
  let rooms: Rooms;
  const lines = new Set<DuplexSocket>();

  function start(): void {
    let isDead = false;
    dies = () => (isDead = true);
    const disturbed: RoomLog = {
      ...roomLog,
      async append(on, ...row) {
        if (isDead || chance.oneIn(25)) throw new Error('the line broke before the commit');
        await roomLog.append(on, ...row);
        // A command's rows are in its own transaction: there only the command can fail.
        if (on === db && chance.oneIn(25)) throw new Error('the line broke after the commit');
      },
    };
    rooms = createRooms({ db, log: createLog('silent'), roomLog: disturbed, limits });
  }
  start();

  return {
    dial(person) {
      const line = new DuplexSocket((socket) => {
        const entrant = {
          sessionId: `s${person}`,
          personId: `p${person}`,
          memberId: memberIds[person] ?? '',
          name: '',
          color: 0,
        };
        void rooms.connect(socket, room, entrant, { ack: true, access: access[person] as Access });
      });
      lines.add(line);
      return line;
    },
    async setAccess(person, kind) {
      const mayWrite = kind === 'write';
      access[person] = mayWrite
        ? writing(memberIds[person] ?? '')
        : { kind: 'read', cursorsHidden: false };
      rooms.reconsider(sprintId, (_, memberId) => access[memberIds.indexOf(memberId)] as Access);
    },
    change: (work) => rooms.change([room.id], async ({ doc }) => work(doc(room.id))),
    async restart() {
      await rooms.close();
      start();
    },
    async crash() {
      const dead = rooms;
      dies();
      for (const line of lines) line.cut();
      lines.clear();
      start();
      await dead.close();
    },
    live: () => rooms.read(room.id, (doc) => copyOf([Y.encodeStateAsUpdate(doc)])),
    async stored() {
      const { updates } = await roomLog.load(room.id);
      return copyOf(updates.map(({ update }) => update));
    },
    close: () => rooms.close(),
  };
}

export function copyOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
