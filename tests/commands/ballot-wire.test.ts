/** Everything that reaches other browsers while a vote runs, recorded and searched for what is still its voter's own. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SESSION_COOKIE } from '#server/auth/session';
import { PROTOCOL_VERSION } from '#protocol/version';
import { Live } from '#tests/support/live';
import { openOnMuseum } from '#tests/support/museum';
import { World, type Cast } from '#tests/support/sprint-world';
import { startServer, type TestServer } from '#tests/support/start-server';
import { groundOf } from '#tests/support/world-on-server';

const others = ['facilitator', 'co', 'account', 'waarnemer'] as const;

let server: TestServer;
let world: World;
const open: Live[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const live of open.splice(0)) live.socket.close();
  world = await World.make(groundOf(server));
});

async function connect(who: Cast): Promise<Live> {
  const { token } = await server.app.sessions.createSession(world.sessions[who]?.personId ?? '');
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  const live = new Live(address, { origin: server.url, cookie: `${SESSION_COOKIE}=${token}` });
  open.push(live);
  await live.stage((stage) => stage.now?.phase === 'voting');
  return live;
}

/** A change of authority, so that every line is sent a stage in which a leak would stand. */
async function everybodyHears(lines: readonly Live[]): Promise<void> {
  await world.must('deelnemer', { kind: 'set-hand', up: true });
  const isUp = ({ members }: { members: { handRaisedAt: number | null }[] }): boolean =>
    members.some(({ handRaisedAt }) => handRaisedAt !== null);
  await Promise.all(lines.map((line) => line.stage(isUp)));
}

const heardBy = (line: Live): string => JSON.stringify(line.heard);

it('[C203] where a dot lies on a sketch reaches nobody else before it is told', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap', { resultsLive: true });
  const lines = await Promise.all(others.map(connect));
  const own = await connect('deelnemer');
  const put = { kind: 'cast-dot', roundId, candidateId: ids[1] ?? '' } as const;
  await world.must('deelnemer', { ...put, place: { x: 617, y: 1_249 } });
  await world.must('beslisser', { ...put, place: { x: 383, y: 1_251 } });
  await own.stage((stage) => stage.now?.round?.mine?.spots[0]?.x === 617);
  await everybodyHears(lines);
  for (const line of lines) expect(heardBy(line)).not.toMatch(/\b(617|1249|383|1251)\b/);
  expect(heardBy(own)).not.toMatch(/\b(383|1251)\b/);
  // With the close all of it is there, in the same stage.
  await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
  for (const line of lines) {
    const closed = await line.stage((stage) => stage.now?.phase === 'result');
    expect(closed.now?.round?.heat?.[put.candidateId]).toHaveLength(2);
  }
});

it('[C203] a reason reaches nobody else before the close', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'strawpoll');
  const lines = await Promise.all(others.map(connect));
  const own = await connect('deelnemer');
  const put = { kind: 'cast-dot', roundId, candidateId: ids[1] ?? '' } as const;
  await world.must('deelnemer', { ...put, reason: 'Een mens haalt de boosheid eraf' });
  await own.stage((stage) => stage.now?.round?.mine?.reasons.length === 1);
  await everybodyHears(lines);
  for (const line of lines) {
    expect(heardBy(line)).not.toContain('boosheid');
    expect(line.stages.at(-1)?.now?.round).toMatchObject({ results: null, reasons: null });
  }
  await world.must('facilitator', world.advance('strawpoll', 'voting', 'result'));
  for (const line of lines) {
    const closed = await line.stage((stage) => stage.now?.phase === 'result');
    expect(closed.now?.round?.reasons).toMatchObject([{ memberId: world.memberIds.deelnemer }]);
  }
});

it('[C203] a dot of the Decider, and a reason that was not laid down, reach nobody else', async () => {
  await world.must('facilitator', { kind: 'end-mandate' });
  const { roundId, ids } = await openOnMuseum(world, 'supervote');
  const lines = await Promise.all(others.map(connect));
  const before = lines.map((line) => line.stages.at(-1)?.now?.round);
  await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: ids[1] ?? '' });
  await everybodyHears(lines);
  expect(lines.map((line) => line.stages.at(-1)?.now?.round)).toEqual(before);
});
