/** The countdown of a reveal on a real server: live sockets that answer or stay silent, and a clock that the test turns. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LiveUp } from '#protocol/live';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SESSION_COOKIE } from '#server/auth/session';
import { REVEAL_COUNTDOWN_MS, REVEAL_GRACE_MS } from '#domain/sprint/reveal';
import { until } from '#tests/rooms/support/clients';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { Live } from '#tests/support/live';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Cast } from '#tests/support/sprint-world';
import { turnableClock } from '#tests/support/turnable-clock';

/** Of today: a session would not be of this century otherwise. */
const NOON = new Date();
const config = { revealCountdownMs: REVEAL_COUNTDOWN_MS };

let database: FreshDatabase;
let server: TestServer;
let world: World;
const open: Live[] = [];
const turned = turnableClock();
/** How often the server looked at the clock. */
let looks = 0;
const clock = {
  ...turned,
  now() {
    looks += 1;
    return turned.now();
  },
};

const ground = ({ db, app }: TestServer) => {
  const { commands, authorities, rooms, stages } = app;
  return {
    ...{ db, commands, authorities, rooms, stages, clock },
    ...{ signals: [], logged: [], close: async () => {} },
  };
};

beforeAll(async () => {
  database = await freshDatabase({ connections: 12 });
  server = await startServer({ config, clock, database });
});
afterAll(async () => {
  await server.close();
  await database.close();
});
beforeEach(async () => {
  clock.stopAt(NOON);
  world = await World.make(ground(server));
  await world.open('hmw');
});
afterEach(() => {
  for (const live of open.splice(0)) live.socket.close();
});

async function page(who: Cast): Promise<Live> {
  const { app, url, wsUrl } = server;
  const { token } = await app.sessions.createSession(world.sessions[who]?.personId ?? '');
  const live = new Live(`${wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`, {
    ...{ origin: url, cookie: `${SESSION_COOKIE}=${token}` },
  });
  open.push(live);
  await live.stage();
  return live;
}

const reveal = () => world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
const phase = async () =>
  (await world.authority()).steps.find((step) => step.id === world.step('hmw'))?.phase;
const revealed = () => until('it is revealed', async () => (await phase()) === 'reveal');
const texts = async () => (await world.wall('hmw')).notes.map((note) => note.text).sort();

/** The server looks at its clock again and again, and still does nothing at this hour. */
async function nothingHappens(): Promise<void> {
  const before = looks;
  await until('the server looked at its clock', () => looks >= before + 3);
  expect(await phase()).toBe('writing');
}

function flushed(live: Live, phaseKey = live.stages.at(-1)?.now?.phaseKey ?? ''): void {
  live.socket.send(JSON.stringify({ kind: 'flushed', phaseKey } satisfies LiveUp));
}

it('[C110] a reveal counts down on the stage of everybody, who comes late included, and takes what is written meanwhile', async () => {
  await world.writePile('deelnemer', 'hmw', ['op tijd']);
  const anna = await page('deelnemer');
  await reveal();
  const revealsAt = NOON.getTime() + REVEAL_COUNTDOWN_MS;
  const seen = await anna.stage((stage) => stage.now?.revealsAt === revealsAt);
  expect(seen.now).toMatchObject({ phase: 'writing', pileWritable: true });
  expect((await (await page('waarnemer')).stage()).now?.revealsAt).toBe(revealsAt);
  expect(await world.says('co', world.advance('hmw', 'writing', 'reveal'))).toBe('phase-moved-on');

  clock.advance(REVEAL_COUNTDOWN_MS - 1);
  await world.writePile('expert', 'hmw', ['in de laatste tel']);
  await nothingHappens();
  expect(await texts()).toEqual([]);
  clock.advance(1);
  flushed(anna);
  await revealed();
  expect(await texts()).toEqual(['in de laatste tel', 'op tijd']);
  const after = await anna.stage((stage) => stage.now?.phase === 'reveal');
  expect(after.now?.revealsAt).toBeNull();
  expect(await world.pile('deelnemer')).toEqual([]);
});

it('[C111] at zero the notes are laid as soon as every page of who writes has answered', async () => {
  const [laptop, phone, observer] = [
    await page('deelnemer'),
    await page('deelnemer'),
    await page('waarnemer'),
  ];
  await reveal();
  await phone.stage((stage) => stage.now?.revealsAt !== null);
  clock.advance(REVEAL_COUNTDOWN_MS);
  flushed(laptop);
  flushed(phone, 'of another phase');
  await nothingHappens();
  flushed(phone);
  await revealed();
  expect(observer.socket.readyState).toBe(observer.socket.OPEN);
});

it('[C111] a page that stays silent is waited for for a second and a half, and one that goes is not', async () => {
  const [silent, going] = [await page('deelnemer'), await page('expert')];
  await reveal();
  clock.advance(REVEAL_COUNTDOWN_MS + REVEAL_GRACE_MS - 1);
  await nothingHappens();
  await world.writePile('deelnemer', 'hmw', ['net voor het leggen']);
  clock.advance(1);
  await revealed();
  expect(await texts()).toEqual(['net voor het leggen']);

  await world.open('note-en-stem');
  await world.must('facilitator', world.advance('note-en-stem', 'writing', 'reveal'));
  clock.advance(REVEAL_COUNTDOWN_MS);
  const key = (await silent.stage((stage) => (stage.now?.revealsAt ?? 0) > 0)).now?.phaseKey;
  flushed(silent, key);
  going.socket.close();
  await silent.stage((stage) => stage.now?.phase === 'reveal');
});

it('[C112] a reveal is called off until zero; what was written stays hidden, and it can be begun again', async () => {
  await world.writePile('deelnemer', 'hmw', ['nog even']);
  const stepId = world.step('hmw');
  expect(await world.says('facilitator', { kind: 'cancel-reveal', stepId })).toBe('phase-moved-on');
  await reveal();
  expect(await world.says('deelnemer', { kind: 'cancel-reveal', stepId })).toBe('not-your-role');
  await world.must('facilitator', { kind: 'cancel-reveal', stepId });
  clock.advance(2 * REVEAL_COUNTDOWN_MS);
  expect(await phase()).toBe('writing');
  expect(await texts()).toEqual([]);

  const silent = await page('deelnemer');
  await reveal();
  await silent.stage((stage) => stage.now?.revealsAt !== null);
  clock.advance(REVEAL_COUNTDOWN_MS);
  expect(await world.says('facilitator', { kind: 'cancel-reveal', stepId })).toBe('phase-moved-on');
  flushed(silent);
  await revealed();
});

it('[C113] a step that is left while a reveal counts down reveals nothing, then or later', async () => {
  await world.writePile('deelnemer', 'hmw', ['geheim']);
  await reveal();
  await world.must('facilitator', { kind: 'next-step', from: world.step('hmw') });
  clock.advance(2 * REVEAL_COUNTDOWN_MS);
  await world.must('facilitator', { kind: 'back-step', from: world.step('hmw-ordenen') });
  await reveal();
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw') });
  clock.advance(2 * REVEAL_COUNTDOWN_MS);
  // Another sprint's reveal comes to its end meanwhile: the server did look.
  const other = await World.make(ground(server));
  await other.open('hmw');
  await other.must('facilitator', other.advance('hmw', 'writing', 'reveal'));
  clock.advance(REVEAL_COUNTDOWN_MS);
  await until('the other is revealed', async () =>
    (await other.authority()).steps.some((step) => step.phase === 'reveal'),
  );
  expect(await texts()).toEqual([]);
  expect((await world.pile('deelnemer')).map((note) => note.text)).toEqual(['geheim']);
});

it('[C114] a server that starts counts down anew what the one before it left, so that pages can come back', async () => {
  await world.writePile('deelnemer', 'hmw', ['voor de klap']);
  await reveal();
  await server.close();
  clock.advance(REVEAL_COUNTDOWN_MS + 60_000);
  server = await startServer({ config, clock, database });
  Object.assign(world, { ground: ground(server) });
  const anna = await page('deelnemer');
  const startedAt = clock.now().getTime();
  await anna.stage((stage) => stage.now?.revealsAt === startedAt + REVEAL_COUNTDOWN_MS);
  await world.writePile('deelnemer', 'hmw', ['na de klap']);
  await nothingHappens();
  clock.advance(REVEAL_COUNTDOWN_MS);
  flushed(anna);
  await revealed();
  expect(await texts()).toEqual(['na de klap', 'voor de klap']);
});

it('[C115] a reveal that the database did not take is tried again until it is carried out', async () => {
  await world.writePile('deelnemer', 'hmw', ['kwam er toch']);
  await reveal();
  await database.db.execute(
    'create function refuse() returns trigger as $$ begin raise exception $e$away$e$; end $$ language plpgsql; create trigger refuse before update on steps for each row execute function refuse()',
  );
  clock.advance(REVEAL_COUNTDOWN_MS);
  await nothingHappens();
  await database.db.execute('drop trigger refuse on steps; drop function refuse()');
  await revealed();
  expect(await texts()).toEqual(['kwam er toch']);
});
