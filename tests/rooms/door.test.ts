import { connect } from 'node:net';
import { eq } from 'drizzle-orm';
import { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { members } from '#server/db/tables';
import { PROTOCOL_VERSION } from '#protocol/version';
import { BareClient, until } from '#tests/rooms/support/clients';
import { bare, roomsServer, stock } from '#tests/rooms/support/tidy';
import { createRoomLog, type RoomLog } from '#server/store/room-log';
import { sharedText } from '#tests/rooms/support/shared-text';

/** @returns the status with which an upgrade was refused, or 101. */
function statusOf(address: string, headers: Record<string, string>, origin?: string) {
  return new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(address, { headers, origin });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

test('[S1] a socket without our Origin is refused before the upgrade', async () => {
  const server = await roomsServer();
  const { cookie } = await server.enter('Anna');
  const address = `${server.wsUrl}/sync/${server.boardName}`;
  expect(await statusOf(address, { cookie })).toBe(403);
  expect(await statusOf(address, { cookie }, 'http://elsewhere.example')).toBe(403);
  expect(await statusOf(address, { cookie }, server.origin)).toBe(101);
});

test('[S1] a path that is no room is refused before the upgrade', async () => {
  const server = await roomsServer();
  const { cookie } = await server.enter('Anna');
  for (const path of [
    '/',
    '/sync/',
    '/sync/a/b',
    '/sync/a/private/b',
    '/live/',
    '/live/a/b',
    '/x',
  ]) {
    expect(await statusOf(`${server.wsUrl}${path}`, { cookie }, server.origin), path).toBe(404);
  }
});

test('[S1] one socket too many of a person is refused, of another it is not', async () => {
  const server = await roomsServer({ limits: { socketsPerPerson: 2 } });
  const anna = await server.enter('Anna');
  const bram = await server.enter('Bram');
  const address = `${server.wsUrl}/sync/${server.boardName}`;
  await bare(server, anna);
  const second = await bare(server, anna);
  expect(await statusOf(address, { cookie: anna.cookie }, server.origin)).toBe(429);
  expect(await statusOf(address, { cookie: bram.cookie }, server.origin)).toBe(101);
  second.close();
  await until('there is place again', async () => {
    return (await statusOf(address, { cookie: anna.cookie }, server.origin)) === 101;
  });
});

test('[S1] a line that breaks during the door leaves the server standing', async () => {
  const server = await roomsServer();
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`GET /sync/${server.boardName} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`);
  socket.write(`Origin: ${server.origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  socket.on('error', () => undefined);
  socket.resetAndDestroy();
  const anna = await server.enter('Anna');
  await (await bare(server, anna)).next('step-1');
});

test('[S2] each closes with its code, was not read, and no room was touched', async () => {
  const touched: string[] = [];
  const wrapLog = (log: RoomLog): RoomLog => ({
    ...log,
    load: (roomId) => {
      touched.push(roomId);
      return log.load(roomId);
    },
  });
  const server = await roomsServer({ wrapLog });
  const anna = await server.enter('Anna');
  const bram = await server.enter('Bram');
  const gone = await server.enter('Weg');
  await server.db
    .update(members)
    .set({ removedAt: new Date() })
    .where(eq(members.id, gone.memberId));
  await server.authorityChanged();
  const pile = await server.privateRoomOf(bram);
  const board = server.boardName;
  const [sprintId, boardId] = board.split('/');
  const other = await roomsServer();

  const cases: [string, string | undefined, string, number][] = [
    ['no cookie', undefined, board, 4401],
    ['a cookie of nobody', `${anna.cookie}x`, board, 4401],
    ['a member who was removed', gone.cookie, board, 4403],
    ["somebody else's private room", anna.cookie, pile.name, 4403],
    ['a private room of nobody', anna.cookie, `${sprintId}/private/nobody/x`, 4403],
    ['no such sprint', anna.cookie, `nosprint/${boardId}/x`, 4404],
    ['a sprint of others', anna.cookie, other.boardName, 4403],
    ['no such board', anna.cookie, `${sprintId}/noboard/x`, 4404],
    ['another lineage', anna.cookie, `${sprintId}/${boardId}/older`, 4410],
    ['an older page', anna.cookie, `${board}?v=${PROTOCOL_VERSION - 1}`, 4409],
    ['no version at all', anna.cookie, `${board}?v=new`, 4409],
  ];
  for (const [what, cookie, room, code] of cases) {
    const client = new BareClient(`${server.wsUrl}/sync/${room}`, {
      cookie,
      origin: server.origin,
    });
    await client.open();
    client.send(Uint8Array.of(99));
    expect([what, await client.ended(), client.heard]).toEqual([what, code, []]);
  }
  expect(touched).toEqual([]);
  const current = await bare(server, anna, { query: `?v=${PROTOCOL_VERSION}` });
  await current.next('step-1');
  expect(touched).toEqual([server.board.id]);
});

test('[S2] authority that cannot be read closes with a code that says: come back', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  server.failAuthority(true);
  expect(await (await bare(server, anna)).ended()).toBe(4503);
  server.failAuthority(false);
  await (await bare(server, anna)).next('step-1');
});

test('[S2] live sockets get session, sprint and version to judge for themselves', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  const address = `${server.wsUrl}/live/${server.sprintId}?v=3`;
  const client = new BareClient(address, { cookie: anna.cookie, origin: server.origin });
  expect(await client.ended()).toBe(1000);
  expect(server.live.connected).toMatchObject([
    { sprintId: server.sprintId, version: 3, session: { id: anna.sessionId } },
  ]);
});

test('[S3] two stock providers with nothing but their cookies write together', async () => {
  const server = await roomsServer();
  const a = stock(server, await server.enter('Anna'));
  const b = stock(server, await server.enter('Bram'));
  await until('both are synced', () => a.provider.synced && b.provider.synced);
  expect(a.doc.getMap('meta').get('kind')).toBe('wall');
  sharedText(a.doc).insert(0, 'samen');
  await until('Bram has it', () => sharedText(b.doc).toString() === 'samen');
  sharedText(b.doc).delete(0, 1);
  await until('Anna has it', () => sharedText(a.doc).toString() === 'amen');
  const { updates } = await createRoomLog(server.db).load(server.board.id);
  expect(updates.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});
