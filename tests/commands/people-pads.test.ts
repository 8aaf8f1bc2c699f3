/** One person with two seats who drew at both, on a real PostgreSQL: nothing is lost, nothing lies over the other, photographs are seen. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inkOf } from '#document/ink/ink';
import * as pad from '#document/kinds/pad/operations';
import { plainPad } from '#document/kinds/pad/plain';
import { frameOf } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { pictures } from '#server/db/board-tables';
import { privateRoomOf } from '#server/stage/authority';
import { PASSWORD, startPeople, value, type PeopleWorld } from '#tests/support/people-world';

let world: PeopleWorld;
beforeAll(async () => {
  world = await startPeople();
});
afterAll(() => world.close());

const ink = inkOf({
  ...{ tool: 'pen', color: 'blue', width: 'thin' },
  points: [0, 100, 300].map((x) => ({ x, y: x, pressure: null })),
}) as Uint8Array;

test('[P19] the pads of both become one: drawings of one step do not lie over each other', async () => {
  const { app, db } = world;
  const facilitator = await world.account('Fenna');
  const { sprintId, code } = await world.sprint(facilitator);
  const account = await world.account('Esra');
  const own = value(await app.people.join({ code, name: 'Esra' }, account));
  const guest = await world.guest(code, 'Esra');
  const authority = await app.authorities.of(sprintId);
  if (!authority) throw new Error('the sprint is gone');
  const stepOf = (exercise: string) =>
    authority.steps.find((step) => step.exercise === exercise)?.id ?? '';
  const [sketch, notes] = [stepOf('oplossingsschets'), stepOf('notities')];
  const roomOf = (memberId: string) => privateRoomOf(authority, memberId, 'pad')?.id ?? '';
  const draw = (memberId: string, stroke: string, frame: string) =>
    app.rooms.change([roomOf(memberId)], async ({ doc }) =>
      pad.addStroke(doc(roomOf(memberId)), { id: stroke, frame, ink }, local),
    );
  await draw(own.memberId, 'own', frameOf(sketch, 1));
  await draw(guest.memberId, 'guest', frameOf(sketch, 1));
  await draw(guest.memberId, 'guest-note', frameOf(notes, 1));
  const id = 'photograph';
  await db.insert(pictures).values({
    ...{ id, sprintId, memberId: guest.memberId, isOwn: true, mime: 'image/webp' },
    ...{ width: 4, height: 3, size: 1, content: new Uint8Array(1), createdAt: new Date() },
  });

  value(await app.people.signIn({ email: account.email, password: PASSWORD, keep: 'yes' }, guest));
  const after = await app.rooms.read(roomOf(own.memberId), plainPad);
  const places = Object.fromEntries(after.strokes.map(({ id, frame }) => [id, frame]));
  const [sheet] = after.sheets;
  expect(after.sheets).toMatchObject([{ step: notes }]);
  expect(places).toEqual({
    ...{ own: frameOf(sketch, 1), guest: sheet?.id, 'guest-note': frameOf(notes, 1) },
  });
  const [kept] = await db.select().from(pictures).where(eq(pictures.id, id));
  expect(kept?.memberId).toBe(own.memberId);
});
