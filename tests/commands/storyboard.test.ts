/** The storyboard's pen between its people, on a real PostgreSQL: asked for, passed on, and never by itself. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as story from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { server } from '#document/origins';
import { accessTo } from '#server/rooms/access';
import type { Access } from '#server/rooms/rooms';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
let boardId: string;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await world.addStep('storyboard');
  await world.open('storyboard');
  boardId = await world.boardId('storyboard');
});

const ask = (who: Cast, wants = true) => world.says(who, { kind: 'ask-pen', boardId, ask: wants });
const pass = (who: Cast, to: Cast | null) =>
  world.says(who, {
    ...{ kind: 'pass-pen', boardId, memberId: to === null ? null : world.memberIds[to] },
  });

async function stageOf(who: Cast) {
  return ground.stages.of(world.sessions[who], world.sprintId);
}

/** Who draws and who waits, by name. */
async function pen(who: Cast = 'deelnemer'): Promise<string> {
  const { now, members } = await stageOf(who);
  const name = (id: string | null) => members.find((one) => one.id === id)?.name ?? 'niemand';
  return [name(now?.pen?.holder ?? null), ...(now?.pen?.askedBy ?? []).map(name)].join(' < ');
}

async function accessOf(who: Cast): Promise<Access> {
  const authority = await world.authority();
  const room = authority.rooms.find((one) => one.boardId === boardId);
  if (!room) throw new Error('no room');
  const member = authority.members.find(({ id }) => id === world.memberIds[who]);
  return accessTo(room, member, authority);
}

it('[C220] lies there at first; of two who ask at once one draws and the other waits', async () => {
  expect(await pen()).toBe('niemand');
  expect(await Promise.all([ask('deelnemer'), ask('account')])).toEqual(['ok', 'ok']);
  expect([await pen(), await pen('waarnemer')]).toEqual(
    (await pen()).startsWith('deelnemer')
      ? ['deelnemer < account', 'deelnemer < account']
      : ['account < deelnemer', 'account < deelnemer'],
  );
});

it('[C220] a board that is no storyboard has no pen', async () => {
  await world.open('hmw');
  const hmw = await world.boardId('hmw');
  expect(await world.says('deelnemer', { kind: 'ask-pen', boardId: hmw, ask: true })).toBe(
    'no-such-board',
  );
  expect(await world.says('facilitator', { kind: 'pass-pen', boardId: hmw, memberId: null })).toBe(
    'no-such-board',
  );
  expect((await stageOf('deelnemer')).now?.pen).toBeNull();
});

it('[C221] is given by its holder in one act, and by nobody who merely wants it', async () => {
  await ask('deelnemer');
  await ask('account');
  await ask('beslisser');
  expect(await pass('account', 'account')).toBe('not-the-artist');
  expect(await pass('beslisser', 'beslisser')).toBe('not-the-artist');
  expect(await pass('deelnemer', 'waarnemer')).toBe('not-your-role');
  expect(await pass('deelnemer', 'removed')).toBe('no-such-member');
  expect(await pass('deelnemer', 'beslisser')).toBe('ok');
  expect(await pen()).toBe('beslisser < account');
  expect(await ask('account', false)).toBe('ok');
  expect(await pass('beslisser', null)).toBe('ok');
  expect(await pen()).toBe('niemand');
});

it('[C221] a facilitator passes it on and takes it; an observer asks for none', async () => {
  await ask('deelnemer');
  expect(await pass('facilitator', 'account')).toBe('ok');
  expect(await pen()).toBe('account');
  expect(await pass('co', 'co')).toBe('ok');
  expect(await pen()).toBe('co');
  expect(await ask('waarnemer')).toBe('not-your-role');
});

it('[C222] stays with a holder who drops out, and lies there once they are removed', async () => {
  await ask('account');
  await ask('deelnemer');
  expect((await stageOf('deelnemer')).members.filter(({ present }) => present)).toHaveLength(0);
  expect(await pen()).toBe('account < deelnemer');
  const memberId = world.memberIds.account;
  await world.must('facilitator', { kind: 'remove-member', memberId });
  expect(await pen()).toBe('niemand < deelnemer');
  await ask('deelnemer');
  expect(await pen()).toBe('deelnemer');
});

it('[C223] [C225] the door says who draws and who settles, facilitators too', async () => {
  await ask('deelnemer');
  expect(await accessOf('deelnemer')).toMatchObject({ pen: { draws: true, settles: false } });
  expect(await accessOf('account')).toMatchObject({ pen: { draws: false, settles: false } });
  for (const who of ['beslisser', 'stand-in', 'facilitator'] as const) {
    expect(await accessOf(who)).toMatchObject({ pen: { draws: false, settles: true } });
  }
  expect((await accessOf('waarnemer')).kind).toBe('read');
  await pass('facilitator', 'facilitator');
  expect(await accessOf('facilitator')).toMatchObject({ pen: { draws: true, settles: true } });
  expect(await accessOf('deelnemer')).toMatchObject({ pen: { draws: false } });
});

it('[C226] is kept when its step closes, and put back as it was', async () => {
  await world.onWall('storyboard', (doc) => {
    story.addPanel(doc, { id: 'a', caption: 'Zoekt' }, server);
    story.addPanel(doc, { id: 'b', caption: 'Kiest' }, server);
  });
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('storyboard') });
  await world.onWall('storyboard', (doc) => story.removePanel(doc, 'a', server));
  const [kept] = await world.moments('storyboard');
  expect(kept?.notes).toBe(2);
  await world.must('facilitator', {
    ...{ kind: 'restore-snapshot', boardId, snapshotId: kept?.id ?? '' },
  });
  const roomId = await world.roomOf({ boardId });
  const { panels } = await ground.rooms.read(roomId, plainStoryboard);
  expect(panels.map(({ caption }) => caption)).toEqual(['Zoekt', 'Kiest']);
});
