import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessions } from '#server/db/tables';
import type { Visit } from '#server/people/parts';
import {
  PASSWORD,
  said,
  secretOf,
  startPeople,
  value,
  type PeopleWorld,
} from '#tests/support/people-world';

let world: PeopleWorld;
let facilitator: Visit;
beforeAll(async () => {
  world = await startPeople();
  facilitator = await world.account('Fenna');
});
afterAll(() => world.close());

test('[P17] a phone link works once, is not used by looking, and makes a session for this sprint only', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const other = await world.sprint(facilitator);
  const { path } = await world.run<{ path: string }>(facilitator, sprintId, {
    kind: 'make-phone-link',
  });
  const seat = { token: secretOf(path), kind: 'phone' as const };
  const phone = await world.visit();

  for (let looks = 0; looks < 3; looks += 1) {
    expect(value(await app.people.lookAtSeat(seat, phone))).toMatchObject({
      name: 'Fenna',
      replaces: null,
    });
  }
  expect(said(await app.people.enterByTicket({ ...seat, kind: 'return' }, phone))).toBe(
    'no-such-link',
  );
  const entries = await Promise.all([1, 2].map(() => app.people.enterByTicket(seat, phone)));
  expect(entries.map(said).sort()).toEqual(['link-expired', 'ok']);
  const entered = entries.find((one) => one.ok);
  const scoped = await world.visit(entered?.ok ? entered.value.signedIn?.token : null);
  expect(scoped.session).toMatchObject({
    personId: facilitator.session?.personId,
    onlySprintId: sprintId,
  });
  expect(said(await app.people.lookAtSeat(seat, phone))).toBe('link-expired');

  // Same member here, a stranger elsewhere, and never on the account.
  expect(value(await app.people.listSprints(scoped)).map((one) => one.id)).toEqual([sprintId]);
  expect(value(await app.people.join({ code, name: '' }, scoped)).signedIn).toBeNull();
  const elsewhere = value(await app.people.join({ code: other.code, name: 'Fenna' }, scoped));
  expect(elsewhere).toMatchObject({ nameNumber: 2 });
  expect(elsewhere.signedIn).not.toBeNull();
});

describe('links that were not used', () => {
  const phoneLink = async (by: Visit, sprintId: string) => {
    const { path } = await world.run<{ path: string }>(by, sprintId, { kind: 'make-phone-link' });
    return { token: secretOf(path), kind: 'phone' as const };
  };
  const enter = async (seat: { token: string; kind: 'phone' | 'return' }) =>
    world.app.people.enterByTicket(seat, await world.visit());
  /** A phone that is in, and the link that it made for the next one. */
  async function chained(by: Visit, sprintId: string) {
    const { signedIn } = value(await enter(await phoneLink(by, sprintId)));
    const phone = await world.visit(signedIn?.token);
    return { phone, next: await phoneLink(phone, sprintId) };
  }

  const endings: [string, (account: Visit & { email: string }) => Promise<unknown>][] = [
    ['ending the other sessions', (account) => world.app.people.endOtherSessions(account)],
    [
      'a new password',
      (account) =>
        world.app.people.changePassword(
          { password: PASSWORD, newPassword: 'nog een lang wachtwoord' },
          account,
        ),
    ],
    [
      'a reset',
      async (account) => {
        const link = await world.app.people.makeResetLink(account.email);
        const token = secretOf(link?.path ?? '');
        const input = { token, newPassword: 'nog een lang wachtwoord' };
        return world.app.people.resetPassword(input, await world.visit());
      },
    ],
  ];
  test.each(endings)('[P30] end with %s, also those that a phone made', async (_what, end) => {
    const { people } = world.app;
    const account = await world.account('Ellen');
    const { sprintId } = await world.sprint(account);
    const own = await phoneLink(account, sprintId);
    const { phone, next } = await chained(account, sprintId);
    const reset = await people.makeResetLink(account.email);
    const invitation = value(await people.invite(account));

    expect(said((await end(account)) as never)).toBe('ok');
    for (const seat of [own, next]) {
      expect(said(await people.lookAtSeat(seat, await world.visit()))).toMatch(/link/);
      expect(said(await enter(seat))).toMatch(/link-expired|no-such-link/);
    }
    expect(said(await people.lookAtReset(secretOf(reset?.path ?? '')))).toMatch(/link/);
    expect(phone.session?.onlySprintId).toBe(sprintId);
    const left = await world.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, account.session?.personId ?? ''));
    expect(left).toHaveLength(1);
    // Who was invited by this person is somebody else.
    expect(said(await people.mayRegister(secretOf(invitation.path)))).toBe('ok');
  });

  test('[P30] end with the one session that made them, and no others', async () => {
    const { people } = world.app;
    const account = await world.account('Frits');
    const { sprintId } = await world.sprint(account);
    const own = await phoneLink(account, sprintId);
    const { phone, next } = await chained(account, sprintId);
    expect(said(await people.endOwnSession(phone.session?.id ?? '', account))).toBe('ok');
    expect(said(await enter(next))).toBe('no-such-link');
    expect(said(await enter(own))).toBe('ok');
  });

  test('[P30] let nobody in who uses or makes one at the very moment', async () => {
    const { people } = world.app;
    const account = await world.account('Guus');
    const { sprintId } = await world.sprint(account);
    const { phone } = await chained(account, sprintId);
    const links = await Promise.all(Array.from({ length: 8 }, () => phoneLink(account, sprintId)));
    const made: { token: string; kind: 'phone' }[] = [];
    const [, ...entered] = await Promise.all([
      people.endOtherSessions(account),
      ...links.map((link) => enter(link)),
      ...Array.from({ length: 8 }, () =>
        phoneLink(phone, sprintId).then(
          (link) => void made.push(link),
          () => undefined,
        ),
      ),
    ]);
    for (const answer of entered) {
      if (!answer?.ok) continue;
      expect((await world.visit(answer.value.signedIn?.token)).session).toBeNull();
    }
    for (const link of made) expect(said(await enter(link))).toMatch(/link/);
    const left = value(await people.listSessions(account));
    expect(left.map(({ current }) => current)).toEqual([true]);
  });

  test('[P30] another link back to a seat ends with the one that was used', async () => {
    const { sprintId, code } = await world.sprint(facilitator);
    const guest = await world.guest(code, 'Hilde');
    const give = async () => {
      const command = { kind: 'make-return-link', memberId: guest.memberId } as const;
      const { path } = await world.run<{ path: string }>(facilitator, sprintId, command);
      return { token: secretOf(path), kind: 'return' as const };
    };
    const [first, second] = [await give(), await give()];
    expect(said(await enter(first))).toBe('ok');
    expect(said(await enter(second))).toBe('link-expired');
  });
});

test('[P10] a phone session and a guest reach nothing of an account', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const { path } = await world.run<{ path: string }>(facilitator, sprintId, {
    kind: 'make-phone-link',
  });
  const seat = { token: secretOf(path), kind: 'phone' as const };
  const { signedIn } = value(await app.people.enterByTicket(seat, await world.visit()));
  const scoped = await world.visit(signedIn?.token);
  const guest = await world.guest(code, 'Gast');
  const nobody = await world.visit();
  const { people } = app;
  const password = { password: 'een lang wachtwoord', newPassword: 'een ander wachtwoord' };
  const doors: Record<string, (visit: Visit) => Promise<{ ok: boolean }>> = {
    changePassword: (visit) => people.changePassword(password, visit),
    changeProfile: (visit) => people.changeProfile({ name: 'X', language: 'nl' }, visit),
    listSessions: people.listSessions,
    endOwnSession: (visit) => people.endOwnSession(facilitator.session?.id ?? '', visit),
    endOtherSessions: people.endOtherSessions,
    invite: people.invite,
    deleteAccount: (visit) => people.deleteAccount(password, visit),
    createSprint: (visit) =>
      people.createSprint(
        { name: 'X', startsOn: '2030-01-07', language: 'nl', template: 'five-day' },
        visit,
      ),
  };
  for (const [name, open] of Object.entries(doors)) {
    const answers = [scoped, guest, nobody].map(async (visit) =>
      said((await open(visit)) as never),
    );
    expect([name, ...(await Promise.all(answers))]).toEqual([
      name,
      'account-scoped',
      'needs-account',
      'not-signed-in',
    ]);
  }
});

test('[P17] a return link brings a guest back who lost the cookie, and dies with the seat', async () => {
  const { app, clock, db } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const guest = await world.guest(code, 'Gerda');
  const give = async () => {
    const command = { kind: 'make-return-link', memberId: guest.memberId } as const;
    const { path } = await world.run<{ path: string }>(facilitator, sprintId, command);
    return { token: secretOf(path), kind: 'return' as const };
  };
  const lost = await world.guest((await world.sprint(facilitator)).code, 'Iemand');
  const seat = await give();
  expect(value(await app.people.lookAtSeat(seat, lost)).replaces).toBe('Iemand');
  const { signedIn } = value(await app.people.enterByTicket(seat, lost));
  const back = await world.visit(signedIn?.token);
  expect(back.session?.personId).toBe(guest.session?.personId);
  expect(
    await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, lost.session?.id ?? '')),
  ).toEqual([]);

  const tooLate = await give();
  clock.advance(11 * 60_000);
  expect(said(await app.people.lookAtSeat(tooLate, await world.visit()))).toBe('link-expired');
  const dead = await give();
  await world.run(facilitator, sprintId, { kind: 'remove-member', memberId: guest.memberId });
  expect(said(await app.people.enterByTicket(dead, await world.visit()))).toBe('link-expired');
});

test('[P22] coming in by a return link ends the guest’s other sessions, and not those elsewhere', async () => {
  const { app, signals } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const guest = await world.guest(code, 'Gijs');
  const other = await world.sprint(facilitator);
  value(await app.people.join({ code: other.code, name: 'Gijs' }, guest));
  const phoneIn = async (inSprint: string) => {
    const made = await world.run<{ path: string }>(guest, inSprint, { kind: 'make-phone-link' });
    const seat = { token: secretOf(made.path), kind: 'phone' as const };
    return value(await app.people.enterByTicket(seat, await world.visit())).signedIn?.token;
  };
  const phone = await phoneIn(sprintId);
  const phoneElsewhere = await phoneIn(other.sprintId);
  const link = { kind: 'make-return-link', memberId: guest.memberId } as const;
  const give = async () => {
    const { path } = await world.run<{ path: string }>(facilitator, sprintId, link);
    return { token: secretOf(path), kind: 'return' as const };
  };

  // The guest's own browser, which never lost the seat, stays as it is.
  expect(value(await app.people.enterByTicket(await give(), guest)).signedIn).toBeNull();
  expect((await world.visit(phone)).session).not.toBeNull();

  const { signedIn } = value(await app.people.enterByTicket(await give(), facilitator));
  expect((await world.visit(signedIn?.token)).session?.name).toBe('Gijs');
  const endedNow = signals.flatMap((one) => (one.kind === 'session-ended' ? one.sessionId : []));
  expect(endedNow).toContain(guest.session?.id);
  expect((await world.visit(phone)).session).toBeNull();
  expect((await world.visit(phoneElsewhere)).session).not.toBeNull();
  facilitator = await world.account('Femke');
});

test('[P22] [C47] a return link does not open the seat of an account, nor one’s own', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const guest = await world.guest(code, 'Greet');
  const link = { kind: 'make-return-link', memberId: guest.memberId } as const;
  const { path } = await world.run<{ path: string }>(facilitator, sprintId, link);
  const form = { name: 'Greet', email: 'greet@example.org', password: 'een lang wachtwoord' };
  value(await app.people.register({ ...form, keep: 'on' }, guest));

  const seat = { token: secretOf(path), kind: 'return' as const };
  expect(said(await app.people.lookAtSeat(seat, await world.visit()))).toBe('signs-in-instead');
  expect(said(await app.people.enterByTicket(seat, await world.visit()))).toBe('signs-in-instead');
  const again = await app.commands.run(facilitator.session, sprintId, link);
  expect(again).toEqual({ ok: false, refusal: { code: 'signs-in-instead' } });
  const own = await app.authorities.of(sprintId);
  const memberId = own?.members.find((one) => one.role === 'facilitator')?.id ?? '';
  expect(
    await app.commands.run(facilitator.session, sprintId, { kind: 'make-return-link', memberId }),
  ).toEqual({ ok: false, refusal: { code: 'not-yourself' } });
});

test('[P23] who was taken out is told which seats were lost, and nobody else is', async () => {
  const { app } = world;
  const { sprintId, code } = await world.sprint(facilitator);
  const joined = value(await app.people.join({ code, name: 'Gijs' }, await world.visit()));
  const guest = await world.visit(joined.signedIn?.token);
  expect(await app.people.lostSeats(guest)).toEqual([]);

  await world.run(facilitator, sprintId, { kind: 'remove-member', memberId: joined.memberId });
  expect(await app.people.lostSeats(guest)).toEqual([joined.memberId]);
  expect(await app.people.lostSeats(facilitator)).toEqual([]);
  expect(await app.people.lostSeats(await world.visit())).toEqual([]);
});
