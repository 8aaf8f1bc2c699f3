/** Talks with customers on a real PostgreSQL: what observers write stays theirs until the talk is rounded off, and then lies on one grid. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { accessTo } from '#server/rooms/access';
import {
  beginTalk,
  customerOf,
  gridOf,
  makeInterviewer,
  observe,
  openInterviews,
  ownOf,
  roundOff,
} from '#tests/support/interviewing';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const stageOf = (who: Cast) => ground.stages.of(world.sessions[who], world.sprintId);
async function accessOf(who: Cast): Promise<string> {
  const authority = await world.authority();
  const boardId = await world.boardId('interviews');
  const room = authority.rooms.find((one) => one.boardId === boardId);
  const member = authority.members.find(({ id }) => id === world.memberIds[who]);
  if (!room) throw new Error('no grid');
  return accessTo(room, member, authority).kind;
}

it('[C282] rounding off lays what every observer wrote of that customer on the grid, with their names, once', async () => {
  await beginTalk(world);
  await observe(world, 'waarnemer', { text: 'Kiest meteen', seconds: 40 });
  await observe(world, 'deelnemer', { text: 'Zoekt zaterdag', mark: '-', row: 'b', seconds: 9 });
  await observe(world, 'deelnemer', { text: '   ' });
  await observe(world, 'beslisser', { text: 'van een ander', customer: 'K2' });
  expect((await gridOf(world)).observations).toEqual([]);
  await roundOff(world, 'K1');
  expect((await gridOf(world)).observations).toMatchObject([
    { text: 'Zoekt zaterdag', customer: 'K1', row: 'b', mark: '-', author: 'deelnemer' },
    { text: 'Kiest meteen', customer: 'K1', row: 'a', mark: '+', author: 'waarnemer' },
  ]);
  expect(await ownOf(world, 'waarnemer')).toEqual([]);
  expect(await ownOf(world, 'beslisser')).toEqual(['van een ander']);
  const customerId = await customerOf(world, 'K1');
  const again = { kind: 'round-off-interview', customerId } as const;
  expect(await world.says('facilitator', again)).toBe('interview-not-running');
  expect((await gridOf(world)).observations).toHaveLength(2);
});

it('[C283] who talks has no grid until the talk is over, and everybody else goes on having it', async () => {
  await makeInterviewer(world, 'account');
  await openInterviews(world);
  expect(await accessOf('account')).toBe('write');
  await beginTalk(world);
  expect(await accessOf('account')).toBe('refuse');
  const { now, agenda, customers } = await stageOf('account');
  expect(now).toMatchObject({ board: null, boardWritable: false });
  expect(agenda.every(({ board }) => board === null)).toBe(true);
  expect(customers?.[0]).toMatchObject({
    ...{ state: 'running', interviewer: world.memberIds.account, rowNow: 'a' },
    parts: [{ title: 'Kies één uur' }, { title: 'Prijs vooraf' }, { title: 'De rekening' }],
  });
  for (const who of ['facilitator', 'deelnemer', 'waarnemer'] as const) {
    expect(await accessOf(who), who).toBe(who === 'waarnemer' ? 'read' : 'write');
    expect((await stageOf(who)).customers?.[0]?.parts, who).toBeNull();
  }
  await roundOff(world, 'K1');
  expect(await accessOf('account')).toBe('write');
  expect((await stageOf('account')).customers?.[0]?.parts).toBeNull();
});

it('[C283] without an interviewer it is who begins', async () => {
  await beginTalk(world, { by: 'co' });
  expect(await accessOf('co')).toBe('refuse');
  expect(await accessOf('facilitator')).toBe('write');
});

it('[C284] a talk begins in its step alone, one at a time', async () => {
  await openInterviews(world);
  const start = async (label: string) =>
    ({ kind: 'start-interview', customerId: await customerOf(world, label) }) as const;
  expect(await world.says('facilitator', await start('R1'))).toBe('customer-not-planned');
  await beginTalk(world);
  expect(await world.says('co', await start('K2'))).toBe('interview-running');
  await roundOff(world, 'K1');
  expect(await world.says('co', await start('K1'))).toBe('customer-not-planned');
  await world.open('hmw');
  expect(await world.says('co', await start('K2'))).toBe('step-not-open');
});

it('[C285] what came from an observer who was away is kept, and goes on the grid by their own hand', async () => {
  await beginTalk(world);
  await observe(world, 'deelnemer', { text: 'op tijd' });
  await roundOff(world, 'K1');
  await observe(world, 'waarnemer', { text: 'laat binnen' });
  expect(await ownOf(world, 'waarnemer')).toEqual(['laat binnen']);
  const customerId = await customerOf(world, 'K1');
  const lay = { kind: 'lay-late-observations', customerId } as const;
  await world.must('deelnemer', lay);
  expect((await gridOf(world)).observations).toHaveLength(1);
  await world.must('waarnemer', lay);
  await world.must('waarnemer', lay);
  expect((await gridOf(world)).observations.map(({ text, author }) => [text, author])).toEqual([
    ['op tijd', 'deelnemer'],
    ['laat binnen', 'waarnemer'],
  ]);
  const second = { kind: 'lay-late-observations', customerId: await customerOf(world, 'K2') };
  expect(await world.says('waarnemer', second as typeof lay)).toBe('interview-running');
});

it('[C286] how a task went is the interviewer’s while they talk, and everybody’s afterwards', async () => {
  await beginTalk(world);
  const customerId = await customerOf(world, 'K1');
  const set = (row: string, result: 'done' | 'helped' | null) =>
    ({ kind: 'set-task-result', customerId, row, result }) as const;
  await world.must('facilitator', set('a', 'done'));
  await world.must('facilitator', set('a', 'helped'));
  await world.must('facilitator', set('b', 'done'));
  await world.must('facilitator', set('b', null));
  expect((await stageOf('facilitator')).customers?.[0]?.results).toEqual({ a: 'helped' });
  expect((await stageOf('waarnemer')).customers?.[0]?.results).toEqual({});
  await roundOff(world, 'K1');
  expect((await stageOf('waarnemer')).customers?.[0]?.results).toEqual({ a: 'helped' });
});

it('[C287] nothing of what an observer writes is on any reveal, and no note of theirs reaches a wall', async () => {
  await world.open('hmw');
  await world.writePile('waarnemer', 'hmw', ['stiekem']);
  await observe(world, 'deelnemer', { text: 'gezien' });
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  expect((await world.wall('hmw')).notes).toEqual([]);
  expect(await ownOf(world, 'deelnemer')).toEqual(['gezien']);
});
