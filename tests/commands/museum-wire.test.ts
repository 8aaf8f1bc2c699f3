/**
 * What reaches other people's browsers of sketches, over real sockets: every frame is kept and searched,
 * and the documents that the frames make are read.
 */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { plainGallery } from '#document/kinds/gallery/plain';
import type { Stage } from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SESSION_COOKIE } from '#server/auth/session';
import { createHistory } from '#server/history/history';
import { until, type BareClient } from '#tests/rooms/support/clients';
import { Live } from '#tests/support/live';
import { drawSketch, handIn, planSketching } from '#tests/support/sketching';
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

const bystanders = ['facilitator', 'beslisser', 'stand-in', 'waarnemer', 'expert'] as const;
const makers = ['deelnemer', 'account'] as const;
const UNHANDED = 'onuitgesproken';
const HANDED = 'Wasbeer belt eerst';

async function liveOf(who: Cast): Promise<Live> {
  const { token } = await server.app.sessions.createSession(world.sessions[who]?.personId ?? '');
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  return new Live(address, { origin: server.url, cookie: `${SESSION_COOKIE}=${token}` });
}

/** All that came in on a socket, as letters: words in a document are stored as they are read. */
function keepFrames(client: BareClient): () => string {
  const frames: Buffer[] = [];
  client.socket.on('message', (data: Buffer) => frames.push(Buffer.from(data)));
  return () => Buffer.concat(frames).toString('utf8');
}

/** A stage without the list of who is in the sprint, which everybody has. */
function apartFromPeople({ members: _members, me: _me, ...stage }: Stage): string {
  return JSON.stringify({ ...stage, sketches: { ...stage.sketches, missing: null } });
}

it('[C175] nothing of an unhanded page, and no maker before they are told, reaches anybody else', async () => {
  const lives = new Map<Cast, Live>();
  for (const who of bystanders) lives.set(who, await liveOf(who));
  await planSketching(world);
  await world.open('oplossingsschets');
  await drawSketch(world, 'deelnemer', { title: HANDED });
  await handIn(world, 'deelnemer');
  const key = `${world.step('oplossingsschets')}-2`;
  await drawSketch(world, 'deelnemer', { title: UNHANDED, words: UNHANDED, key });
  await drawSketch(world, 'account', { title: 'Een uur is een uur' });
  await handIn(world, 'account');
  for (const live of lives.values()) {
    await live.stage(({ now }) => now?.phase === 'writing');
  }
  await lives.get('beslisser')?.stage(({ sketches }) => sketches?.handedIn === 2);

  await world.open('museum');
  const owner = { boardId: await world.boardId('museum') };
  const clients: BareClient[] = [];
  const heard: (() => string)[] = [];
  for (const who of ['beslisser', 'stand-in', 'waarnemer'] as const) {
    const client = await knockAt(server, world, who, owner);
    heard.push(keepFrames(client));
    clients.push(client);
    await client.catchUp();
  }
  await world.open('bliksemkritiek');
  const [first] = plainGallery(clients[0]?.doc ?? fail()).exhibits;
  const exhibitId = first?.id ?? '';
  await world.must('facilitator', { kind: 'critique-exhibit', exhibitId });
  for (const live of lives.values()) {
    await live.stage(({ museum, now }) => !museum || museum.critique !== null || now === null);
  }

  const secrets = makers.flatMap((who) => [world.memberIds[who], world.sessions[who]?.personId]);
  for (const [who, live] of lives) {
    expect(JSON.stringify(live.heard), who).not.toContain(UNHANDED);
    for (const stage of live.stages) {
      expect(stage.museum?.makers ?? {}).toEqual({});
      for (const secret of secrets) expect(apartFromPeople(stage), who).not.toContain(secret);
    }
  }
  for (const frames of heard) {
    expect(frames()).toContain(HANDED);
    for (const secret of [UNHANDED, ...secrets, ...makers]) expect(frames()).not.toContain(secret);
  }
  for (const { doc } of clients) expect(plainGallery(doc).exhibits).toHaveLength(2);
  const kept = await createHistory(groundOf(server)).list(world.sessions.beslisser, world.sprintId);
  expect(JSON.stringify(kept)).not.toContain(UNHANDED);
  for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret);

  await world.must('facilitator', { kind: 'reveal-maker', exhibitId });
  const { museum } = (await lives
    .get('waarnemer')
    ?.stage((stage) => Object.keys(stage.museum?.makers ?? {}).length > 0)) ?? { museum: null };
  expect(Object.keys(museum?.makers ?? {})).toEqual([exhibitId]);
  expect(makers).toContain(Object.values(museum?.makers ?? {})[0]);
  for (const client of clients) client.socket.close();
  for (const live of lives.values()) live.socket.close();
});

it('[S132] no browser in the room hangs anything, and whoever tries is sent away', async () => {
  await planSketching(world);
  await world.open('museum');
  const owner = { boardId: await world.boardId('museum') };
  const hand = await knockAt(server, world, 'facilitator', owner);
  await hand.catchUp();
  hand.answer();
  hand.sync(
    2,
    hand.change((doc) => doc.getMap('exhibits').set('mine', 'van mij')),
  );
  await until('they are sent away', () => hand.closed !== undefined);
  const roomId = await world.roomOf(owner);
  expect((await server.app.rooms.read(roomId, plainGallery)).exhibits).toEqual([]);
});

function fail(): never {
  throw new Error('nobody is in the museum');
}
