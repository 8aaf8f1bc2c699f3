/** What reaches other people's browsers of a customer's answers, over real sockets: every frame is kept and searched. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SESSION_COOKIE } from '#server/auth/session';
import { createHistory } from '#server/history/history';
import { concepts, keepConcepts, linkFor, wholeTalk } from '#tests/support/asking';
import { beginTalk, customerNames, customerOf, roundOff } from '#tests/support/interviewing';
import { Live } from '#tests/support/live';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Cast } from '#tests/support/sprint-world';
import { groundOf } from '#tests/support/world-on-server';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startServer();
  world = await World.make(groundOf(server));
});
afterAll(() => server.close());

async function liveOf(who: Cast): Promise<Live> {
  const { token } = await server.app.sessions.createSession(world.sessions[who]?.personId ?? '');
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  return new Live(address, { origin: server.url, cookie: `${SESSION_COOKIE}=${token}` });
}

it('[C313] no answer of one customer, no name and no link reaches anybody who did not ask', async () => {
  await keepConcepts(world);
  const lives = new Map<Cast, Live>();
  for (const who of ['deelnemer', 'beslisser', 'waarnemer', 'expert'] as const)
    lives.set(who, await liveOf(who));
  await beginTalk(world);
  const token = await linkFor(world, 'K1');
  const { askings } = server.app;
  const begun = await askings.begin(token, { holder: undefined, address: '10.0.0.1' });
  const holder = begun.ok ? (begun.value?.holder ?? '') : '';
  const at = { holder, address: '10.0.0.1' };
  const form = { answer: undefined, words: undefined, dots: [] };
  await askings.answer(token, at, { ...form, at: '0', answer: '3' });
  await askings.answer(token, at, { ...form, at: '2', words: 'onmiskenbare woorden' });
  await askings.answer(token, at, { ...form, at: '3', dots: [['c4', '3']] });
  await askings.send(token, at);
  await roundOff(world, 'K1');
  await wholeTalk(world, 'K2', {
    ...{ scores: { csat: 9 }, words: 'onmiskenbare tweede', dots: ['c1', 'c2'] },
  });
  await wholeTalk(world, 'K3', { scores: { csat: 8 }, words: '', dots: ['c1'] });
  for (const label of ['K4', 'K5']) {
    const customerId = await customerOf(world, label);
    await world.must('facilitator', { kind: 'miss-customer', customerId, missed: true });
  }
  for (const [who, live] of lives) {
    await live.stage(({ customers, scores }) =>
      who === 'expert' ? customers === null : scores?.telling === 'told',
    );
    const heard = JSON.stringify(live.heard);
    for (const secret of [...customerNames, 'onmiskenbare', token, holder, '"answer":'])
      expect(heard, `${who} and ${secret}`).not.toContain(secret);
    // Before the last talk not even a sum: the next customer is met without them.
    for (const { scores } of live.stages)
      if (scores?.telling !== 'told') expect(scores?.figures ?? null, who).toBeNull();
  }
  const last = lives.get('deelnemer')?.stages.at(-1)?.scores;
  expect(last?.ranking?.dots).toEqual({ c1: 2, c2: 1, c4: 3 });
  expect(last?.ranking?.concepts).toHaveLength(concepts.length);
  const kept = JSON.stringify(
    await createHistory(groundOf(server)).list(world.sessions.facilitator, world.sprintId),
  );
  for (const secret of [...customerNames, 'onmiskenbare', token])
    expect(kept).not.toContain(secret);
  for (const live of lives.values()) live.socket.close();
});
