import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#server/db/tables';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';

let first: FreshDatabase;
let second: FreshDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
});

test('what one test writes is not in the database of another', async () => {
  await first.db.insert(people).values({ id: 'a', name: 'Anna' });
  expect(await first.db.select().from(people)).toHaveLength(1);
  expect(await second.db.select().from(people)).toHaveLength(0);
});
