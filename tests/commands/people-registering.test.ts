/** Registering where mail can be sent: what is answered, what is mailed, and what a link does. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { people, registrations, tickets } from '#server/db/tables';
import type { Visit } from '#server/people/parts';
import { readMail, startMailSink, type MailSink } from '#tests/support/mail-sink';
import {
  PASSWORD,
  said,
  secretOf,
  startPeople,
  value,
  type PeopleWorld,
} from '#tests/support/people-world';

const HOUR_MS = 60 * 60 * 1000;
const mailing = (smtpUrl: string) => ({
  ...{ smtpUrl, mailFrom: 'Kamer <kamer@example.org>', origins: ['https://kamer.example.org'] },
});

let sink: MailSink;
let world: PeopleWorld;
/** The same database without mail, where an account is there at once. */
let plain: PeopleWorld;
beforeAll(async () => {
  sink = await startMailSink({ refuses: 'bestaat-niet@' });
  world = await startPeople({ config: mailing(sink.url) });
  plain = await startPeople({ database: world.database });
});
afterAll(async () => {
  await plain.close();
  await world.close();
  await sink.close();
});

let drawn = 0;
const newEmail = () => `nieuw${(drawn += 1)}@example.org`;

async function register(email: string, more: object = {}, by?: Visit, on = world) {
  const form = { name: 'Noor', email, password: PASSWORD, ...more };
  return on.app.people.register(form, by ?? (await on.visit()));
}

const mailsTo = (email: string) =>
  sink.messages.map(readMail).filter((text) => text.includes(`To: ${email}`));

/** The secrets of the links mailed to an address, when there are as many as told. */
async function linksTo(email: string, count = 1): Promise<string[]> {
  await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(count), { timeout: 10_000 });
  return mailsTo(email).map((text) => secretOf(/\/register\/[\w-]{43}/.exec(text)?.[0] ?? ''));
}

async function linkTo(email: string): Promise<string> {
  const [token = ''] = await linksTo(email);
  return token;
}

const look = async (token: string, on = world) =>
  said(await on.app.people.lookAtRegistration(token));

async function confirm(
  token: string,
  { password = PASSWORD, by = null as Visit | null, on = world } = {},
) {
  return on.app.people.confirmRegistration({ token, password }, by ?? (await on.visit()));
}

const accountsOf = (email: string) => world.db.select().from(people).where(eq(people.email, email));
const waitingFor = (email: string) =>
  world.db.select().from(registrations).where(eq(registrations.email, email));

test('[P41] a new address and one with an account get the same answer, and each the mail for them', async () => {
  const { email: known } = await plain.account('Anna');
  const unknown = newEmail();
  const answers = [await register(unknown), await register(known.toUpperCase())];
  expect(answers).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  const token = await linkTo(unknown);
  expect(value(await world.app.people.lookAtRegistration(token))).toEqual({
    ...{ name: 'Noor', email: unknown },
  });
  await linksTo(known);
  const [mail = ''] = mailsTo(known);
  expect(mail).toContain('Je hebt al een account');
  expect(mail).toContain('https://kamer.example.org/sign-in');
  expect(mail).toContain('https://kamer.example.org/forgot');
  expect(mail).not.toContain('/register/');
  await vi.waitFor(async () => expect(await waitingFor(known)).toEqual([]));
});

test('[P41] the answers take as long as each other', async () => {
  const timed = await startPeople({
    ...{ database: world.database, config: mailing(sink.url) },
    rateLimits: { registrationPerEmail: { points: 1000, perS: 1 } },
  });
  const { email: known } = await plain.account('Bea');
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 15; round += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const visit = await timed.visit();
      const email = kind === 'known' ? known : newEmail();
      const start = performance.now();
      await register(email, {}, visit, timed);
      times[kind].push(performance.now() - start);
    }
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const ratio = median(times.known) / median(times.unknown);
  await timed.close();
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.6);
});

test('[P41] a server that dies before its mail went out sends it when it is back, for both addresses', async () => {
  const lines = new Set<Socket>();
  const silent = createServer((line) => lines.add(line));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const dying = await startPeople({ database: world.database, config: mailing(url) });
  const known = (await plain.account('Cor')).email;
  const unknown = newEmail();
  // Answered although the mail server says nothing.
  for (const email of [known, unknown])
    expect(said(await register(email, {}, undefined, dying))).toBe('ok');
  await vi.waitFor(async () => {
    const [waiting] = await waitingFor(unknown);
    expect(waiting?.mailDueAt?.getTime()).toBeGreaterThan(dying.clock.now().getTime());
  });
  await dying.close();

  const back = await startPeople({
    database: world.database,
    config: mailing(sink.url),
    clock: world.clock,
  });
  world.clock.advance(3 * 60 * 1000);
  await back.app.people.sendDueMails();
  const token = await linkTo(unknown);
  await linksTo(known);
  expect(said(await confirm(token, { on: back }))).toBe('ok');
  await back.app.people.sendDueMails();
  expect([mailsTo(known).length, mailsTo(unknown).length]).toEqual([1, 1]);
  await back.close();
  for (const line of lines) line.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

test('[P41] looking changes nothing, the password is asked, and a link makes one account once', async () => {
  const email = newEmail();
  await register(email);
  const token = await linkTo(email);
  expect([await look(token), await look(token)]).toEqual(['ok', 'ok']);
  expect(await accountsOf(email)).toEqual([]);
  const wrong = await confirm(token, { password: 'wat een ander koos' });
  expect(said(wrong)).toBe('password-not-chosen password');

  const answers = await Promise.all([confirm(token), confirm(token), confirm(token)]);
  const again = answers.map(said).sort();
  expect(again.filter((one) => one === 'ok')).toHaveLength(1);
  expect(await accountsOf(email)).toHaveLength(1);
  expect(await waitingFor(email)).toEqual([]);
  expect([await look(token), said(await confirm(token))]).toEqual([
    'registration-confirmed',
    'registration-confirmed',
  ]);
  const signedIn = await world.app.people.signIn(
    { email, password: PASSWORD },
    await world.visit(),
  );
  expect(said(signedIn)).toBe('ok');
  expect(await look('verzonnen')).toBe('no-such-link');
});

test('[P43] the link in the mail leads to where one was going, and to no other server', async () => {
  const next = '/sprint/abc?board=1';
  const [email, lured] = [newEmail(), newEmail()];
  await register(email, { next });
  expect(value(await confirm(await linkTo(email)))).toMatchObject({ next });
  for (const evil of ['https://evil.example/', '//evil.example', `/${'x'.repeat(3_000)}`]) {
    await register(lured, { next: evil });
  }
  expect((await waitingFor(lured)).map((one) => one.next)).toEqual(['', '', '']);
  const { email: known } = await plain.account('Daan');
  await register(known, { next });
  await linksTo(known);
  expect(mailsTo(known).join()).toContain(`/sign-in?next=${encodeURIComponent(next)}`);
});

test('[P41] of several registrations with one address the first confirmed holds; the others are told', async () => {
  const email = newEmail();
  await register(email);
  await linksTo(email);
  await register(email, { password: 'nog een lang wachtwoord' });
  const [first = '', second = ''] = await linksTo(email, 2);
  expect(said(await confirm(second, { password: 'nog een lang wachtwoord' }))).toBe('ok');
  expect([await look(first), said(await confirm(first))]).toEqual(['email-taken', 'email-taken']);
  expect(await accountsOf(email)).toHaveLength(1);
});

test('[P41] a link is good for a day, and says so afterwards; what it held is gone', async () => {
  const email = newEmail();
  await register(email);
  const token = await linkTo(email);
  world.clock.advance(24 * HOUR_MS + 1);
  expect([await look(token), said(await confirm(token))]).toEqual([
    'registration-expired',
    'registration-expired',
  ]);
  await world.app.people.deleteWhatIsOver();
  expect(await waitingFor(email)).toEqual([]);
  expect(await look(token)).toBe('registration-expired');
});

test('[P41] neither password nor link can be read in the database', async () => {
  const email = newEmail();
  await register(email);
  const token = await linkTo(email);
  const rows = JSON.stringify([
    await waitingFor(email),
    await world.db.select().from(tickets).where(eq(tickets.kind, 'registration')),
  ]);
  expect(rows).toContain(email);
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(PASSWORD);
});

test('[P41] an invitation is used up by the confirmation, not by asking', async () => {
  const config = { ...mailing(sink.url), registration: 'invite' as const };
  const invited = await startPeople({ database: world.database, config });
  const { path } = await invited.app.people.makeInvitation();
  const invitation = secretOf(path);
  const [one, other] = [newEmail(), newEmail()];
  expect(said(await register(one, {}, undefined, invited))).toBe('invitation-needed');
  for (const email of [one, other]) {
    expect(said(await register(email, { invitation }, undefined, invited))).toBe('ok');
  }
  expect(said(await confirm(await linkTo(one), { on: invited }))).toBe('ok');
  const late = await linkTo(other);
  expect([await look(late, invited), said(await confirm(late, { on: invited }))]).toEqual([
    'invitation-used',
    'invitation-used',
  ]);
  expect(await accountsOf(other)).toEqual([]);

  const closed = await startPeople({
    ...{
      database: world.database,
      config: { ...mailing(sink.url), registration: 'closed' as const },
    },
  });
  expect(said(await register(newEmail(), {}, undefined, closed))).toBe('registration-closed');
  expect(await look(late, closed)).toBe('registration-closed');
  await closed.close();
  await invited.close();
});

test('[P41] a guest keeps the seat, confirmed from whatever device; the old cookie opens nothing', async () => {
  const { sprintId, code } = await plain.sprint(await plain.account('Fenna'));
  const guest = await world.guest(code, 'Daan');
  const email = newEmail();
  await register(email, { keep: 'yes' }, guest);
  const { token } = value(await confirm(await linkTo(email)));
  const account = await world.visit(token);
  expect(account.session).toMatchObject({ personId: guest.session?.personId, email });
  expect(value(await world.app.people.listSprints(account)).map(({ id }) => id)).toEqual([
    sprintId,
  ]);
  const sessionId = guest.session?.id;
  expect(world.signals).toContainEqual({ kind: 'session-ended', sessionId });
});

test('[P41] a guest whose session ended meanwhile leaves the seat behind', async () => {
  const { code } = await plain.sprint(await plain.account('Gijs'));
  const guest = await world.guest(code, 'Els');
  const email = newEmail();
  await register(email, { keep: 'yes' }, guest);
  const link = await linkTo(email);
  await world.app.people.signOut(guest);
  const { token } = value(await confirm(link));
  expect(value(await world.app.people.listSprints(await world.visit(token)))).toEqual([]);
});

test('[P41] three mails an hour go to one address, without a word about it', async () => {
  const email = newEmail();
  const answers: string[] = [];
  for (let times = 0; times < 5; times += 1) answers.push(said(await register(email)));
  expect(new Set(answers)).toEqual(new Set(['ok']));
  const other = newEmail();
  await register(other);
  await linksTo(other);
  await linksTo(email, 3);
  expect(await waitingFor(email)).toHaveLength(3);
});

test('[P41] an address that the mail server refuses for good is answered alike, and not tried again', async () => {
  const email = 'bestaat-niet@example.org';
  expect(said(await register(email))).toBe('ok');
  await vi.waitFor(async () => expect(await waitingFor(email)).toEqual([]), { timeout: 10_000 });
  expect(mailsTo(email)).toEqual([]);
});

test('[P41] without mail the account is there at once, and a taken address is said', async () => {
  const email = newEmail();
  expect(value(await register(email, {}, undefined, plain))?.token).toBeTruthy();
  expect(said(await register(email, {}, undefined, plain))).toBe('email-taken email');
});
