/** What reaches other people's browsers of hidden beloften, over real sockets: every frame is kept and searched. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SESSION_COOKIE } from '#server/auth/session';
import { until, type BareClient } from '#tests/rooms/support/clients';
import { climb, planLadders, writeHidden } from '#tests/support/ladders-world';
import { Live } from '#tests/support/live';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Cast } from '#tests/support/sprint-world';
import { groundOf, knockAt } from '#tests/support/world-on-server';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  world = await World.make(groundOf(server));
});

const SECRET = 'onuitgesproken belofte';
const bystanders = ['facilitator', 'beslisser', 'account', 'waarnemer'] as const;

async function liveOf(who: Cast): Promise<Live> {
  const { token } = await server.app.sessions.createSession(world.sessions[who]?.personId ?? '');
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  return new Live(address, { origin: server.url, cookie: `${SESSION_COOKIE}=${token}` });
}

function keepFrames(client: BareClient): () => string {
  const frames: Buffer[] = [];
  client.socket.on('message', (data: Buffer) => frames.push(Buffer.from(data)));
  return () => Buffer.concat(frames).toString('utf8');
}

it('[C301] a hidden belofte reaches nobody before the reveal, and then nobody with a name', async () => {
  await planLadders(world);
  await world.open('conceptbeloften');
  await climb(world, 'conceptbeloften', [{ id: 'b1', words: 'een uur een uur is', proven: true }]);
  const lives: Live[] = [];
  for (const who of bystanders) lives.push(await liveOf(who));
  const owner = { boardId: await world.boardId('conceptbeloften') };
  const heard: (() => string)[] = [];
  for (const who of bystanders) {
    const client = await knockAt(server, world, who, owner);
    heard.push(keepFrames(client));
    await client.catchUp();
  }
  await world.must('facilitator', world.advance('conceptbeloften', 'open', 'writing'));
  await writeHidden(world, { who: 'deelnemer', exercise: 'conceptbeloften', about: 'n1' }, [
    SECRET,
  ]);
  for (const live of lives) await live.stage(({ now }) => now?.phase === 'writing');
  const told = lives.map((live) => JSON.stringify(live.heard)).join('');
  expect(told).not.toContain(SECRET);
  for (const all of heard) expect(all()).not.toContain(SECRET);
  await world.must('facilitator', world.advance('conceptbeloften', 'writing', 'reveal'));
  for (const all of heard) {
    await until('the belofte is heard', () => all().includes(SECRET));
    expect(all()).not.toContain(world.memberIds.deelnemer);
  }
});
