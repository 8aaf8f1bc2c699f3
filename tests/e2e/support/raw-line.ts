/** The room as a program of one's own would enter it: with a person's cookie, and without a page. */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { socketWith, until } from '#tests/rooms/support/clients';
import type { Person } from './person';

/** On the board that the person has before them, with all of it. Destroy `line` when done. */
export async function rawLine(person: Person): Promise<{ doc: Y.Doc; line: WebsocketProvider }> {
  const { origin, host } = new URL(person.page.url());
  const cookies = await person.context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const doc = new Y.Doc();
  const room = person.wire.stage.now?.board?.room ?? '';
  const line = new WebsocketProvider(`ws://${host}/sync`, room, doc, {
    WebSocketPolyfill: socketWith(cookie, origin) as never,
    disableBc: true,
  });
  await until('the raw socket has the board', () => line.synced);
  return { doc, line };
}
