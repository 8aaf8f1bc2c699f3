import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connectDatabase } from '#server/db/open';
import { roomUpdates, sprints } from '#server/db/tables';
import type { RoomLog } from '#server/store/room-log';
import { cuttableLine, type CuttableLine } from '#tests/faults/cuttable-line';
import { until } from '#tests/rooms/support/clients';
import type { RoomsServer } from '#tests/rooms/support/rooms-server';
import { atEnd, bare, caughtUp, roomsServer, sharedDatabase } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';
import { sharedText } from '#tests/rooms/support/shared-text';

const limits = { retryFirstMs: 10, retryLongestMs: 40, attemptMs: 500, closeMs: 300 };

async function onCuttableLine(): Promise<{
  server: RoomsServer;
  line: CuttableLine;
  log: WatchedLog;
}> {
  const line = await cuttableLine((await sharedDatabase()).url);
  atEnd(() => line.close());
  const database = connectDatabase(line.url, { connections: 3 });
  atEnd(() => database.sql.end({ timeout: 0 }));
  const log = new WatchedLog();
  const server = await roomsServer({ roomsDb: database.db, limits, wrapLog: log.wrap });
  return { server, line, log };
}

async function logged({ db, board }: RoomsServer): Promise<{ rows: number; text: string }> {
  const rows = await db
    .select({ seq: roomUpdates.seq, update: roomUpdates.update })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, board.id))
    .orderBy(asc(roomUpdates.seq));
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, update);
  return { rows: rows.length, text: sharedText(doc).toString() };
}

test('[S11] with the database away nothing is called saved and nobody is closed; when it is back all is saved', async () => {
  const { server, line, log } = await onCuttableLine();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  await until('answers count', () => anna.acknowledged + bram.acknowledged === 2);
  for (let time = 1; time <= 2; time++) {
    const before = anna.text;
    line.cut(time === 1 ? 'refused' : 'dropped');
    const { attempts } = log;
    for (const letter of `weg${time} `) anna.sync(2, anna.type(letter));
    await until('the room tried several times', () => log.attempts >= attempts + 3);
    await anna.settled();
    await bram.settled();
    expect([anna.acknowledged, bram.text]).toEqual([
      anna.frames - 5,
      before.slice(0, 5 * (time - 1)),
    ]);
    await line.mend();
    await until('all is acknowledged', () => anna.acknowledged === anna.frames);
  }
  await until('Bram has all', () => bram.text === 'weg1 weg2 ');
  expect([anna.closed, bram.closed]).toEqual([undefined, undefined]);
  expect((await logged(server)).text).toBe('weg1 weg2 ');
});

test('[S6] with the database away a room that is not in memory says: come back', async () => {
  const { server, line } = await onCuttableLine();
  const visitor = await server.enter('Anna');
  line.cut();
  expect(await (await bare(server, visitor)).ended()).toBe(4503);
  await line.mend();
  await (await bare(server, visitor)).next('step-1');
});

test.each(['before', 'after'] as const)(
  '[S13] a line that breaks %s the database got the commit neither loses nor doubles it',
  async (when) => {
    const { server, line } = await onCuttableLine();
    const anna = await caughtUp(server, await server.enter('Anna'));
    const broke = line.cutAt('insert into "room_updates"', when);
    anna.sync(2, anna.type('eenmaal'));
    await broke;
    expect(anna.acknowledged).toBe(1);
    await line.mend();
    await until('it is acknowledged', () => anna.acknowledged === 2);
    anna.sync(2, anna.type(' andermaal'));
    await until('it is acknowledged', () => anna.acknowledged === 3);
    expect(await logged(server)).toEqual({ rows: 3, text: 'eenmaal andermaal' });
  },
);

test.each(['before', 'after'] as const)(
  '[S35] a command whose line breaks %s the commit is done whole or not at all, and says which',
  async (when) => {
    const { server, line } = await onCuttableLine();
    const anna = await caughtUp(server, await server.enter('Anna'));
    const { id } = server.board;
    void line.cutAt('commit', when).then(() => line.mend());
    const done = await server.rooms
      .change([id], async ({ tx, doc }) => {
        sharedText(doc(id)).insert(0, 'opdracht ');
        await tx.update(sprints).set({ name: 'Gedaan' }).where(eq(sprints.id, server.sprintId));
      })
      .then(
        () => true,
        () => false,
      );
    anna.sync(2, anna.type('verder'));
    await until('the room goes on', () => anna.acknowledged === 2);
    const [sprint] = await server.db.select().from(sprints).where(eq(sprints.id, server.sprintId));
    const { text } = await logged(server);
    expect(sprint?.name).toBe(when === 'after' ? 'Gedaan' : 'Proef');
    expect(text.includes('opdracht')).toBe(when === 'after');
    expect(await server.rooms.read(id, (doc) => sharedText(doc).toString())).toBe(text);
    await until('Anna has it too', () => anna.text === text);
    expect(done).toBe(when === 'after');
  },
);

test('[S90] a commit that succeeded while the loop was held counts as one: nobody looks it up', async () => {
  let [commits, lookups] = [0, 0];
  const wrapLog = (log: RoomLog): RoomLog => ({
    ...log,
    append: (...row) => {
      commits += 1;
      // Once the query is on its way: the answer comes, and nobody is there to read it.
      setImmediate(() => {
        const untilMs = performance.now() + 600;
        while (performance.now() < untilMs);
      });
      return log.append(...row);
    },
    since: (...from) => {
      lookups += 1;
      return log.since(...from);
    },
  });
  const server = await roomsServer({ wrapLog, limits: { ...limits, attemptMs: 150 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  await until('her answer counts', () => anna.acknowledged === 1);
  anna.sync(2, anna.type('hoi'));
  await until('it is acknowledged', () => anna.acknowledged === 2);
  expect([commits, lookups]).toEqual([1, 0]);
  expect((await logged(server)).text).toBe('hoi');
});
