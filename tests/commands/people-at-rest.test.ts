import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDoorKeys } from '#server/store/door-keys';
import { readDoorKeys } from '#server/auth/door-key-file';
import { joinLinks, sprints } from '#server/db/tables';
import type { Visit } from '#server/people/parts';
import { renewDoors, sealDoors } from '#server/store/door-secrets';
import { doorKeys } from '#tests/support/door-keys';
import { said, secretOf, startPeople, type PeopleWorld } from '#tests/support/people-world';

let world: PeopleWorld;
let facilitator: Visit;
beforeAll(async () => {
  world = await startPeople();
  facilitator = await world.account('Fenna');
});
afterAll(() => world.close());

/** Every row of every table, as a backup has them. */
async function backup(): Promise<string> {
  const tables = await world.db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const all = await world.db.execute(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t`,
    );
    rows.push(...all.map(({ row }) => String(row)));
  }
  return rows.join('\n');
}

async function sprintWithLink() {
  const { sprintId, code } = await world.sprint(facilitator);
  const command = { kind: 'make-join-link', role: 'expert', decider: false } as const;
  const made = await world.run<{ linkId: string; path: string }>(facilitator, sprintId, command);
  return { sprintId, code, linkId: made.linkId, token: secretOf(made.path) };
}

async function join(input: { code?: string; token?: string }): Promise<string> {
  return said(await world.app.people.join({ ...input, name: 'Bram' }, await world.visit()));
}

test('[P37] a backup holds no code and no link, and the facilitator reads both again', async () => {
  const { sprintId, code, token } = await sprintWithLink();
  const rows = await backup();
  expect(rows).toContain(sprintId);
  expect(rows).not.toContain(code);
  expect(rows).not.toContain(token);
  const { sprint } = await world.app.stages.of(facilitator.session, sprintId);
  expect(sprint).toMatchObject({ code, joinLinks: [{ token, role: 'expert' }] });
  expect([await join({ code }), await join({ token })]).toEqual(['ok', 'ok']);

  const { code: next } = await world.run<{ code: string }>(facilitator, sprintId, {
    kind: 'new-code',
  });
  expect([await join({ code }), await join({ code: next })]).toEqual(['wrong-code code', 'ok']);
  expect(await backup()).not.toContain(next);
});

test('[P38] what an earlier version wrote bare is sealed at the start, and opens as before', async () => {
  const { db, app } = world;
  const { sprintId, code, linkId, token } = await sprintWithLink();
  const bareCode = { codeSealed: code, codeHash: null };
  await db.update(sprints).set(bareCode).where(eq(sprints.id, sprintId));
  const bareToken = { tokenSealed: token, tokenHash: null };
  await db.update(joinLinks).set(bareToken).where(eq(joinLinks.id, linkId));
  expect(await backup()).toContain(code);

  await Promise.all([sealDoors(db, doorKeys), sealDoors(db, doorKeys)]);
  const rows = await backup();
  expect(rows).not.toContain(code);
  expect(rows).not.toContain(token);
  expect([await join({ code }), await join({ token })]).toEqual(['ok', 'ok']);
  const authority = await app.authorities.refresh(sprintId);
  expect(authority?.door?.code).toBe(code);
});

test('[P38] with another key the server does not start, says so, and a lost one can be replaced', async () => {
  const { db, clock } = world;
  const { code, token } = await sprintWithLink();
  const lost = createDoorKeys('another key than the one that sealed it all');
  await expect(sealDoors(db, lost)).rejects.toMatchObject({
    name: 'StartFault',
    message: expect.stringMatching(/another key.*door-key.*DOOR_KEY.*renew-doors/s) as string,
  });
  let drawn = 0;
  const newCode = () => `ABC${String((drawn += 1)).padStart(3, '2')}`;
  expect(await renewDoors(db, { keys: lost, newCode, now: clock.now() })).toBeGreaterThan(1);
  await sealDoors(db, lost);
  expect([await join({ code }), await join({ token })]).toEqual([
    'wrong-code code',
    'link-expired',
  ]);
  await renewDoors(db, { keys: doorKeys, newCode, now: clock.now() });
});

test('[P38] the key is a file of its own, made once and closed to others, or the setting', async () => {
  const dataDir = await mkdtemp(joinPath(tmpdir(), 'sprintkamer-key-'));
  try {
    const read = (doorKey: string | null = null) => readDoorKeys({ doorKey, dataDir });
    const made = await Promise.all([read(), read(), read()]);
    const hashes = new Set([...made, await read()].map((keys) => keys.hash('code', 'ABC234')));
    expect(hashes.size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['door-key']);
    expect((await stat(joinPath(dataDir, 'door-key'))).mode & 0o777).toBe(0o600);
    const set = await read('a key from the setting, the same on every node');
    expect(hashes.has(set.hash('code', 'ABC234'))).toBe(false);
    await writeFile(joinPath(dataDir, 'door-key'), 'short');
    await expect(read()).rejects.toMatchObject({ name: 'StartFault' });
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
