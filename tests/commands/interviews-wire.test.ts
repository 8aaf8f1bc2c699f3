/** What reaches other people's browsers during a talk with a customer, over real sockets: every frame is kept and searched. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainGrid } from '#document/kinds/grid/plain';
import { closeCodes } from '#protocol/close-codes';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SESSION_COOKIE } from '#server/auth/session';
import { createHistory } from '#server/history/history';
import type { BareClient } from '#tests/rooms/support/clients';
import {
  beginTalk,
  customerNames,
  gridOf,
  makeInterviewer,
  observe,
  openInterviews,
  roundOff,
} from '#tests/support/interviewing';
import { Live } from '#tests/support/live';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Cast } from '#tests/support/sprint-world';
import { groundOf, knockAt } from '#tests/support/world-on-server';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startServer();
  world = await World.make(groundOf(server));
});
afterAll(() => server.close());

const SEEN = 'wasbeerwoord';

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

it('[C288] nothing of an observation reaches another before the end, and nothing of the grid who talks', async () => {
  await makeInterviewer(world, 'account');
  await openInterviews(world);
  await beginTalk(world);
  const bystanders = ['facilitator', 'beslisser', 'waarnemer', 'expert', 'account'] as const;
  const lives = new Map<Cast, Live>();
  for (const who of bystanders) lives.set(who, await liveOf(who));
  const owner = { boardId: await world.boardId('interviews') };
  const clients: BareClient[] = [];
  const heard: (() => string)[] = [];
  for (const who of ['facilitator', 'beslisser', 'waarnemer'] as const) {
    const client = await knockAt(server, world, who, owner);
    heard.push(keepFrames(client));
    clients.push(client);
    await client.catchUp();
  }
  await observe(world, 'deelnemer', { text: SEEN });
  await world.must('facilitator', { kind: 'set-hand', up: true });
  for (const live of lives.values()) {
    await live.stage(({ members }) => members.some(({ handRaisedAt }) => handRaisedAt !== null));
  }
  for (const [who, live] of lives) {
    expect(JSON.stringify(live.heard), who).not.toContain(SEEN);
    if (who !== 'account') continue;
    for (const stage of live.stages) expect(stage.now?.board ?? null).toBeNull();
  }
  for (const frames of heard) expect(frames()).not.toContain(SEEN);
  const refused = await knockAt(server, world, 'account', owner);
  expect(await refused.ended()).toBe(closeCodes.notAMember);
  expect(plainGrid(refused.doc).rows).toEqual([]);

  await roundOff(world, 'K1');
  expect((await gridOf(world)).observations.map(({ text }) => text)).toEqual([SEEN]);
  for (const who of ['beslisser', 'waarnemer', 'expert'] as const) {
    for (const name of customerNames) {
      expect(JSON.stringify(lives.get(who)?.heard), who).not.toContain(name);
    }
  }
  const kept = await createHistory(groundOf(server)).list(world.sessions.beslisser, world.sprintId);
  for (const name of customerNames) expect(JSON.stringify(kept)).not.toContain(name);
  for (const client of clients) client.socket.close();
  for (const live of lives.values()) live.socket.close();
});
