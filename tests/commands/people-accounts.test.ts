import { get } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretHash } from '#server/auth/tokens';
import { people as peopleTable, sessions, tickets } from '#server/db/tables';
import type { Visit } from '#server/people/parts';
import {
  PASSWORD,
  said,
  secretOf,
  startPeople,
  value,
  type PeopleWorld,
} from '#tests/support/people-world';
import { startServer } from '#tests/support/start-server';

let world: PeopleWorld;
beforeAll(async () => {
  world = await startPeople();
});
afterAll(() => world.close());

describe('sessions', () => {
  test('[P1] the tables hold hashes only, and the cookie cannot be read by a script', async () => {
    const { app, db } = world;
    const account = await world.account('Anna');
    const { token } = value(
      await app.people.signIn({ ...account, password: PASSWORD }, await world.visit()),
    );
    const link = await app.people.makeResetLink(account.email);
    const secret = secretOf(link?.path ?? '');
    const everything = JSON.stringify([
      await db.select().from(sessions),
      await db.select().from(tickets),
      await db.select().from(peopleTable),
    ]);
    expect(token).toHaveLength(43);
    expect(everything).toContain(secretHash(token));
    expect(everything).toContain(secretHash(secret));
    for (const bare of [token, secret, PASSWORD]) expect(everything).not.toContain(bare);

    const { options } = app.sessions.cookie(token, new Date(), { secure: true });
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
  });

  test('[P35] over https the cookie is the host’s own, and one of before is moved and works on', async () => {
    const { sessions } = world.app;
    const jar = (cookies: Record<string, string>) => (name: string) => cookies[name];
    const https = { secure: true };
    const { name, options } = sessions.cookie('t', new Date(), https);
    expect(name).toBe('__Host-sprintkamer_session');
    expect(options).toMatchObject({ path: '/', secure: true });
    expect(options).not.toHaveProperty('domain');
    expect(sessions.cookie('t', new Date(), { secure: false }).name).toBe('sprintkamer_session');

    const before = { sprintkamer_session: 'old' };
    const both = { ...before, [name]: 'new' };
    expect(sessions.tokenIn(jar(both), https)).toEqual({ token: 'new', moved: false });
    expect(sessions.tokenIn(jar(before), https)).toEqual({ token: 'old', moved: true });
    expect(sessions.tokenIn(jar({}), https)).toEqual({ token: undefined, moved: false });
    // On a laptop without https nothing changes, and a cookie of https is not for http.
    const http = { secure: false };
    expect(sessions.tokenIn(jar(before), http)).toEqual({ token: 'old', moved: false });
    expect(sessions.tokenIn(jar({ [name]: 'new' }), http).token).toBeUndefined();
    expect(sessions.plainCookieGone()).toMatchObject({ name: 'sprintkamer_session', value: '' });
    expect(sessions.plainCookieGone().options.expires.getTime()).toBe(0);
  });

  test('[P35] where ORIGIN is https the browser is told so, and nowhere else', async () => {
    const secured = await startServer({
      config: { origins: ['https://kamer.example.org', 'http://10.0.0.2:3000'] },
    });
    try {
      const told = async (host: string) => {
        const { port } = new URL(secured.url);
        return new Promise<string | undefined>((resolve, reject) => {
          const asked = get({ port, host: '127.0.0.1', headers: { host } }, (response) => {
            response.resume();
            resolve(response.headers['strict-transport-security']);
          });
          asked.once('error', reject);
        });
      };
      expect(await told('kamer.example.org')).toBe('max-age=31536000');
      expect(await told('10.0.0.2:3000')).toBeUndefined();
    } finally {
      await secured.close();
    }
    const plain = await fetch(world.url);
    expect(plain.headers.get('strict-transport-security')).toBeNull();
  });

  test('[P3] a session past half its life is extended when used, and an expired one opens nothing', async () => {
    const { app, db } = world;
    const account = await world.account('Bram');
    const made = await app.sessions.createSession(account.session?.personId ?? '');
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    const at = (expiresAt: Date) =>
      db.update(sessions).set({ expiresAt }).where(eq(sessions.id, made.sessionId));

    expect((await app.sessions.readSession(made.token))?.extended).toBe(false);
    await at(days(14));
    const extended = await app.sessions.readSession(made.token);
    expect(extended?.extended).toBe(true);
    expect(extended?.session.expiresAt.getTime()).toBeGreaterThan(days(29).getTime());
    await at(days(-1));
    expect(await app.sessions.readSession(made.token)).toBeNull();
    expect(await app.sessions.readSession('nonsense')).toBeNull();
    expect(await app.sessions.readSession(undefined)).toBeNull();
  });

  test('[P3] the list of sessions tells the device and when it was last seen', async () => {
    const { app, clock } = world;
    const account = await world.account('Carla');
    const second = value(
      await app.people.signIn({ ...account, password: PASSWORD }, await world.visit()),
    );
    clock.advance(5 * 60_000);
    await app.sessions.readSession(second.token);
    const list = value(await app.people.listSessions(account));
    expect(list.map((one) => [one.device, one.current])).toEqual([
      ['Firefox, Linux', false],
      ['Firefox, Linux', true],
    ]);
    const [first, last] = list.map((one) => one.lastSeenAt.getTime());
    expect((first ?? 0) - (last ?? 0)).toBeGreaterThan(4 * 60_000);
  });

  test('[P4] ended sessions are told on the backplane, and nobody ends another person’s', async () => {
    const { app, signals } = world;
    const account = await world.account('Daan');
    const other = await world.account('Esra');
    const second = value(
      await app.people.signIn({ ...account, password: PASSWORD }, await world.visit()),
    );
    const third = value(
      await app.people.signIn({ ...account, password: PASSWORD }, await world.visit()),
    );
    const id = secretHash(second.token);

    expect(said(await app.people.endOwnSession(id, other))).toBe('no-such-link');
    expect(said(await app.people.endOwnSession(id, account))).toBe('ok');
    expect(signals).toContainEqual({ kind: 'session-ended', sessionId: id });
    expect(said(await app.people.endOtherSessions(account))).toBe('ok');
    expect(signals).toContainEqual({ kind: 'session-ended', sessionId: secretHash(third.token) });
    expect(value(await app.people.listSessions(account))).toHaveLength(1);
    await app.people.signOut(account);
    expect(signals).toContainEqual({ kind: 'session-ended', sessionId: account.session?.id });
  });
});

describe('signing in', () => {
  test('[P5] an unknown address and a wrong password get the same answer', async () => {
    const { app } = world;
    const account = await world.account('Fenna');
    const wrong = await app.people.signIn(
      { email: account.email, password: 'iets heel anders' },
      await world.visit(),
    );
    const unknown = await app.people.signIn(
      { email: 'niemand@example.org', password: 'iets heel anders' },
      await world.visit(),
    );
    expect(wrong).toEqual(unknown);
    expect(said(wrong)).toBe('email-or-password-wrong password');
  });

  test('[P5] both take the work of one argon2id', async () => {
    const { app } = world;
    const account = await world.account('Gijs');
    const time = async (email: string) => {
      const times: number[] = [];
      for (let tries = 0; tries < 5; tries += 1) {
        const visit = await world.visit();
        const start = performance.now();
        await app.people.signIn({ email, password: 'iets heel anders' }, visit);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const known = await time(account.email);
    const unknown = await time('niemand@example.org');
    // Without the dummy the unknown address is answered more than ten times as fast.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  test('an address is recognised whatever its capitals and spaces', async () => {
    const { app } = world;
    const account = await world.account('Hanna');
    const email = ` ${account.email.toUpperCase()} `;
    expect(said(await app.people.signIn({ email, password: PASSWORD }, await world.visit()))).toBe(
      'ok',
    );
  });

  test('each field that is empty or wrong is named', async () => {
    const { app } = world;
    const answer = await app.people.register(
      { name: '  ', email: 'geen adres', password: 'kort' },
      await world.visit(),
    );
    expect(answer).toMatchObject({
      ok: false,
      refusals: [
        { code: 'field-empty', field: 'name' },
        { code: 'field-invalid', field: 'email' },
        { code: 'field-too-short', field: 'password', about: { min: 10 } },
      ],
    });
    const long = await app.people.register(
      { name: 'n'.repeat(61), email: 'a@example.org', password: PASSWORD },
      await world.visit(),
    );
    expect(long).toMatchObject({
      refusals: [{ code: 'field-too-long', field: 'name', about: { max: 60 } }],
    });
    expect(said(await app.people.signIn({}, await world.visit()))).toBe('field-empty email');
  });
});

describe('rate limits', () => {
  test('[P6] the sixth wrong password for one address waits, and a right one starts the count anew', async () => {
    const { app } = world;
    const account = await world.account('Ida');
    const visit = await world.visit();
    const sign = (password: string) =>
      app.people.signIn({ email: account.email, password }, visit).then(said);
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await sign('iets heel anders')).toBe('email-or-password-wrong password');
    }
    expect(await sign(PASSWORD)).toBe('ok');
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await sign('iets heel anders')).toBe('email-or-password-wrong password');
    }
    expect(await sign(PASSWORD)).toBe('too-fast');
    expect(
      said(
        await app.people.signIn({ email: account.email, password: PASSWORD }, await world.visit()),
      ),
    ).toBe('ok');
  });

  test('[P34] guesses from everywhere count for the account, and keep nobody out where they signed in before', async () => {
    const { app } = world;
    const account = await world.account('Ieke');
    const home = await world.visit();
    const sign = async (password: string, visit: Visit) =>
      said(await app.people.signIn({ email: account.email, password }, visit));
    expect(await sign(PASSWORD, home)).toBe('ok');
    for (let tries = 0; tries < 30; tries += 1) {
      const answer = await sign('iets heel anders', await world.visit());
      expect(answer).toBe('email-or-password-wrong password');
    }
    expect(await sign('iets heel anders', await world.visit())).toBe('too-fast');
    expect(await sign(PASSWORD, await world.visit())).toBe('too-fast');
    expect(await sign('verkeerd getypt', home)).toBe('email-or-password-wrong password');
    expect(await sign(PASSWORD, home)).toBe('ok');
    // Nobody learns by it who exists.
    const unknown = async () =>
      said(
        await app.people.signIn(
          { email: 'niemand.ooit@example.org', password: 'iets heel anders' },
          await world.visit(),
        ),
      );
    for (let tries = 0; tries < 30; tries += 1) await unknown();
    expect(await unknown()).toBe('too-fast');
  });

  test('[P6] a burst of parallel tries is counted too', async () => {
    const { app } = world;
    const account = await world.account('Jan');
    const visit = await world.visit();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        app.people.signIn({ email: account.email, password: 'iets heel anders' }, visit).then(said),
      ),
    );
    expect(answers.filter((answer) => answer === 'too-fast')).toHaveLength(7);
  });

  test('[P6] registrations from one address are counted', async () => {
    const { app } = world;
    const visit = await world.visit();
    const register = (number: number) =>
      app.people
        .register(
          { name: 'Kim', email: `kim${number}.${visit.address}@example.org`, password: PASSWORD },
          visit,
        )
        .then(said);
    for (let number = 0; number < 10; number += 1) expect(await register(number)).toBe('ok');
    expect(await register(10)).toBe('too-fast');
  });
});

describe('the account', () => {
  test('[P7] a taken address is said at its field, also to whoever comes at the same moment', async () => {
    const { app } = world;
    const email = 'lotte@example.org';
    const answers = await Promise.all(
      ['Lotte@Example.org', email, email].map(async (one) =>
        said(
          await app.people.register(
            { name: 'Lotte', email: one, password: PASSWORD },
            await world.visit(),
          ),
        ),
      ),
    );
    expect(answers.sort()).toEqual(['email-taken email', 'email-taken email', 'ok']);
  });

  test('[P36] a password that is guessed first is refused at its field, wherever one is chosen', async () => {
    const { people } = world.app;
    const form = { name: 'Anna de Vries', email: 'annadevries@example.org' };
    const register = async (password: string) =>
      said(await people.register({ ...form, password }, await world.visit()));
    expect(await register('Wachtwoord2026')).toBe('password-common password');
    expect(await register('aaaaaaaaaaaa')).toBe('password-simple password');
    expect(await register('annadevries26')).toBe('password-own password');

    const account = await world.account('Marieke');
    const change = async (newPassword: string) =>
      said(await people.changePassword({ password: PASSWORD, newPassword }, account));
    expect(await change('qwertyuiop')).toBe('password-common newPassword');
    expect(await change('marieke2026')).toBe('password-own newPassword');

    const link = await people.makeResetLink(account.email);
    const token = secretOf(link?.path ?? '');
    const reset = async (newPassword: string) =>
      said(await people.resetPassword({ token, newPassword }, await world.visit()));
    expect(await reset('marieke2026')).toBe('password-own newPassword');
    expect(await reset('welkom2026!!')).toBe('password-common newPassword');
    expect(await reset('vier woorden achter elkaar')).toBe('ok');
  });

  test('[P8] a changed password ends the other sessions and earlier reset links', async () => {
    const { app, signals } = world;
    const account = await world.account('Mila');
    const other = value(
      await app.people.signIn({ ...account, password: PASSWORD }, await world.visit()),
    );
    const link = await app.people.makeResetLink(account.email);
    const newPassword = 'nog een lang wachtwoord';

    expect(
      said(await app.people.changePassword({ password: 'iets anders', newPassword }, account)),
    ).toBe('password-wrong password');
    expect(
      said(await app.people.changePassword({ password: PASSWORD, newPassword: 'kort' }, account)),
    ).toBe('field-too-short newPassword');
    expect(
      said(await app.people.changePassword({ password: PASSWORD, newPassword }, account)),
    ).toBe('ok');
    expect(signals).toContainEqual({ kind: 'session-ended', sessionId: secretHash(other.token) });
    expect(await app.sessions.readSession(other.token)).toBeNull();
    expect(said(await app.people.lookAtReset(secretOf(link?.path ?? '')))).toBe('no-such-link');
    const sign = async (password: string) =>
      said(await app.people.signIn({ email: account.email, password }, await world.visit()));
    expect(await sign(PASSWORD)).toBe('email-or-password-wrong password');
    expect(await sign(newPassword)).toBe('ok');
  });

  test('[P9] a reset link works once, ends every session, and survives a password that is too short', async () => {
    const { app } = world;
    const account = await world.account('Noor');
    const link = await app.people.makeResetLink(account.email.toUpperCase());
    const token = secretOf(link?.path ?? '');
    const reset = async (newPassword: string) =>
      app.people.resetPassword({ token, newPassword }, await world.visit());

    expect(said(await app.people.lookAtReset(token))).toBe('ok');
    expect(said(await reset('kort'))).toBe('field-too-short newPassword');
    const answers = await Promise.all([reset('nieuw wachtwoord 1'), reset('nieuw wachtwoord 2')]);
    expect(answers.map(said).sort()).toEqual(['link-expired', 'ok']);
    expect((await world.visit(null)).session).toBeNull();
    expect(value(await app.people.listSessions(await world.visit(tokenOf(answers)))).length).toBe(
      1,
    );
    expect(said(await app.people.lookAtReset(token))).toBe('link-expired');
    expect(said(await app.people.lookAtReset('verzonnen'))).toBe('no-such-link');
  });

  test('[P9] a reset link is over after an hour', async () => {
    const { app, clock } = world;
    const account = await world.account('Olaf');
    const link = await app.people.makeResetLink(account.email);
    clock.advance(60 * 60_000 + 1);
    expect(said(await app.people.lookAtReset(secretOf(link?.path ?? '')))).toBe('link-expired');
    expect(await app.people.makeResetLink('niemand@example.org')).toBeNull();
  });
});

function tokenOf(answers: { ok: boolean; value?: { token: string } }[]): string {
  return answers.find((answer) => answer.ok)?.value?.token ?? '';
}
