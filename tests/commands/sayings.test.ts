/** What passes over live sockets without being part of the stage: nudges, reactions, and 'everybody here'. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LiveUp } from '#protocol/live';
import { PROTOCOL_VERSION } from '#protocol/version';
import { Live } from '#tests/support/live';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Cast } from '#tests/support/sprint-world';
import { SESSION_COOKIE } from '#server/auth/session';

let server: TestServer;
let world: World;
const open: Live[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const live of open.splice(0)) live.socket.close();
  const { db, app, clock } = server;
  world = await World.make({
    ...{ ...app, db, clock },
    ...{ signals: [], logged: [], close: async () => {} },
  });
});

/** A live socket that has its first stage. */
async function connect(who: Cast): Promise<Live> {
  const personId = world.sessions[who]?.personId ?? '';
  const { token } = await server.app.sessions.createSession(personId);
  const cookie = `${SESSION_COOKIE}=${token}`;
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  const live = new Live(address, { origin: server.url, cookie });
  open.push(live);
  await live.stage();
  return live;
}

const say = (live: Live, message: LiveUp): void => live.socket.send(JSON.stringify(message));
const react = (live: Live) => say(live, { kind: 'react', reaction: 'clap' });
const heard = (live: Live, kind: string) => live.heard.filter((one) => one.kind === kind);
/** Everything that was sent before it was heard when its answer is. */
async function answered(live: Live): Promise<void> {
  const sentAt = live.heard.length + 1;
  say(live, { kind: 'ping', sentAt });
  await live.until(() => live.heard.some((one) => one.kind === 'pong' && one.sentAt === sentAt));
}

it('[C85] a nudge is heard by the one person, on each of their screens, with the name of who asks', async () => {
  const [laptop, phone, other] = [
    await connect('deelnemer'),
    await connect('deelnemer'),
    await connect('expert'),
  ];
  const nudge = { kind: 'nudge', memberId: world.memberIds.deelnemer } as const;
  await world.must('facilitator', nudge);
  for (const screen of [laptop, phone]) {
    await screen.until(() => heard(screen, 'nudged').length === 1);
    expect(heard(screen, 'nudged')).toEqual([{ kind: 'nudged', by: 'facilitator' }]);
  }
  await answered(other);
  expect(heard(other, 'nudged')).toEqual([]);
});

it('[C85] nobody is nudged twice within twenty seconds, whoever asks; somebody else may be', async () => {
  const nudge = (who: Cast) => ({ kind: 'nudge', memberId: world.memberIds[who] }) as const;
  await world.must('facilitator', nudge('deelnemer'));
  const again = await world.run('co', nudge('deelnemer'));
  expect(again).toMatchObject({ ok: false, refusal: { code: 'too-fast' } });
  expect(again.ok ? 0 : again.refusal.about?.['retryAfterS']).toBeGreaterThan(15);
  expect(await world.says('co', nudge('expert'))).toBe('ok');
  expect(await world.says('facilitator', nudge('facilitator'))).toBe('not-yourself');
  const nobody = { kind: 'nudge', memberId: 'niemand' } as const;
  expect(await world.says('facilitator', nobody)).toBe('no-such-member');
});

it('[C86] bringing everybody here reaches every live socket of the sprint, and of no other', async () => {
  await world.open('hmw');
  const elsewhere = await World.make(world.ground);
  const [member, facilitator] = [await connect('waarnemer'), await connect('facilitator')];
  const boardId = await world.boardId('hmw');
  const view = { x: -120.5, y: 40, w: 1280, h: 720 };
  await world.must('facilitator', { kind: 'bring-here', boardId, view });
  for (const live of [member, facilitator]) {
    await live.until(() => heard(live, 'come').length === 1);
    expect(heard(live, 'come')).toEqual([{ kind: 'come', by: 'facilitator', boardId, view }]);
  }
  await elsewhere.open('hmw');
  const bring = { kind: 'bring-here', boardId, view } as const;
  expect(await elsewhere.says('facilitator', bring)).toBe('no-such-board');
  const huge = { ...bring, view: { ...view, w: 1e9 } };
  expect(await world.says('facilitator', huge)).toBe('field-invalid');
});

it('[C87] a reaction reaches everybody, its sender too', async () => {
  const [sender, other] = [await connect('deelnemer'), await connect('facilitator')];
  react(sender);
  const said = { kind: 'reaction', memberId: world.memberIds.deelnemer, reaction: 'clap' };
  for (const live of [sender, other]) {
    await live.until(() => heard(live, 'reaction').length === 1);
    expect(heard(live, 'reaction')).toEqual([said]);
  }
});

it('[C87] a reaction in a silence is dropped without a word, and passes once the silence is over', async () => {
  await world.open('hmw');
  const [sender, other] = [await connect('deelnemer'), await connect('expert')];
  react(sender);
  await answered(sender);
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  await sender.stage((stage) => stage.now?.phase === 'reveal');
  expect(heard(other, 'reaction')).toEqual([]);
  react(sender);
  await other.until(() => heard(other, 'reaction').length === 1);
  expect(sender.closedWith).toBeUndefined();
});

it('[C87] of a shower of reactions a handful passes', async () => {
  const [sender, other] = [await connect('deelnemer'), await connect('expert')];
  for (let index = 0; index < 30; index++) react(sender);
  await answered(sender);
  await other.until(() => heard(other, 'reaction').length > 0);
  await answered(other);
  expect(heard(other, 'reaction').length).toBeLessThanOrEqual(8);
});

it('[C87] a reaction that nobody knows closes its sender only', async () => {
  const [sender, other] = [await connect('deelnemer'), await connect('expert')];
  sender.socket.send(JSON.stringify({ kind: 'react', reaction: '<script>' }));
  expect(await sender.closed()).toBe(4400);
  await answered(other);
  expect(heard(other, 'reaction')).toEqual([]);
});
