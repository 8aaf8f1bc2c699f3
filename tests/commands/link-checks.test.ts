/** The links of a prototype on a real PostgreSQL: looked at when added and each hour, told on the board, bounded. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import * as making from '#document/kinds/prototype/operations';
import { plainLinks, type PlainLink } from '#document/kinds/prototype/plain';
import { local } from '#document/origins';
import { createLinkChecks, type LinkChecks } from '#server/links/link-checks';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
let checks: LinkChecks;
let page: Server;
let status = 200;
let looked: string[] = [];
/** What a browser's commit would tell. */
let committed: (roomId: string, doc: Y.Doc) => void;
const facts = { title: 'Wasbeer', owner: null, variant: '', version: '' };
const address = (path: string) =>
  `http://there.test:${(page.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  ground = await makeGround();
  page = createServer(({ url = '' }, response) => {
    looked.push(url);
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => page.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  page.close();
  await ground.close();
});
beforeEach(async () => {
  status = 200;
  looked = [];
  const { db, rooms, clock } = ground;
  checks = createLinkChecks({
    ...{ db, clock, log: pino({ level: 'silent' }), own: ['https://kamer.example'] },
    rooms: {
      read: (roomId, look) => rooms.read(roomId, look),
      change: (roomIds, work, options) => rooms.change(roomIds, work, options),
      onCommitted(listener) {
        committed = listener;
        return () => undefined;
      },
    },
    ground: { resolve: async () => ['127.0.0.1'], mayConnect: (to) => to === '127.0.0.1' },
  });
  world = await World.make(ground);
  await world.addStep('prototype');
  await world.open('prototype');
});
afterEach(() => checks.close());

async function links(): Promise<PlainLink[]> {
  return ground.rooms.read(await room(), plainLinks);
}
async function room(): Promise<string> {
  return world.roomOf({ boardId: await world.boardId('prototype') });
}
/** As somebody's browser would, with what the server hears of it. */
async function writes(act: (doc: Y.Doc) => void): Promise<void> {
  const roomId = await room();
  await world.onWall('prototype', act);
  await ground.rooms.read(roomId, (doc) => committed(roomId, doc));
}
const statuses = async () => (await links()).map(({ check }) => check?.status ?? null);

it('[C266] a link is looked at when it is added, when its address changes and when somebody asks again', async () => {
  await writes((doc) => making.addLink(doc, 'a', { ...facts, address: address('/a') }, local));
  await vi.waitFor(async () => expect(await statuses()).toEqual(['works']));
  await writes((doc) => making.addFix(doc, 'f', { text: 'Bedrag', sceneId: null }, local));
  status = 403;
  await writes((doc) => making.askLink(doc, 'a', 7, local));
  await vi.waitFor(async () => expect(await statuses()).toEqual(['no-access']));
  status = 200;
  await writes((doc) => making.changeLink(doc, 'a', { ...facts, address: address('/b') }, local));
  await vi.waitFor(async () => expect(await statuses()).toEqual(['works']));
  expect(looked).toEqual(['/a', '/a', '/b']);
});

it('[C266] thirty looks of one sprint in ten minutes and no more; what is taken away meanwhile is not told', async () => {
  await writes((doc) => {
    for (let n = 0; n < 34; n += 1) {
      making.addLink(doc, `l${n}`, { ...facts, address: address(`/${n}`) }, local);
    }
  });
  await vi.waitFor(() => expect(looked).toHaveLength(30), { timeout: 20_000 });
  await checks.close();
  expect(looked).toHaveLength(30);
  expect((await statuses()).filter((one) => one === null)).toHaveLength(4);
});

it('[C268] an address where the server does not go is told as not public', async () => {
  await writes((doc) => making.addLink(doc, 'a', { ...facts, address: 'http://10.0.0.7/' }, local));
  await vi.waitFor(async () => expect(await statuses()).toEqual(['forbidden']));
});

it('[C266] each hour while Thursday or Friday is near, and not before', async () => {
  await world.onWall('prototype', (doc) =>
    making.addLink(doc, 'a', { ...facts, address: address('/hourly') }, local),
  );
  const hours = () => looked.filter((url) => url === '/hourly').length;
  // The sprint begins on Monday 7 January 2030.
  ground.clock.stopAt(new Date('2030-01-08T09:00:00Z'));
  await checks.round();
  expect(hours()).toBe(0);
  ground.clock.stopAt(new Date('2030-01-10T09:00:00Z'));
  await checks.round();
  await checks.round();
  expect(hours()).toBe(1);
  ground.clock.stopAt(new Date('2030-01-10T10:00:01Z'));
  status = 500;
  await checks.round();
  expect(hours()).toBe(2);
  expect(await statuses()).toEqual(['unreachable']);
});
