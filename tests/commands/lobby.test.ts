/** Guests that are nobody: how fast they may come in by one link, and how they all go in one act. */
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SESSION_COOKIE } from '#server/auth/session';
import { members } from '#server/db/tables';
import type { Visit } from '#server/people/parts';
import { addPileNote } from '#document/boards/pile';
import { local } from '#document/origins';
import { roomName } from '#protocol/rooms';
import { BareClient, until } from '#tests/rooms/support/clients';
import { said, secretOf, startPeople, value, type PeopleWorld } from '#tests/support/people-world';

const ATTACKER = '203.0.113.7';
const CLASSROOM = '198.51.100.20';

let world: PeopleWorld;
let facilitator: Visit;
const opened: BareClient[] = [];
beforeAll(async () => {
  world = await startPeople();
  facilitator = await world.account('Fenna');
});
afterAll(async () => {
  for (const client of opened) client.close();
  await world.close();
});

async function linkInto(sprintId: string): Promise<string> {
  const made = await world.run<{ path: string }>(facilitator, sprintId, {
    kind: 'make-join-link',
    role: 'deelnemer',
    decider: false,
  });
  return secretOf(made.path);
}

/** Everybody at once, from one address. @returns what each was told. */
async function crowd(token: string, count: number, address: string): Promise<string[]> {
  const knocks = Array.from({ length: count }, async (_, index) =>
    said(
      await world.app.people.join(
        { token, name: `Gast ${index}` },
        await world.visit(null, { address }),
      ),
    ),
  );
  return Promise.all(knocks);
}

const roster = (sprintId: string) =>
  world.db
    .select({ name: members.name, id: members.id })
    .from(members)
    .where(and(eq(members.sprintId, sprintId), isNull(members.removedAt)));

/** Somebody who works in their own pile, with a real socket. */
async function atWork(sprintId: string, code: string, name: string) {
  const joined = value(await world.app.people.join({ code, name }, await world.visit()));
  const authority = await world.app.authorities.of(sprintId);
  const room = authority?.rooms.find(
    (one) => one.memberId === joined.memberId && one.kind === 'pile',
  );
  if (!room?.memberId) throw new Error('no private room');
  const { memberId, lineage } = room;
  const address = roomName({ kind: 'private', private: 'pile', sprintId, memberId, lineage });
  const cookie = `${SESSION_COOKIE}=${joined.signedIn?.token ?? ''}`;
  const client = new BareClient(`${world.wsUrl}/sync/${address}?ack=1`, {
    ...{ cookie, origin: world.url },
  });
  opened.push(client);
  await client.open();
  await client.catchUp();
  client.answer();
  let written = 0;
  const write = async (): Promise<void> => {
    const note = {
      id: `${name}${(written += 1)}`,
      wall: 'b',
      color: 'yellow',
      createdAt: 1,
    } as const;
    client.sync(
      2,
      client.change((doc) => addPileNote(doc, { ...note, text: 'werk' }, local)),
    );
    await until('it is acknowledged', () => client.acknowledged === client.frames);
  };
  return { memberId: joined.memberId, client, write };
}

test('[P24] 57 at once by one link are stopped at 25; a class of 20 behind another address comes in by the same link', async () => {
  const { sprintId, code } = await world.sprint(facilitator);
  const token = await linkInto(sprintId);
  const victim = await atWork(sprintId, code, 'Vera');
  const told = await crowd(token, 57, ATTACKER);
  await victim.write();
  expect(told.filter((one) => one === 'ok')).toHaveLength(25);
  expect(told.filter((one) => one === 'too-fast')).toHaveLength(32);
  expect((await crowd(token, 20, CLASSROOM)).every((one) => one === 'ok')).toBe(true);
  // Another sprint's door knows nothing of it.
  const other = await world.sprint(facilitator);
  expect(await crowd(await linkInto(other.sprintId), 3, ATTACKER)).toEqual(['ok', 'ok', 'ok']);
  await victim.write();
}, 60_000);

test('[P24] a link alone does not fill the room, from however many addresses', async () => {
  const few = await startPeople({ rateLimits: { joinPerKey: { points: 8, perS: 600 } } });
  try {
    const { code } = await few.sprint(await few.account('Fenna'));
    const knocks = Array.from({ length: 12 }, async (_, index) =>
      said(await few.app.people.join({ code, name: `Gast ${index}` }, await few.visit())),
    );
    const told = await Promise.all(knocks);
    expect(told.filter((one) => one === 'ok')).toHaveLength(8);
    expect(told.filter((one) => one === 'too-fast')).toHaveLength(4);
  } finally {
    await few.close();
  }
});

test('[P24] who was refused does not count, and who is in walks in again', async () => {
  const { sprintId, code } = await world.sprint(facilitator);
  const token = await linkInto(sprintId);
  await world.run(facilitator, sprintId, { kind: 'set-door', open: false });
  for (let times = 0; times < 2; times += 1) {
    const told = await crowd(token, 20, CLASSROOM);
    expect(told.every((one) => one === 'door-closed')).toBe(true);
  }
  await world.run(facilitator, sprintId, { kind: 'set-door', open: true });
  expect((await crowd(token, 25, CLASSROOM)).every((one) => one === 'ok')).toBe(true);
  const inside = await world.guest(code, 'Vera');
  const again = { ...inside, address: CLASSROOM };
  expect(said(await world.app.people.join({ token, name: 'Vera' }, again))).toBe('ok');
});

test('[C48] emptying the lobby removes who did nothing and shuts the door; who worked works on', async () => {
  const { sprintId, code } = await world.sprint(facilitator);
  const token = await linkInto(sprintId);
  const victim = await atWork(sprintId, code, 'Vera');
  await victim.write();
  const silent = await atWork(sprintId, code, 'Stil');
  const ready = await world.guest(code, 'Rik');
  const hand = await world.guest(code, 'Hanna');
  const scribe = await world.guest(code, 'Sam');
  await world.account('Ada').then((ada) => world.app.people.join({ code, name: 'Ada' }, ada));
  await world.run(hand, sprintId, { kind: 'set-hand', up: true });
  const { memberId } = scribe;
  await world.run(facilitator, sprintId, { kind: 'set-duties', memberId, duties: ['scribe'] });
  await world.db.update(members).set({ readyFor: 'x' }).where(eq(members.id, ready.memberId));
  await crowd(token, 20, ATTACKER);

  const { removed } = await world.run<{ removed: number }>(facilitator, sprintId, {
    kind: 'empty-lobby',
  });
  expect(removed).toBe(21);
  const names = (await roster(sprintId)).map(({ name }) => name).sort();
  expect(names).toEqual(['Ada', 'Fenna', 'Hanna', 'Rik', 'Sam', 'Vera']);
  expect(await silent.client.ended()).toBe(4403);
  await victim.write();
  expect(await crowd(token, 1, CLASSROOM)).toEqual(['door-closed']);
  const again = await world.run(facilitator, sprintId, { kind: 'empty-lobby' });
  expect(again).toEqual({ removed: 0 });
});
