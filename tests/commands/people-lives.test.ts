import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPileNote } from '#document/boards/pile';
import { local } from '#document/origins';
import { plainPile } from '#document/plain';
import { members, people as peopleTable, rooms, sprints, steps, tickets } from '#server/db/tables';
import {
  PASSWORD,
  said,
  secretOf,
  startPeople,
  value,
  type PeopleWorld,
} from '#tests/support/people-world';

let world: PeopleWorld;
beforeAll(async () => {
  world = await startPeople();
});
afterAll(() => world.close());

async function pileRoom(memberId: string): Promise<string> {
  const [room] = await world.db
    .select()
    .from(rooms)
    .where(and(eq(rooms.memberId, memberId), eq(rooms.kind, 'pile')));
  return room?.id ?? '';
}

async function writeNote(memberId: string, text: string): Promise<void> {
  const roomId = await pileRoom(memberId);
  const note = { id: `n-${memberId}`, wall: 'wall', text, color: 'yellow', createdAt: 1 } as const;
  await world.app.rooms.change([roomId], async ({ doc }) => addPileNote(doc(roomId), note, local));
}

describe('a guest becomes an account', () => {
  test('[P18] by registering: the seat, the role and the hidden notes stay', async () => {
    const { app } = world;
    const { sprintId, code } = await world.sprint(await world.account('Fenna'));
    const guest = await world.guest(code, 'Anna');
    const form = {
      name: 'Anna de Vries',
      email: 'anna.guest@example.org',
      password: PASSWORD,
      keep: 'yes',
    };
    const token = value(await app.people.register(form, guest))?.token;
    const account = await world.visit(token);
    expect(account.session).toMatchObject({
      personId: guest.session?.personId,
      email: 'anna.guest@example.org',
    });
    expect(value(await app.people.listSprints(account)).map((one) => one.id)).toEqual([sprintId]);
    expect((await world.visit(null)).session).toBeNull();
    const authority = await app.authorities.of(sprintId);
    expect(authority?.members.find((one) => one.id === guest.memberId)).toMatchObject({
      hasAccount: true,
      name: 'Anna',
    });
  });

  test('[P18] without asking nothing of the guest is taken along', async () => {
    const { app } = world;
    const { code } = await world.sprint(await world.account('Fenna'));
    const guest = await world.guest(code, 'Vorige');
    const account = await world.account('Bram');
    const { token } = value(await app.people.signIn({ ...account, password: PASSWORD }, guest));
    expect(value(await app.people.listSprints(await world.visit(token)))).toEqual([]);
    const form = { name: 'Cor', email: 'cor@example.org', password: PASSWORD };
    const other = await world.guest(code, 'Ander');
    const registered = value(await app.people.register(form, other));
    expect(value(await app.people.listSprints(await world.visit(registered?.token)))).toEqual([]);
  });

  test('[P18] by signing in: seats, links and phones move to the account, the guest is gone', async () => {
    const { app, db, signals } = world;
    const { sprintId, code } = await world.sprint(await world.account('Fenna'));
    const guest = await world.guest(code, 'Daan');
    const used = await world.run<{ path: string }>(guest, sprintId, { kind: 'make-phone-link' });
    const seat = { token: secretOf(used.path), kind: 'phone' as const };
    const { signedIn } = value(await app.people.enterByTicket(seat, await world.visit()));
    await world.run(guest, sprintId, { kind: 'make-phone-link' });
    const account = await world.account('Daniel');
    const { token } = value(
      await app.people.signIn({ email: account.email, password: PASSWORD, keep: 'yes' }, guest),
    );
    const here = await world.visit(token);
    expect(value(await app.people.listSprints(here)).map((one) => one.id)).toEqual([sprintId]);
    const personId = guest.session?.personId ?? '';
    expect(await db.select().from(peopleTable).where(eq(peopleTable.id, personId))).toEqual([]);
    const moved = await db.select().from(tickets).where(eq(tickets.sprintId, sprintId));
    expect(new Set(moved.map((one) => one.personId))).toEqual(new Set([here.session?.personId]));
    expect((await world.visit(signedIn?.token)).session).toMatchObject({
      personId: here.session?.personId,
      onlySprintId: sprintId,
    });
    expect(signals).toContainEqual({ kind: 'session-ended', sessionId: guest.session?.id });
  });

  test('[P19] two seats in one sprint become one, with the stronger role and the notes of both', async () => {
    const { app, db } = world;
    const facilitator = await world.account('Fenna');
    const { sprintId, code } = await world.sprint(facilitator);
    const made = { kind: 'make-join-link', role: 'expert', decider: false } as const;
    const { path } = await world.run<{ path: string }>(facilitator, sprintId, made);
    const account = await world.account('Esra');
    const own = value(await app.people.join({ token: secretOf(path), name: 'Esra' }, account));
    const guest = await world.guest(code, 'Esra');
    await world.run(facilitator, sprintId, { kind: 'set-decider', memberId: guest.memberId });
    await writeNote(own.memberId, 'van het account');
    await writeNote(guest.memberId, 'van de gast');

    value(
      await app.people.signIn({ email: account.email, password: PASSWORD, keep: 'yes' }, guest),
    );
    const seats = await db.select().from(members).where(eq(members.sprintId, sprintId));
    const living = seats.filter((one) => one.removedAt === null);
    expect(living.map((one) => [one.id, one.role, one.decider])).toContainEqual([
      own.memberId,
      'deelnemer',
      true,
    ]);
    expect(living).toHaveLength(2);
    const notes = await app.rooms.read(await pileRoom(own.memberId), plainPile);
    expect(notes.map((note) => note.text).sort()).toEqual(['van de gast', 'van het account']);
  });
});

describe('registration and invitations', () => {
  test('[P7] by invitation: none, a wrong one, a used one and a right one', async () => {
    const invited = await startPeople({ config: { registration: 'invite' } });
    const { app } = invited;
    const register = async (invitation: string | undefined, email: string) =>
      said(
        await app.people.register(
          { name: 'Ida', email, password: PASSWORD, invitation },
          await invited.visit(),
        ),
      );
    expect(await register(undefined, 'ida@example.org')).toBe('invitation-needed');
    expect(await register('verzonnen', 'ida@example.org')).toBe('no-such-link');
    const first = await app.people.makeInvitation();
    expect(await register(secretOf(first.path), 'ida@example.org')).toBe('ok');
    expect(await register(secretOf(first.path), 'jan@example.org')).toBe('link-expired');

    const ida = value(
      await app.people.signIn(
        { email: 'ida@example.org', password: PASSWORD },
        await invited.visit(),
      ),
    );
    const second = value(await app.people.invite(await invited.visit(ida.token)));
    // A taken address does not use the invitation up.
    expect(await register(secretOf(second.path), 'ida@example.org')).toBe('email-taken email');
    expect(await register(secretOf(second.path), 'jan@example.org')).toBe('ok');
    await invited.close();
  });

  test('[P7] closed: nobody registers', async () => {
    const closed = await startPeople({ config: { registration: 'closed' } });
    const { people } = closed.app;
    const { path } = await people.makeInvitation();
    const form = {
      name: 'Ida',
      email: 'ida@example.org',
      password: PASSWORD,
      invitation: secretOf(path),
    };
    expect(said(await people.register(form, await closed.visit()))).toBe('registration-closed');
    expect(said(await people.mayRegister(''))).toBe('registration-closed');
    await closed.close();
  });
});

describe('deleting', () => {
  test('[P11] the only facilitator hands over first; then nothing of the person is left', async () => {
    const { app, db, signals } = world;
    const leaving = await world.account('Gijs');
    const staying = await world.account('Hanna');
    const { sprintId, code } = await world.sprint(leaving, { name: 'Blijft bestaan' });
    const joined = value(await app.people.join({ code, name: 'Hanna' }, staying));
    const remove = (password: string) => app.people.deleteAccount({ password }, leaving);

    expect(said(await remove('iets heel anders'))).toBe('password-wrong password');
    expect(await remove(PASSWORD)).toMatchObject({
      refusals: [{ code: 'last-facilitator', about: { sprint: 'Blijft bestaan' } }],
    });
    await world.run(leaving, sprintId, { kind: 'hand-over', memberId: joined.memberId });
    expect(said(await remove(PASSWORD))).toBe('ok');

    const personId = leaving.session?.personId ?? '';
    expect(await db.select().from(peopleTable).where(eq(peopleTable.id, personId))).toEqual([]);
    const seats = await db.select().from(members).where(eq(members.sprintId, sprintId));
    expect(seats.filter((one) => one.personId === null)).toMatchObject([{ name: '-' }]);
    expect(seats.filter((one) => one.removedAt === null)).toHaveLength(1);
    const left = seats.find((one) => one.personId === null);
    expect(await pileRoom(left?.id ?? '')).toBe('');
    expect(signals).toContainEqual({ kind: 'session-ended', sessionId: leaving.session?.id });
    expect(signals).toContainEqual({ kind: 'person-gone', personId });
  });

  test('[P21] a sprint goes after its date, not on it, and its guests with it', async () => {
    const { app, db, clock, signals } = world;
    const { sprintId, code } = await world.sprint(await world.account('Ida'));
    const guest = await world.guest(code, 'Gast');
    const living = async () =>
      (await db.select().from(sprints).where(eq(sprints.id, sprintId))).length === 1;
    // Kept until 11 April 2030 in Amsterdam, where it is two hours later than UTC.
    clock.stopAt(new Date('2030-04-11T21:59:00Z'));
    await app.people.deleteWhatIsOver();
    expect(await living()).toBe(true);
    clock.stopAt(new Date('2030-04-11T22:01:00Z'));
    expect(await app.people.deleteWhatIsOver()).toContain(sprintId);
    expect(await living()).toBe(false);
    expect(signals).toContainEqual({ kind: 'sprint-deleted', sprintId });
    const personId = guest.session?.personId ?? '';
    expect(await db.select().from(peopleTable).where(eq(peopleTable.id, personId))).toEqual([]);
    clock.stopAt(new Date());
  });
});

describe('making a sprint', () => {
  test('[P20] it has its agenda in order, a code, its maker as facilitator, and 90 days', async () => {
    const { app, db } = world;
    const maker = await world.account('Jan');
    const { sprintId, code } = await world.sprint(maker, { template: 'four-day', videoUrl: '' });
    expect(code).toMatch(/^[A-Z2-9]{6}$/);
    const authority = await app.authorities.of(sprintId);
    expect(authority?.sprint).toMatchObject({
      deleteAfter: '2030-04-10',
      videoUrl: null,
      doorOpen: true,
    });
    expect(authority?.members).toMatchObject([
      { name: 'Jan', role: 'facilitator', hasAccount: true },
    ]);
    const { templateSteps } = await import('#domain/sprint/templates');
    expect(authority?.steps.map((step) => [step.day, step.exercise])).toEqual(
      templateSteps('four-day').map((step) => [step.day, step.exercise]),
    );
    const rows = await db.select().from(steps).where(eq(steps.sprintId, sprintId));
    expect(rows.every((step) => step.status === 'planned')).toBe(true);
  });

  test('[P20] each wrong field is named', async () => {
    const { app } = world;
    const maker = await world.account('Kim');
    const answer = await app.people.createSprint(
      {
        ...{ name: '', challenge: 'c'.repeat(1_001), startsOn: '2030-02-30', language: 'fr' },
        ...{ template: 'six-day', videoUrl: 'javascript:alert(1)' },
      },
      maker,
    );
    expect(answer).toMatchObject({
      refusals: [
        { code: 'field-empty', field: 'name' },
        { code: 'field-too-long', field: 'challenge', about: { max: 1_000 } },
        { code: 'field-invalid', field: 'startsOn' },
        { code: 'field-invalid', field: 'language' },
        { code: 'field-invalid', field: 'videoUrl' },
        { code: 'field-invalid', field: 'template' },
      ],
    });
  });
});

test('[P20] a first day so long ago that the sprint would go at once, or beyond reckoning, is refused', async () => {
  const maker = await world.account('Fons');
  for (const startsOn of ['2020-01-06', '9999-12-31']) {
    const form = { name: 'X', startsOn, language: 'nl', template: 'five-day' };
    expect(said(await world.app.people.createSprint(form, maker))).toBe('field-invalid startsOn');
  }
});

test('[P42] a character that no text may hold is refused by the name of its field, line ends are taken', async () => {
  const maker = await world.account('Flip');
  const form = { name: 'X', startsOn: '2030-01-07', language: 'nl', template: 'five-day' };
  const answer = await world.app.people.createSprint({ ...form, challenge: 'a\u0000b' }, maker);
  expect(said(answer)).toBe('field-character challenge');
  expect(answer).toMatchObject({ refusals: [{ about: { character: 'U+0000' } }] });
  const lines = { ...form, challenge: 'een\r\ntwee' };
  expect((await world.app.people.createSprint(lines, maker)).ok).toBe(true);
});
