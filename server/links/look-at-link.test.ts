/** Looks at real servers on this machine; what may be connected to is said by the test, and by nothing in the product. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { lookAtLink, publicGround, type LinkGround } from '#server/links/look-at-link';

const own = ['https://kamer.example'];
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** A net in which `there.test` is this machine and these ports are public; everything else is as it is. */
const ground = (...ports: number[]): LinkGround => ({
  async resolve(name) {
    if (name === 'there.test') return ['127.0.0.1'];
    if (name === 'mixed.test') return ['127.0.0.1', '10.0.0.7'];
    throw new Error('no such name');
  },
  mayConnect: (address, port) =>
    (address === '127.0.0.1' && ports.includes(port)) || publicGround.mayConnect(address, port),
});

it('[C267] asks as a guest: nothing of the sprint goes along, the body is not read, by the name that was given', async () => {
  let asked: Record<string, unknown> = {};
  let sent = 0;
  const port = await serve((request, response) => {
    asked = { ...request.headers };
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = setInterval(() => {
      sent += response.write('x'.repeat(65_536)) ? 1 : 0;
    }, 1);
    response.on('close', () => clearInterval(more));
  });
  const seen = await lookAtLink(`http://there.test:${port}/a`, { own, ground: ground(port) });
  expect(seen).toEqual({ status: 'works', embeds: false });
  expect(asked['host']).toBe(`there.test:${port}`);
  expect(asked['cookie']).toBeUndefined();
  expect(asked['referer']).toBeUndefined();
  expect(sent).toBeLessThan(50);
});

it('[C268] tells a page that asks who you are, and one that is not there', async () => {
  const port = await serve(({ url }, response) => {
    if (url === '/in') response.writeHead(302, { location: '/login?next=in' });
    else response.writeHead(url === '/closed' ? 403 : url === '/login?next=in' ? 200 : 404);
    response.end();
  });
  const at = (path: string) =>
    lookAtLink(`http://there.test:${port}${path}`, { own, ground: ground(port) });
  expect((await at('/in')).status).toBe('no-access');
  expect((await at('/closed')).status).toBe('no-access');
  expect((await at('/nothing')).status).toBe('unreachable');
  const nowhere = await lookAtLink('http://nowhere.test/', { own, ground: ground() });
  expect(nowhere.status).toBe('unreachable');
});

it.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://[fe80::1]/',
  'https://kamer.example/sprint',
  'https://kamer.example./sprint',
  'http://user:secret@8.8.8.8/',
  'http://8.8.8.8:22/',
  'ftp://8.8.8.8/',
  'javascript:alert(1)',
  'file:///etc/passwd',
])('[C267] does not go to %s', async (address) => {
  const resolving: LinkGround = { ...publicGround, resolve: async () => ['127.0.0.1'] };
  expect(await lookAtLink(address, { own, ground: resolving })).toEqual({
    ...{ status: 'forbidden', embeds: false },
  });
});

it('[C267] does not follow a redirect to where it may not go, and does not go to a name of which one address is private', async () => {
  let reached = 0;
  const secret = await serve((_, response) => {
    reached += 1;
    response.end();
  });
  const port = await serve((_, response) => {
    response.writeHead(301, { location: `http://127.0.0.1:${secret}/` });
    response.end();
  });
  const look = (address: string) => lookAtLink(address, { own, ground: ground(port) });
  expect((await look(`http://there.test:${port}/`)).status).toBe('forbidden');
  expect((await look(`http://mixed.test:${port}/`)).status).toBe('forbidden');
  expect(reached).toBe(0);
});

it('[C267] resolves a name once: one that becomes another address meanwhile leads nowhere else', async () => {
  const port = await serve((_, response) => response.end());
  let asked = 0;
  const turning: LinkGround = {
    ...ground(port),
    async resolve() {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    },
  };
  const seen = await lookAtLink(`http://there.test:${port}/`, { own, ground: turning });
  expect(seen.status).toBe('works');
  expect(asked).toBe(1);
});

it('[C267] gives up on redirects without end, a head without end, and who says nothing', async () => {
  const round = await serve((_, response) => {
    response.writeHead(302, { location: '/again' });
    response.end();
  });
  const long = await serve((_, response) => {
    response.writeHead(200, { 'x-long': 'x'.repeat(64 * 1024) });
    response.end();
  });
  const silent = await serve(() => undefined);
  for (const port of [round, long, silent]) {
    const startMs = performance.now();
    const seen = await lookAtLink(`http://there.test:${port}/`, {
      ...{ own, ground: ground(port), withinMs: 300 },
    });
    expect(seen).toEqual({ status: 'unreachable', embeds: false });
    expect(performance.now() - startMs).toBeLessThan(3_000);
  }
});
