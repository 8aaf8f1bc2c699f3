/** The recorder that guards the secrets can itself fail: each way in which a letter may leak is found. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import * as encoding from 'lib0/encoding';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { alphabets, noteOf } from './support/alphabets';
import { Wire } from './support/wire';

const NOTHING = '<!doctype html><title>niets</title>';

/** The update of a document as a frame of the sync protocol. */
function frameOf(doc: Y.Doc): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  return Buffer.from(encoding.toUint8Array(encoder));
}

test('letters in a page, in escaped JSON, and typed into a document one by one are each found', async ({
  page,
}) => {
  const letters = [...alphabets.second];
  const [inPage = '', inJson = '', erased = '', held = '', never = ''] = letters;
  const wire = new Wire(page);
  const doc = new Y.Doc({ gc: false });
  const text = doc.getText('secret');
  text.insert(0, erased);
  text.delete(0, 1);
  text.insert(0, held);
  const server = createServer((request, response) => {
    const escaped = `\\u${inJson.codePointAt(0)?.toString(16) ?? ''}`;
    const [type, body] =
      request.url === '/json'
        ? ['application/json', `{"text":"${escaped}"}`]
        : [
            'text/html; charset=utf-8',
            request.url === '/page' ? `${NOTHING}<p hidden>${inPage}` : NOTHING,
          ];
    response.setHeader('content-type', type).end(body);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.send(frameOf(doc)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const leaky = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.goto(`${leaky}/page`);
  await page.evaluate(async (host) => {
    await fetch(`${host}/json`);
    await new Promise<void>((resolve) => {
      const socket = new WebSocket(`${host.replace('http', 'ws')}/sync/a/b/c`);
      socket.onmessage = () => resolve();
    });
  }, leaky);

  await expect.poll(() => wire.frameCount).toBeGreaterThan(0);
  expect(await wire.findAny(inPage)).toEqual([`body of ${leaky}/page: ${inPage}`]);
  expect(await wire.findAny(inJson)).toEqual([`body of ${leaky}/json: ${inJson}`]);
  for (const letter of [erased, held]) {
    expect((await wire.findAny(letter)).map((found) => found.split(' ')[0])).toEqual([
      'frame',
      'document',
    ]);
  }
  expect(await wire.findAny(never)).toEqual([]);
  for (const socket of sockets.clients) socket.terminate();
  server.close();
});

test('each person of a story writes in letters that nobody else uses', () => {
  const used = Object.values(alphabets).flatMap((alphabet) => [...alphabet]);
  expect(new Set(used).size).toBe(used.length);
  expect(noteOf('first', 1)).toBe(noteOf('first', 1));
  expect(noteOf('first', 1)).not.toBe(noteOf('first', 2));
});
