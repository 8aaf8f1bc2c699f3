/** A stroke that is being drawn on a storyboard, as presence on real sockets: of the artist alone, and bounded. */
import { toBase64 } from 'lib0/buffer';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inkOf } from '#document/ink/ink';
import { PRESENCE_MAX_BYTES, SHOWN_STROKE_BYTES } from '#document/presence';
import { boards } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import { caughtUp, roomsServer } from '#tests/rooms/support/tidy';

const how = { tool: 'pen', color: 'ink', width: 'thin' } as const;

/** Two minutes of a wild pen. */
const wild = Array.from({ length: 14_000 }, (_, at) => ({
  ...{ x: ((at * 7_919) % 1_000) + 0.3, y: ((at * 104_729) % 600) + 0.7, pressure: (at % 10) / 10 },
}));
const inkIn = (points: typeof wild, most?: number) =>
  toBase64(inkOf({ ...how, points }, most) ?? new Uint8Array());
const stroke = { id: 's1', on: 'p1', ink: inkIn(wild.slice(0, 40)) };

async function storyboard() {
  const server = await roomsServer();
  const drawnBy = async (penHolder: string | null): Promise<void> => {
    const of = eq(boards.id, server.boardId);
    await server.db.update(boards).set({ kind: 'storyboard', penHolder }).where(of);
    await server.authorityChanged();
  };
  const visitor = await server.enter('Anna');
  await drawnBy(visitor.memberId);
  const anna = await caughtUp(server, visitor);
  const bram = await caughtUp(server, await server.enter('Bram'));
  const seen = () => bram.presence.get('Anna')?.stroke;
  return { server, drawnBy, visitor, anna, bram, seen };
}

test('[C251] a stroke under way is told of the artist while they hold the pen, and of nobody else', async () => {
  const { drawnBy, visitor, anna, bram, seen } = await storyboard();
  anna.say(41, 1, { stroke });
  await until('Bram sees it grow', () => seen() != null);
  expect(seen()).toEqual(stroke);

  bram.say(42, 1, { stroke: { ...stroke, id: 's2' } });
  await until('Anna sees Bram', () => anna.presence.get('Bram') != null);
  expect(anna.presence.get('Bram')?.stroke).toBeNull();

  await drawnBy(null);
  await until('it is gone with the pen', () => seen() === null);
  await drawnBy(visitor.memberId);
  await until('and back with it', () => seen() != null);
  anna.say(41, 2, { stroke: null });
  await until('it ended', () => seen() === null);
});

test('[C251] it is ink within its bytes or nothing is shown, and the longest fits in a state', async () => {
  const { anna, bram, seen } = await storyboard();
  const long = { ...stroke, ink: inkIn(wild, SHOWN_STROKE_BYTES) };
  const id = 'i'.repeat(64);
  expect(JSON.stringify({ stroke: { ...long, id, on: id } }).length).toBeLessThan(
    PRESENCE_MAX_BYTES,
  );
  anna.say(41, 1, { stroke: long });
  await until('the long one is shown', () => seen() != null);
  for (const ink of ['AAAA', 'geen inkt', inkIn(wild.slice(0, 220))]) {
    anna.say(41, 2, { stroke: { ...stroke, ink } });
  }
  anna.say(41, 3, { stroke });
  await until('only what is ink', () => (seen() as typeof stroke | null)?.ink === stroke.ink);
  const told = bram.heard.flatMap((said) => (said.kind === 'presence' ? said.states : []));
  const inks = told.flatMap(
    ([, , shown]) => (shown as { stroke?: typeof stroke })?.stroke?.ink ?? [],
  );
  expect(new Set(inks)).toEqual(new Set([long.ink, stroke.ink]));
  expect(anna.closed).toBeUndefined();
});
