/** Writes in a room as somebody, beside their screen: by the same line that their browser has. */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { socketWith } from '#tests/rooms/support/clients';
import { expect } from './kamer';
import type { Person } from './person';

/** @param write with the room's document as the server has it; its line stays open until this resolves. */
export async function writeBeside(
  person: Person,
  room: string,
  write: (doc: Y.Doc) => Promise<void>,
): Promise<void> {
  const { origin } = new URL(person.page.url());
  const cookies = await person.context.cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const doc = new Y.Doc();
  const line = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, room, doc, {
    WebSocketPolyfill: socketWith(cookie, origin),
    disableBc: true,
  });
  try {
    await expect.poll(() => line.synced).toBe(true);
    await write(doc);
  } finally {
    line.destroy();
    doc.destroy();
  }
}
