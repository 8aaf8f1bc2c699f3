import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMail } from '#server/mail/mail';
import { readMail, startMailSink, type MailSink } from '#tests/support/mail-sink';
import { said, startPeople, type PeopleWorld } from '#tests/support/people-world';

let sink: MailSink;
let world: PeopleWorld;
/** The same server without mail, where an account is there at once. */
let plain: PeopleWorld;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startPeople({
    config: {
      ...{ smtpUrl: sink.url, mailFrom: 'Kamer <kamer@example.org>' },
      origins: ['https://kamer.example.org', 'https://kamer.internal'],
    },
  });
  plain = await startPeople({ database: world.database });
});
afterAll(async () => {
  await plain.close();
  await world.close();
  await sink.close();
});

const lastMessage = () => readMail(sink.messages.at(-1) ?? '');

test('[P5] a known address gets a link by mail, an unknown one nothing, and both the same answer', async () => {
  const { people } = world.app;
  const account = await plain.account('Anna');
  const ask = async (email: string) => people.forgotPassword({ email }, await world.visit());

  const unknown = await ask('niemand@example.org');
  const known = await ask(account.email);
  expect(known).toEqual(unknown);
  await vi.waitFor(() => expect(sink.messages).toHaveLength(1), { timeout: 10_000 });
  expect(lastMessage()).toContain(`To: ${account.email}`);
  const [, token = ''] =
    /https:\/\/kamer\.example\.org\/reset\/([\w-]{43})/.exec(lastMessage()) ?? [];
  expect(said(await people.lookAtReset(token))).toBe('ok');
});

test('[P43] the link for a new password leads on to where one was going, and to no other server', async () => {
  const { people } = world.app;
  const account = await plain.account('Dora');
  const ask = async (next: string) =>
    people.forgotPassword({ email: account.email, next }, await world.visit());
  const links = () =>
    sink.messages
      .map(readMail)
      .filter((text) => text.includes(`To: ${account.email}`))
      .map((text) => /\/reset\/[\w-]{43}(\S*)/.exec(text)?.[1]);
  await ask('/sprint/abc');
  await ask('//evil.example/sprint');
  await vi.waitFor(() => expect(links()).toHaveLength(2), { timeout: 10_000 });
  expect(links().sort()).toEqual(['', `?next=${encodeURIComponent('/sprint/abc')}`]);
});

test('[P31] a mail server without an origin is no mail server: no link is made from a request', () => {
  const from = 'Kamer <kamer@example.org>';
  expect(createMail({ url: sink.url, from, origin: undefined })).toBeNull();
  const mail = createMail({ url: sink.url, from, origin: 'https://kamer.example.org' });
  expect(mail?.linkTo('/reset/x')).toBe('https://kamer.example.org/reset/x');
  mail?.close();
});

test('[P6] one address gets three mails an hour at most, without a word about it', async () => {
  const { people } = world.app;
  const account = await plain.account('Bram');
  const before = sink.messages.length;
  const answers: string[] = [];
  for (let times = 0; times < 5; times += 1) {
    answers.push(said(await people.forgotPassword({ email: account.email }, await world.visit())));
  }
  expect(new Set(answers)).toEqual(new Set(['ok']));
  const other = await plain.account('Carla');
  await people.forgotPassword({ email: other.email }, await world.visit());
  const to = (email: string) => sink.messages.filter((message) => message.includes(email)).length;
  await vi.waitFor(() => expect([to(account.email), to(other.email)]).toEqual([3, 1]), {
    timeout: 10_000,
  });
  expect(sink.messages.length).toBe(before + 4);
});
