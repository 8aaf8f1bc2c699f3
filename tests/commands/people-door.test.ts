import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visit } from '#server/people/parts';
import { dots } from '#server/db/ballot-tables';
import { members, rooms } from '#server/db/tables';
import { said, secretOf, startPeople, value, type PeopleWorld } from '#tests/support/people-world';

let world: PeopleWorld;
let facilitator: Visit;
beforeAll(async () => {
  world = await startPeople({ config: { roomLimit: 6 } });
  facilitator = await world.account('Fenna');
});
afterAll(() => world.close());

async function linkFor(
  sprintId: string,
  role: 'deelnemer' | 'expert' | 'waarnemer',
  decider = false,
): Promise<{ linkId: string; token: string }> {
  const { linkId, path } = await world.run<{ linkId: string; path: string }>(
    facilitator,
    sprintId,
    {
      kind: 'make-join-link',
      role,
      decider,
    },
  );
  return { linkId, token: secretOf(path) };
}

async function roster(sprintId: string) {
  return world.db
    .select()
    .from(members)
    .where(and(eq(members.sprintId, sprintId), isNull(members.removedAt)));
}

test('[P12] a code makes a deelnemer, a link gives its role, and the cookie brings a guest back', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const anna = await world.guest(` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)}`, 'Anna');
  const { token } = await linkFor(sprintId, 'expert');
  const expert = value(await app.people.join({ token, name: 'Ed' }, await world.visit()));
  const roles = Object.fromEntries((await roster(sprintId)).map((one) => [one.name, one.role]));
  expect(roles).toEqual({ Fenna: 'facilitator', Anna: 'deelnemer', Ed: 'expert' });
  expect(anna.session).toMatchObject({ name: 'Anna', email: null, onlySprintId: null });
  expect(value(await app.people.listSprints(anna)).map((one) => one.id)).toEqual([sprintId]);
  expect(expert.nameNumber).toBe(1);
});

test('[P12] the word for a role is no name, and what cannot be seen makes nobody else', async () => {
  const { app } = world;
  const { code } = await world.sprint(facilitator);
  const join = async (name: string) => app.people.join({ code, name }, await world.visit());
  for (const name of ['Facilitator', 'beslisser', 'DECIDER', 'Bes\u200dlisser'])
    expect(said(await join(name))).toBe('name-is-a-role name');
  expect(said(await join('\u3164\u2800'))).toBe('field-empty name');
  expect(said(await join('A\0nna'))).toBe('field-character name');
  expect(value(await join('Fenna\u{e0061}')).nameNumber).toBe(2);
});

test('[P12] who has the same name as another gets a number', async () => {
  const { app } = world;
  const { code } = await world.sprint(facilitator);
  const join = async (name: string) =>
    value(await app.people.join({ code, name }, await world.visit())).nameNumber;
  const numbers = await Promise.all([join('Anna'), join('anna'), join(' ANNA ')]);
  expect(numbers.sort()).toEqual([1, 2, 3]);
  expect(said(await app.people.join({ code, name: ' ' }, await world.visit()))).toBe(
    'field-empty name',
  );
});

test('[P13] a closed door, a wrong code, a revoked and an unknown link each say so', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const join = async (input: { code?: string; token?: string }) =>
    said(await app.people.join({ ...input, name: 'Bram' }, await world.visit()));

  expect(await join({ code: 'ZZZZZZ' })).toBe('wrong-code code');
  expect(await join({ code: 'x' })).toBe('wrong-code code');
  expect(await join({ code: '' })).toBe('field-empty code');
  expect(await join({ token: 'verzonnen' })).toBe('no-such-link');

  const { linkId, token } = await linkFor(sprintId, 'deelnemer');
  await world.run(facilitator, sprintId, { kind: 'set-door', open: false });
  expect(await join({ code })).toBe('door-closed');
  expect(await join({ token })).toBe('door-closed');
  expect(value(await app.people.lookAtDoor(token, await world.visit()))).toMatchObject({
    sprintName: 'Monteur aan huis',
    doorOpen: false,
    deleteAfter: '2030-04-11',
  });
  await world.run(facilitator, sprintId, { kind: 'set-door', open: true });
  expect(await join({ token })).toBe('ok');

  await world.run(facilitator, sprintId, { kind: 'revoke-join-link', linkId });
  expect(await join({ token })).toBe('link-expired');
  await world.run(facilitator, sprintId, { kind: 'new-code' });
  expect(await join({ code })).toBe('wrong-code code');
});

test('[P6] wrong codes from one address are counted, right ones are not', async () => {
  const { app } = world;
  const { code } = await world.sprint(facilitator);
  const visit = await world.visit();
  const guess = async (typed: string) =>
    said(await app.people.join({ code: typed, name: 'Mallory' }, visit));
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await guess('ZZZZZZ')).toBe('wrong-code code');
    if (tries < 2) expect(await guess(code)).toBe('ok');
  }
  for (let tries = 5; tries < 30; tries += 1) expect(await guess('ZZZZZZ')).toBe('wrong-code code');
  expect(await guess('ZZZZZZ')).toBe('too-fast code');
  // A colleague behind the same address who has the right one comes in.
  expect(await guess(code)).toBe('ok');
});

test('[P33] an address that keeps guessing is not listened to, and its right codes neither', async () => {
  const { app } = world;
  const { code } = await world.sprint(facilitator);
  const visit = await world.visit();
  const guess = async (typed: string) =>
    said(await app.people.join({ code: typed, name: 'Mallory' }, visit));
  const burst = await Promise.all(Array.from({ length: 320 }, () => guess('ZZZZZZ')));
  expect(burst.filter((answer) => answer === 'wrong-code code')).toHaveLength(30);
  expect(await guess(code)).toBe('too-fast code');
  expect(said(await app.people.join({ code, name: 'Anna' }, await world.visit()))).toBe('ok');
});

test('[P33] wrong codes from everywhere together stop the looking at codes, and links work on', async () => {
  const attacked = await startPeople({
    rateLimits: { codeTriesInAll: { points: 40, perS: 3600 } },
  });
  try {
    const host = await attacked.account('Fenna');
    const { sprintId, code } = await attacked.sprint(host);
    const link = await attacked.run<{ path: string }>(host, sprintId, {
      ...{ kind: 'make-join-link', role: 'deelnemer', decider: false },
    });
    const join = async (input: { code?: string; token?: string }) =>
      said(await attacked.app.people.join({ ...input, name: 'Bram' }, await attacked.visit()));
    const typed = await Promise.all(Array.from({ length: 39 }, () => join({ code: 'ZZZZZZ' })));
    expect(new Set(typed)).toEqual(new Set(['wrong-code code']));
    expect([await join({ code }), await join({ code })]).toEqual(['ok', 'ok']);
    expect(await join({ code: 'ZZZZZZ' })).toBe('wrong-code code');
    expect(await join({ code })).toBe('too-fast code');
    expect(await join({ token: secretOf(link.path) })).toBe('ok');
  } finally {
    await attacked.close();
  }
});

test('[P13] of a crowd that comes at once no more get in than there is room for', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const answers = await Promise.all(
    Array.from({ length: 9 }, async (_, number) =>
      said(await app.people.join({ code, name: `Gast ${number}` }, await world.visit())),
    ),
  );
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(5);
  expect(answers.filter((answer) => answer === 'room-full')).toHaveLength(4);
  const living = await roster(sprintId);
  expect(living).toHaveLength(6);
  expect(new Set(living.map((one) => one.color)).size).toBe(6);
});

test('[P14] a member walks in through a closed door, and an account joins as itself', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const chantal = await world.account('Chantal');
  const first = value(await app.people.join({ code, name: 'Chantal K' }, chantal));
  expect(first.signedIn).toBeNull();
  await world.run(facilitator, sprintId, { kind: 'set-door', open: false });
  const again = value(await app.people.join({ code, name: '' }, chantal));
  expect(again.memberId).toBe(first.memberId);
  const row = (await roster(sprintId)).find((one) => one.id === first.memberId);
  expect(row).toMatchObject({ name: 'Chantal K', personId: chantal.session?.personId });
});

test('[P14] twice the same join at once makes one member', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const daan = await world.account('Daan');
  const joins = await Promise.all(
    [1, 2, 3].map(() => app.people.join({ code, name: 'Daan' }, daan)),
  );
  expect(new Set(joins.map((answer) => value(answer).memberId)).size).toBe(1);
  expect(await roster(sprintId)).toHaveLength(2);
});

test('[P14] who was removed may come again as a new member while the door is open', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const esra = await world.guest(code, 'Esra');
  await world.run(facilitator, sprintId, { kind: 'remove-member', memberId: esra.memberId });
  const again = value(await app.people.join({ code, name: 'Esra' }, esra));
  expect(again.memberId).not.toBe(esra.memberId);
  expect(again.nameNumber).toBe(1);
});

test('[P15] a decider link makes the Decider once', async () => {
  const { app } = world;
  const { sprintId } = await world.sprint(facilitator);
  const { token } = await linkFor(sprintId, 'deelnemer', true);
  await app.people.join({ token, name: 'Bea' }, await world.visit());
  await app.people.join({ token, name: 'Cor' }, await world.visit());
  const deciders = (await roster(sprintId)).filter((one) => one.decider);
  expect(deciders.map((one) => one.name)).toEqual(['Bea']);
});

test('[P16] who comes in during a vote gets dots and private rooms; an observer no dots, and a pile for what they see', async () => {
  const { app, db } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const anna = await world.guest(code, 'Anna');
  const authority = await app.authorities.of(sprintId);
  const step = authority?.steps.find((one) => one.exercise === 'hmw');
  if (!step) throw new Error('no hmw on the agenda');
  await world.run(facilitator, sprintId, { kind: 'open-step', stepId: step.id });
  const opened = await app.authorities.of(sprintId);
  const pile = opened?.rooms.find((one) => one.memberId === anna.memberId && one.kind === 'pile');
  const boardId = opened?.steps.find((one) => one.id === step.id)?.boardId ?? '';
  const { addPileNote } = await import('#document/boards/pile');
  const { local } = await import('#document/origins');
  await app.rooms.change([pile?.id ?? ''], async ({ doc }) =>
    addPileNote(
      doc(pile?.id ?? ''),
      { id: 'n1', wall: boardId, text: 'appel', color: 'yellow', createdAt: 1 },
      local,
    ),
  );
  const advance = {
    kind: 'advance-phase',
    stepId: step.id,
    from: 'writing',
    to: 'reveal',
  } as const;
  await world.run(facilitator, sprintId, advance);
  const vote = opened?.steps.find((one) => one.exercise === 'hmw-stemmen');
  await world.run(facilitator, sprintId, { kind: 'open-step', stepId: vote?.id ?? '' });

  const late = await world.guest(code, 'Laat');
  const { token } = await linkFor(sprintId, 'waarnemer');
  const observer = value(await app.people.join({ token, name: 'Olga' }, await world.visit()));
  const dotsOf = (memberId: string) => db.select().from(dots).where(eq(dots.memberId, memberId));
  const roomsOf = (memberId: string) => db.select().from(rooms).where(eq(rooms.memberId, memberId));
  expect(await dotsOf(late.memberId)).toHaveLength(2);
  expect((await roomsOf(late.memberId)).map(({ kind }) => kind).sort()).toEqual(['pad', 'pile']);
  expect(await dotsOf(observer.memberId)).toHaveLength(0);
  expect((await roomsOf(observer.memberId)).map(({ kind }) => kind)).toEqual(['pile']);
});
