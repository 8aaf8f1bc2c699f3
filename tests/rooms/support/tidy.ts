/** Closes what a test opened, last first, whatever became of the test. */
import { afterAll, afterEach } from 'vitest';
import { bareClient, stockClient } from '#tests/rooms/support/clients';
import type { BareClient, StockClient } from '#tests/rooms/support/clients';
import { startRoomsServer } from '#tests/rooms/support/rooms-server';
import type { RoomsServer, RoomsServerOptions, Visitor } from '#tests/rooms/support/rooms-server';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';

const closers: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export function atEnd(close: () => void | Promise<void>): void {
  closers.push(close);
}

let shared: Promise<FreshDatabase> | undefined;
afterAll(async () => (await shared)?.close());

/** The database of this test file. */
export function sharedDatabase(): Promise<FreshDatabase> {
  return (shared ??= freshDatabase({ connections: 6 }));
}

/** Rooms and a sprint of its own, on the database of this test file. */
export async function roomsServer(options?: RoomsServerOptions): Promise<RoomsServer> {
  const server = await startRoomsServer({ database: await sharedDatabase(), ...options });
  atEnd(() => server.close());
  return server;
}

export function stock(...given: Parameters<typeof stockClient>): StockClient {
  const client = stockClient(...given);
  atEnd(() => client.close());
  return client;
}

/** An open bare websocket; `caughtUp` below also has the document. */
export async function bare(
  server: RoomsServer,
  visitor: Visitor | undefined,
  options?: { room?: string; query?: string },
): Promise<BareClient> {
  const client = bareClient(server, visitor, options);
  atEnd(() => client.close());
  return client.open();
}

/** In the room, with the document, and with the server's step 1 answered (which is frame 1). */
export async function caughtUp(
  server: RoomsServer,
  visitor: Visitor,
  options?: { room?: string; query?: string },
): Promise<BareClient> {
  const client = await bare(server, visitor, options);
  await client.catchUp();
  client.answer();
  return client;
}
