/** What anonymous examples may store together and per address, with a visitor at work beside them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gt } from 'drizzle-orm';
import { addNotes } from '#document/boards/wall';
import { local } from '#document/origins';
import { roomName } from '#protocol/rooms';
import { SESSION_COOKIE } from '#server/auth/session';
import { sprints } from '#server/db/tables';
import { storedBytes } from '#server/rooms/sprint-usage';
import { startExamples } from '#tests/example/support/example-world';
import { BareClient, until } from '#tests/rooms/support/clients';
import { said, value, type PeopleWorld } from '#tests/support/people-world';

const ATTACKER = '203.0.113.7';
const BOUNDS = {
  exampleBytes: 600_000,
  examplesBytesPerAddress: 1_500_000,
  examplesBytes: 2_500_000,
};

let world: PeopleWorld;
const opened: BareClient[] = [];
beforeAll(async () => {
  world = await startExamples({ config: BOUNDS, roomLimits: { tickMs: 50 } });
});
afterAll(async () => {
  for (const client of opened) client.close();
  await world.close();
});

const start = async (address: string) =>
  world.app.examples.start(await world.visit(null, { address }));

/** A visitor on the wall of the open step, with a real socket. */
async function visitor(address: string): Promise<{ client: BareClient; sprintId: string }> {
  const { sprintId, signedIn } = value(await start(address));
  const authority = await world.app.authorities.of(sprintId);
  const open = authority?.steps.find(({ status }) => status === 'open');
  const room = authority?.rooms.find(({ boardId }) => boardId === open?.boardId);
  if (!room?.boardId) throw new Error('no board');
  const { boardId, lineage } = room;
  const name = roomName({ kind: 'board', sprintId, boardId, lineage });
  const cookie = `${SESSION_COOKIE}=${signedIn?.token ?? ''}`;
  const client = new BareClient(`${world.wsUrl}/sync/${name}?ack=1`, {
    ...{ cookie, origin: world.url },
  });
  opened.push(client);
  await client.open();
  await client.catchUp();
  client.answer();
  return { client, sprintId };
}

let made = 0;
function write(client: BareClient, count: number): void {
  const notes = Array.from({ length: count }, () => {
    const id = `n${(made += 1)}`;
    return { id, text: 'x'.repeat(1_900), at: [0, 0], color: 'yellow' } as const;
  });
  client.sync(
    2,
    client.change((doc) => addNotes(doc, notes, local)),
  );
}

async function storedInAll(): Promise<number[]> {
  const rows = await world.db
    .select({ bytes: storedBytes })
    .from(sprints)
    .where(gt(sprints.exampleUntil, world.clock.now()));
  return rows.map(({ bytes }) => bytes);
}

test('[X15] one address fills its share and no more; the next example is refused there and begins elsewhere', async () => {
  const victim = await visitor('198.51.100.20');
  const saved = async (): Promise<void> => {
    write(victim.client, 1);
    await until('it is saved', () => victim.client.acknowledged === victim.client.frames);
  };
  const [fresh = 0] = await storedInAll();
  expect(fresh).toBeLessThan(150_000);
  let begun = 0;
  for (; begun < 8; begun += 1) {
    const attacker = await visitor(ATTACKER).catch(() => undefined);
    if (!attacker) break;
    for (let frame = 0; frame < 8; frame += 1) write(attacker.client, 50);
    await attacker.client.settled();
    await saved();
  }
  const all = (await storedInAll()).reduce((sum, bytes) => sum + bytes, 0);
  expect(all).toBeLessThan(BOUNDS.examplesBytesPerAddress + 2 * fresh + 20_000);
  expect(all).toBeGreaterThan(BOUNDS.examplesBytesPerAddress / 2);
  expect(begun).toBeLessThan(8);
  expect(said(await start(ATTACKER))).toBe('example-full');
  await saved();
  expect(said(await start('198.51.100.21'))).toBe('ok');
}, 60_000);

test('[X15] all together have a total: what is beyond it is not stored, and no example begins', async () => {
  for (let n = 1; n <= 6; n += 1) {
    const another = await visitor(`203.0.113.${150 + n}`).catch(() => undefined);
    if (!another) break;
    for (let frame = 0; frame < 8; frame += 1) write(another.client, 50);
    await another.client.settled();
  }
  const all = (await storedInAll()).reduce((sum, bytes) => sum + bytes, 0);
  expect(all).toBeLessThan(BOUNDS.examplesBytes + 200_000);
  await until('none begins', async () => said(await start('192.0.2.9')) === 'example-full');
}, 60_000);
