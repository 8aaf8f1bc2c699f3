/** The preparation on a real PostgreSQL: who has confirmed, go or no-go, and the week as a calendar file. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { plainLists } from '#document/kinds/lists/plain';
import { standingListsOf } from '#domain/lists/standing';
import { weekCalendar } from '#server/calendar/week-calendar';
import { customerOf, planCustomers } from '#tests/support/interviewing';
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
const confirm = async (label: string, confirmed = true) =>
  world.says('facilitator', {
    ...{ kind: 'confirm-customer', customerId: await customerOf(world, label), confirmed },
  });
const decide = (who: Cast, go: boolean, reason = '') =>
  world.says(who, { kind: 'decide-go', stepId: world.step('gereedheid'), go, reason });
const decided = async () => {
  const { decisions } = await stageOf('deelnemer');
  return decisions.map(({ text, reason, by }) => [text, reason, by]);
};

it('[C380] the lists of the preparation stand there from the beginning, and recruiting has one board for both days', async () => {
  for (const exercise of ['voorbereiding', 'werving', 'gereedheid', 'labcheck'] as const) {
    await world.addStep(exercise);
    await world.open(exercise);
    const roomId = await world.roomOf({ boardId: await world.boardId(exercise) });
    const { lists } = await ground.rooms.read(roomId, plainLists);
    expect(lists.map(({ id, items }) => ({ id, items: items.map(({ says }) => says) }))).toEqual(
      standingListsOf(exercise).map(({ id, items }) => ({ id, items: [...items] })),
    );
  }
  await world.addStep('werving-bijwerken');
  await world.open('werving-bijwerken');
  expect(await world.boardId('werving-bijwerken')).toBe(await world.boardId('werving'));
});

it('[C381] who confirmed is told by number, and who will not come any more cannot confirm', async () => {
  await planCustomers(world);
  expect(await confirm('K1')).toBe('ok');
  expect(await confirm('R1')).toBe('ok');
  const shown = async () =>
    (await stageOf('deelnemer')).customers?.filter(({ confirmed }) => confirmed);
  expect((await shown())?.map(({ label, name }) => [label, name])).toEqual([
    ['K1', null],
    ['R1', null],
  ]);
  expect(await confirm('K1', false)).toBe('ok');
  expect((await shown())?.map(({ label }) => label)).toEqual(['R1']);
  const customerId = await customerOf(world, 'K2');
  await world.must('facilitator', { kind: 'miss-customer', customerId, missed: true });
  expect(await confirm('K2')).toBe('customer-not-planned');
  expect(
    await world.says('facilitator', {
      ...{ kind: 'confirm-customer', customerId: 'nobody', confirmed: true },
    }),
  ).toBe('no-such-customer');
});

it('[C382] go with a Decider and four customers; with less, and for a no-go, with a reason; the last word stands', async () => {
  await world.addStep('gereedheid');
  await planCustomers(world);
  expect(await decide('facilitator', true, 'x')).toBe('step-not-open');
  await world.open('gereedheid');
  expect(await decide('facilitator', true)).toBe('field-empty');
  expect(await decide('beslisser', false)).toBe('field-empty');
  expect(await decided()).toEqual([]);
  expect(await decide('facilitator', true, 'K4 belt morgen')).toBe('ok');
  for (const label of ['K1', 'K2', 'K3', 'K4']) await confirm(label);
  expect(await decide('beslisser', true)).toBe('ok');
  expect(await decided()).toEqual([['Go', '', 'beslisser']]);
  expect(await decide('beslisser', false, 'de ruimte is weg')).toBe('ok');
  expect(await decided()).toEqual([['No-go', 'de ruimte is weg', 'beslisser']]);
  await world.addStep('labcheck');
  expect(
    await world.says('facilitator', {
      ...{ kind: 'decide-go', stepId: world.step('labcheck'), go: true, reason: 'x' },
    }),
  ).toBe('wrong-phase');
});

it('[C383] the week as a calendar file: a day is moved and not doubled, hours are right on both sides of the clock’s change', async () => {
  await planCustomers(world);
  const customerId = await customerOf(world, 'K1');
  const slotAt = Date.UTC(2030, 0, 11, 8);
  await world.must('facilitator', { kind: 'edit-customer', customerId, slotAt });
  const words = { day: (day: number) => `dag ${day}`, talk: (label: string) => `gesprek ${label}` };
  const file = async (who: Cast) =>
    weekCalendar(await stageOf(who), words, {
      ...{ origin: 'https://sprint.example', now: new Date('2030-01-01T00:00:00Z') },
    }).replaceAll('\r\n ', '');
  const entries = (text: string, field: string) =>
    [...text.matchAll(new RegExp(`^${field}[^:]*:(.*)$`, 'gm'))].map(([, value]) => value?.trim());

  const winter = await file('facilitator');
  const uids = entries(winter, 'UID');
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids).toContain(`${world.sprintId}-talk-${customerId}@sprint.example`);
  expect(winter).toContain('DTSTART:20300111T080000Z');
  // Ten in the morning in Amsterdam is nine by the sun's clock in winter, and eight in summer.
  expect(entries(winter, 'DTSTART')[0]).toBe('20300107T090000Z');
  expect(winter).not.toContain('Truus');

  const read = await file('deelnemer');
  expect(entries(read, 'UID').some((uid) => uid?.includes('-talk-'))).toBe(false);

  await world.must('facilitator', { kind: 'edit-sprint', startsOn: '2030-04-01' });
  const summer = await file('deelnemer');
  expect(entries(summer, 'UID')).toEqual(entries(read, 'UID'));
  expect(entries(summer, 'DTSTART')[0]).toBe('20300401T080000Z');
  const number = (text: string) => Number(entries(text, 'SEQUENCE')[0]);
  expect(number(summer)).toBeGreaterThan(number(read));
});
