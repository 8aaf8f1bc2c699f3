/** A storyboard's step that ends while its artist draws, over real sockets. */
import { fromBase64, toBase64 } from 'lib0/buffer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inkOf } from '#document/ink/ink';
import * as story from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { local, server as byServer } from '#document/origins';
import { until, type BareClient } from '#tests/rooms/support/clients';
import { World } from '#tests/support/sprint-world';
import { startServer, type TestServer } from '#tests/support/start-server';
import { groundOf, knockAt } from '#tests/support/world-on-server';

let server: TestServer;
let world: World;
let artist: BareClient;
let other: BareClient;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  world = await World.make(groundOf(server));
  await world.addStep('storyboard');
  await world.open('storyboard');
  await world.onWall('storyboard', (doc) => story.addPanel(doc, { id: 'p1' }, byServer));
  const boardId = await world.boardId('storyboard');
  await world.must('deelnemer', { kind: 'ask-pen', boardId, ask: true });
  artist = await knockAt(server, world, 'deelnemer', { boardId });
  other = await knockAt(server, world, 'account', { boardId });
  for (const client of [artist, other]) {
    await client.catchUp();
    client.answer();
  }
});

const ink = inkOf({
  ...{ tool: 'pen', color: 'ink', width: 'thin' },
  points: [0, 100, 300].map((x) => ({ x, y: x / 2, pressure: null })),
}) as Uint8Array;
const shown = (id: string) => ({ id, on: 'p1', ink: toBase64(ink) });

async function strokes() {
  const roomId = await world.roomOf({ boardId: await world.boardId('storyboard') });
  const { panels } = await server.app.rooms.read(roomId, plainStoryboard);
  return panels
    .flatMap((panel) => panel.strokes)
    .map(({ id, ink: bytes }) => [id, toBase64(bytes)]);
}
/** The id of the stroke that somebody is seen to draw. */
const drawnBy = (name: string): string | undefined =>
  (other.presence.get(name)?.stroke as { id: string } | null | undefined)?.id;
const closes = () =>
  world.must('facilitator', { kind: 'close-step', stepId: world.step('storyboard') });

it('[C264] what the artist was drawing is kept, and stands in the moment of that end', async () => {
  artist.say(41, 1, { stroke: shown('s1') });
  await until('it is seen', () => other.presence.get('deelnemer')?.stroke != null);
  await closes();
  expect(await strokes()).toEqual([['s1', toBase64(ink)]]);
  const [last] = await world.moments('storyboard');
  const { facilitator } = world.sessions;
  const sheet = await world.history.moment(facilitator, world.sprintId, last?.id ?? '');
  const then = new Y.Doc();
  Y.applyUpdate(then, fromBase64(sheet.state));
  expect(plainStoryboard(then).panels[0]?.strokes.map(({ id }) => id)).toEqual(['s1']);
});

it('[C264] one that was stored before the end is not doubled, and nobody else’s is laid', async () => {
  artist.say(41, 1, { stroke: shown('s1') });
  other.say(42, 1, { stroke: shown('s2') });
  artist.sync(
    2,
    artist.change((doc) => story.addStroke(doc, { id: 's1', panelId: 'p1', ink }, local)),
  );
  await until('it is stored', async () => (await strokes()).length === 1);
  await until('both are seen', () => other.presence.get('deelnemer')?.stroke != null);
  await closes();
  expect((await strokes()).map(([id]) => id)).toEqual(['s1']);
});

it('[C264] where the step is put back on the agenda it is kept as well', async () => {
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('storyboard') });
  await world.addStep('storyboard');
  await world.open('storyboard');
  artist.say(41, 2, { stroke: shown('s3') });
  await until('it is seen', () => drawnBy('deelnemer') === 's3');
  await world.must('facilitator', { kind: 'back-step', from: world.step('storyboard') });
  expect((await strokes()).map(([id]) => id)).toEqual(['s3']);
});
