/** What one dot costs the others: statements in the database, counted at the driver, and bytes on real sockets. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SESSION_COOKIE, type Session } from '#server/auth/session';
import type { CommandInput } from '#protocol/commands';
import type { Stage } from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { addTeammates, type Teammate } from '#tests/support/full-team';
import { openOnMuseum } from '#tests/support/museum';
import { Live } from '#tests/support/live';
import { World } from '#tests/support/sprint-world';
import { startServer, type TestServer } from '#tests/support/start-server';
import { groundOf } from '#tests/support/world-on-server';

/** With facilitator, Decider, stand-in and two participants of the cast: a team of twelve. */
const MORE = 7;
const texts = Array.from({ length: 12 }, (_, index) => `kandidaat ${index + 1}`);

let database: FreshDatabase;
let server: TestServer;
let world: World;
let team: Teammate[];
let statements: string[] | null = null;
const open: Live[] = [];

beforeAll(async () => {
  database = await freshDatabase({ connections: 12, onStatement: (sql) => statements?.push(sql) });
  server = await startServer({ database });
});
afterAll(async () => {
  await server.close();
  await database.close();
});
beforeEach(async () => {
  for (const live of open.splice(0)) live.socket.close();
  world = await World.make(groundOf(server));
  team = await addTeammates(world, MORE);
});

async function connect(session: Session | null): Promise<Live> {
  const { token } = await server.app.sessions.createSession(session?.personId ?? '');
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  const live = new Live(address, { origin: server.url, cookie: `${SESSION_COOKIE}=${token}` });
  open.push(live);
  await live.stage((stage) => stage.now?.phase === 'voting');
  return live;
}

async function give(session: Session | null, command: CommandInput): Promise<void> {
  const answer = await server.app.commands.run(session, world.sprintId, command);
  expect(answer).toEqual({ ok: true, result: null });
}

/** Until no line has anything more to say of what happened. */
async function settled(lines: readonly Live[]): Promise<void> {
  const asked = lines.map((line) => {
    const sentAt = performance.now();
    const before = line.heard.length;
    line.socket.send(JSON.stringify({ kind: 'ping', sentAt }));
    return line.until(() => line.heard.slice(before).some((one) => one.kind === 'pong'));
  });
  await Promise.all(asked);
}

const stagesHeard = (line: Live): number => line.stages.length;

it('[C190] a dot in the middle of a round of twelve people takes at most six statements', async () => {
  const { roundId, ids } = await world.openVote(texts);
  const facilitator = await connect(world.sessions.facilitator);
  await Promise.all(team.map(({ session }) => connect(session)));
  const cast = (session: Session, index: number) =>
    give(session, { kind: 'cast-dot', roundId, candidateId: ids[index % ids.length] ?? '' });
  await Promise.all(team.map(({ session }, index) => cast(session, index)));

  statements = [];
  await Promise.all(team.map(({ session }, index) => cast(session, index + 3)));
  const dots = MORE;
  await facilitator.stage((stage) => stage.now?.round?.placed === 2 * dots);
  const counted = statements.filter((sql) => !/from pg_|set_config/.test(sql));
  statements = null;
  // What the cockpit is told of them is read once for all of them.
  expect(counted.length / dots, counted.join('\n')).toBeLessThanOrEqual(6);
});

it('[C190] nobody’s authority is read again for a dot, and the version stays what it was', async () => {
  const { roundId, ids } = await world.openVote(texts);
  const before = await world.authority();
  const [one] = team;
  await give(one?.session ?? null, { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '' });
  const after = await world.authority();
  expect(after.sprint).toBe(before.sprint);
  expect(after.dots.filter(({ candidateId }) => candidateId !== null)).toHaveLength(1);
});

it('[C191] dots are told together to who facilitates, to their owner, and to nobody else', async () => {
  const { roundId, ids } = await world.openVote(texts);
  const [voter, ...others] = team;
  const facilitator = await connect(world.sessions.facilitator);
  const own = await connect(voter?.session ?? null);
  const bystanders = await Promise.all(others.map(({ session }) => connect(session)));
  await settled([facilitator, own, ...bystanders]);
  const heard = new Map(open.map((line) => [line, stagesHeard(line)]));
  const told = (line: Live): number => stagesHeard(line) - (heard.get(line) ?? 0);

  const [first = '', second = ''] = ids;
  const put = { kind: 'cast-dot', roundId } as const;
  const back = { kind: 'take-back-dot', roundId } as const;
  for (let turn = 0; turn < 10; turn += 1) {
    await give(voter?.session ?? null, { ...put, candidateId: first });
    await give(voter?.session ?? null, { ...back, candidateId: first });
  }
  await give(voter?.session ?? null, { ...put, candidateId: second });
  await give(voter?.session ?? null, { ...put, candidateId: second });
  const mine = await own.stage((stage) => stage.now?.round?.mine?.placed[second] === 2);
  await facilitator.stage((stage) => stage.now?.round?.placed === 2);
  await settled(open);

  expect(mine.now?.round?.placed).toBeNull();
  expect(bystanders.map(told)).toEqual(bystanders.map(() => 0));
  // Twenty-two dots that moved, in a stage or a few: as many as gatherings, not as many as dots.
  expect(told(facilitator)).toBeLessThan(11);
  const sizes = facilitator.stages.slice(-2).map((stage) => JSON.stringify(stage).length);
  expect(Math.abs((sizes[1] ?? 0) - (sizes[0] ?? 0))).toBeLessThan(16);
});

it('[C192] a dot that meets a change of authority is ruled by what is true under the lock', async () => {
  const { roundId, ids } = await world.openVote(texts);
  const { session, memberId } = team[0] ?? { session: null, memberId: '' };
  // The cache of this node has not heard of it: the version alone says that it is older.
  await database.sql`update members set removed_at = now() where id = ${memberId}`;
  await database.sql`update sprints set version = version + 1 where id = ${world.sprintId}`;
  const cast = { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '' } as const;
  expect(await server.app.commands.run(session, world.sprintId, cast)).toMatchObject({
    ok: false,
    refusal: { code: 'removed-from-sprint' },
  });
});

/** Places on one sketch, farther apart than a spot reaches. */
const spread = (index: number) => ({
  x: 50 + 100 * (index % 9),
  y: 60 + 100 * Math.floor(index / 9),
});

it('[C190] a dot on a spot of a sketch takes at most six statements as well, taking it back too', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap');
  await connect(world.sessions.facilitator);
  const candidateId = ids[0] ?? '';
  const put = { kind: 'cast-dot', roundId, candidateId } as const;
  const [{ session } = { session: null }] = team;
  const counted = async (command: CommandInput): Promise<number> => {
    await give(session, { ...put, place: { x: 900, y: 900 } });
    statements = [];
    await give(session, command);
    const found = statements.length;
    statements = null;
    await give(session, { kind: 'take-back-dot', roundId, candidateId, spot: 1 });
    return found;
  };
  expect(await counted({ ...put, place: { x: 100, y: 100 } })).toBeLessThanOrEqual(6);
  expect(await counted({ ...put, place: { x: 101, y: 100 } })).toBeLessThanOrEqual(6);
  expect(
    await counted({ kind: 'take-back-dot', roundId, candidateId, spot: 2 }),
  ).toBeLessThanOrEqual(6);
});

it('[C202] twelve people put thirty dots each at once: every tally is right, and all hear it with the close', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap');
  const { sessions } = world;
  const cast = [sessions.facilitator, sessions.deelnemer, sessions.account, sessions['stand-in']];
  const voters = [...cast, sessions.beslisser, ...team.map(({ session }) => session)];
  expect(voters).toHaveLength(12);
  const lines = await Promise.all([voters[0] ?? null, ...voters.slice(5)].map(connect));
  const began = performance.now();
  statements = [];
  await Promise.all(
    voters.map(async (session, voter) => {
      for (let dot = 0; dot < 30; dot += 1) {
        // Ten on each sketch, three on each spot and the tenth on one of its own.
        const candidateId = ids[dot % 3] ?? '';
        const place = spread(9 * (voter % 2) + Math.floor(dot / 9));
        await give(session, { kind: 'cast-dot', roundId, candidateId, place });
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const sent = statements.length;
  statements = null;
  expect(seconds).toBeLessThan(60);
  expect(sent / 360, `${sent} statements in ${seconds.toFixed(1)} s`).toBeLessThanOrEqual(7);
  await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
  const isClosed = (stage: Stage) => stage.now?.phase === 'result';
  for (const line of lines) {
    await line.stage(isClosed);
    const first = line.stages.find(isClosed)?.now?.round;
    expect(first?.status).toBe('closed');
    expect(first?.results?.map(({ dots }) => dots)).toEqual([120, 120, 120]);
    const heat = Object.values(first?.heat ?? {}).flat();
    expect(heat.reduce((sum, [, , dots]) => sum + dots, 0)).toBe(360);
  }
});
