import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type TestServer } from '#tests/support/start-server';

let server: TestServer;
afterEach(() => server.close());

function opened(url: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

test('a socket from a page of ours is opened, one from elsewhere is refused before', async () => {
  server = await startServer();
  const address = `${server.wsUrl}/live/nosuch?v=1`;
  const socket = await opened(address, { origin: server.url });
  socket.close();
  await expect(opened(address, { origin: 'http://evil.example' })).rejects.toThrow('403');
  await expect(opened(address, {})).rejects.toThrow('403');
  await expect(opened(`${server.wsUrl}/elsewhere`, { origin: server.url })).rejects.toThrow('404');
});

test('the app is ready while its database answers, and closes with a socket open', async () => {
  server = await startServer();
  await opened(`${server.wsUrl}/live/nosuch?v=1`, { origin: server.url });
  expect(await server.app.ready()).toBe(true);
});
