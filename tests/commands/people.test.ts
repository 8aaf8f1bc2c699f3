/** Decisions, mandates, roles, links and the door on a real PostgreSQL; also what the runner itself keeps. */
import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { secretHash } from '#server/auth/tokens';
import { members, sessions, sprints, tickets } from '#server/db/tables';
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

const memberOf = async (who: Cast) =>
  (await world.authority()).members.find((member) => member.id === world.memberIds[who]);
const stageOf = (who: Cast) => ground.stages.of(world.sessions[who], world.sprintId);

async function toDecision(): Promise<(text: string) => string> {
  const { of } = await world.openVote();
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'decision'));
  return of;
}
const decide = (candidateId: string, reason = 'omdat het kan') =>
  ({ kind: 'decide', stepId: world.step('hmw-stemmen'), candidateId, reason }) as const;

it('[C40] a decision has a name, a date and a reason, and one stands per step', async () => {
  const of = await toDecision();
  expect(await world.says('beslisser', decide(of('appel'), ' '))).toBe('field-empty');
  expect(await world.says('beslisser', decide('other'))).toBe('no-such-candidate');
  await world.must('beslisser', decide(of('peer')));
  expect(await world.says('beslisser', decide(of('appel')))).toBe('already-decided');
  expect((await stageOf('waarnemer')).decisions).toMatchObject([
    { text: 'peer', reason: 'omdat het kan', by: 'beslisser', onBehalfOf: null },
  ]);
  const back = world.advance('hmw-stemmen', 'decision', 'result');
  expect(await world.says('facilitator', back)).toBe('already-decided');
  const stepId = world.step('hmw-stemmen');
  await world.must('beslisser', { kind: 'withdraw-decision', stepId });
  await world.must('beslisser', decide(of('appel')));
  expect((await stageOf('deelnemer')).now?.decision?.text).toBe('appel');
});

it('[C41] of two deciders at once one decides; the stand-in on the Decider’s behalf', async () => {
  const of = await toDecision();
  const said = await Promise.all([
    world.says('stand-in', decide(of('appel'))),
    world.says('beslisser', decide(of('peer'))),
  ]);
  expect([...said].sort()).toEqual(['already-decided', 'ok']);
  const [decision, ...others] = (await stageOf('deelnemer')).decisions;
  expect(others).toEqual([]);
  expect(decision).toMatchObject(
    said[0] === 'ok'
      ? { text: 'appel', by: 'stand-in', onBehalfOf: 'beslisser' }
      : { text: 'peer', by: 'beslisser', onBehalfOf: null },
  );
});

it('[C40] the decision of the long-term goal becomes the goal on everybody’s wall', async () => {
  await world.open('doel');
  await world.writePile('deelnemer', 'doel', ['Iedereen binnen een dag geholpen']);
  for (const [from, to] of [
    ['writing', 'reveal'],
    ['reveal', 'voting'],
    ['voting', 'result'],
    ['result', 'decision'],
  ] as const) {
    await world.must('facilitator', world.advance('doel', from, to));
  }
  const { candidates } = await world.authority();
  const stepId = world.step('doel');
  const candidateId = candidates[0]?.id ?? '';
  await world.must('stand-in', { kind: 'decide', stepId, candidateId, reason: '' });
  expect((await stageOf('expert')).sprint.goal).toBe('Iedereen binnen een dag geholpen');
});

it('[C42] naming another Decider ends the mandate, and there is never a second one', async () => {
  const memberId = world.memberIds.account;
  await world.must('facilitator', { kind: 'set-decider', memberId });
  const { members: all, mandate } = await world.authority();
  expect(all.filter((member) => member.decider).map((member) => member.id)).toEqual([memberId]);
  expect(mandate).toBeNull();
  const second = ground.db
    .update(members)
    .set({ decider: true })
    .where(eq(members.id, world.memberIds.deelnemer));
  await expect(second).rejects.toThrow();
  await world.must('facilitator', { kind: 'set-decider', memberId: null });
  const mandateFor = { memberId: world.memberIds.deelnemer, reason: 'ziek' };
  expect(await world.says('facilitator', { kind: 'give-mandate', ...mandateFor })).toBe(
    'no-decider',
  );
});

it('[C43] the last facilitator stays until the room is handed over to somebody with an account', async () => {
  await world.must('co', { kind: 'leave-sprint' });
  expect(await world.says('facilitator', { kind: 'leave-sprint' })).toBe('last-facilitator');
  const me = { memberId: world.memberIds.facilitator, role: 'deelnemer' } as const;
  expect(await world.says('facilitator', { kind: 'set-role', ...me })).toBe('last-facilitator');
  const to = (who: Cast) => ({ kind: 'hand-over', memberId: world.memberIds[who] }) as const;
  expect(await world.says('facilitator', to('deelnemer'))).toBe('needs-account');
  expect(await world.says('facilitator', to('facilitator'))).toBe('not-yourself');
  await world.must('facilitator', to('account'));
  expect((await memberOf('account'))?.role).toBe('facilitator');
  expect(await memberOf('facilitator')).toMatchObject({ role: 'deelnemer', participates: false });
  expect(await world.says('facilitator', { kind: 'new-code' })).toBe('not-your-role');
});

it('[C4] two facilitators who leave at once do not leave the sprint without one', async () => {
  const said = await Promise.all([
    world.says('facilitator', { kind: 'leave-sprint' }),
    world.says('co', { kind: 'leave-sprint' }),
  ]);
  expect(said.sort()).toEqual(['last-facilitator', 'ok']);
});

it('[C44] who is removed is refused, and the sessions of a QR for this sprint end', async () => {
  const session = world.sessions.deelnemer;
  const id = nanoid();
  const expiresAt = new Date(Date.now() + 60_000);
  const userId = session?.personId ?? '';
  await ground.db.insert(sessions).values({ id, userId, expiresAt, sprintId: world.sprintId });
  await world.must('facilitator', { kind: 'remove-member', memberId: world.memberIds.deelnemer });
  expect(ground.signals).toContainEqual({ kind: 'session-ended', sessionId: id });
  expect(await ground.db.select().from(sessions).where(eq(sessions.id, id))).toEqual([]);
  expect(await world.says('deelnemer', { kind: 'make-phone-link' })).toBe('removed-from-sprint');
  await expect(stageOf('deelnemer')).rejects.toMatchObject({
    refusal: { code: 'removed-from-sprint' },
  });
});

it('who left by choice is told so, and not that somebody took them out', async () => {
  await world.must('deelnemer', { kind: 'leave-sprint' });
  expect(await world.says('deelnemer', { kind: 'make-phone-link' })).toBe('left-sprint');
  await expect(stageOf('deelnemer')).rejects.toMatchObject({ refusal: { code: 'left-sprint' } });
});

it('[C45] a phone link holds for ten minutes and is stored as a hash only', async () => {
  ground.clock.stopAt(new Date('2030-01-07T10:00:00Z'));
  const answer = await world.must('deelnemer', { kind: 'make-phone-link' });
  const { path, expiresAt } = answer as { path: string; expiresAt: number };
  expect(expiresAt).toBe(Date.parse('2030-01-07T10:10:00Z'));
  const token = /^\/phone\/([\w-]{43})$/.exec(path)?.[1] ?? '';
  const [ticket] = await ground.db
    .select()
    .from(tickets)
    .where(eq(tickets.hash, secretHash(token)));
  const personId = world.sessions.deelnemer?.personId;
  expect(ticket).toMatchObject({ kind: 'phone', personId, sprintId: world.sprintId, usedAt: null });
  expect(JSON.stringify(ticket)).not.toContain(token);
  const memberId = world.memberIds.removed;
  expect(await world.says('facilitator', { kind: 'make-return-link', memberId })).toBe(
    'no-such-member',
  );
});

it('[C46] a new code replaces the old one, and only facilitators read it', async () => {
  const before = (await stageOf('facilitator')).sprint.code;
  const { code } = (await world.must('facilitator', { kind: 'new-code' })) as { code: string };
  expect(code).not.toBe(before);
  expect((await stageOf('co')).sprint.code).toBe(code);
  expect((await stageOf('deelnemer')).sprint.code).toBeNull();
});

it('[C50] join links are in the stage of facilitators only, until they are revoked', async () => {
  const link = { kind: 'make-join-link', role: 'expert' } as const;
  const made = (await world.must('facilitator', link)) as { linkId: string; path: string };
  expect(made.path).toMatch(/^\/join\/[\w-]{43}$/);
  expect((await stageOf('co')).sprint.joinLinks).toHaveLength(1);
  expect((await stageOf('beslisser')).sprint.joinLinks).toEqual([]);
  await world.must('co', { kind: 'revoke-join-link', linkId: made.linkId });
  expect((await stageOf('facilitator')).sprint.joinLinks).toEqual([]);
});

it('[C1] a namesake gets a number, and a name without a letter is refused', async () => {
  await world.must('deelnemer', { kind: 'rename-me', name: 'EXPERT' });
  expect((await stageOf('deelnemer')).me).toMatchObject({ name: 'EXPERT 2', initials: 'E2' });
  expect(await world.says('deelnemer', { kind: 'rename-me', name: '\u200b\u200b' })).toBe(
    'field-empty',
  );
});

it('[C1] a date that is none, or a text that the database cannot hold, names its field or is refused', async () => {
  const edit = (fields: object) => world.run('facilitator', { kind: 'edit-sprint', ...fields });
  expect(await edit({ startsOn: '2030-02-30' })).toMatchObject({
    refusal: { code: 'field-invalid', field: 'startsOn' },
  });
  expect(await edit({ deleteAfter: '2001-01-01' })).toMatchObject({
    refusal: { code: 'field-invalid', field: 'deleteAfter' },
  });
  expect(await edit({ startsOn: '2020-01-06' })).toMatchObject({
    refusal: { code: 'field-invalid', field: 'startsOn' },
  });
  expect(await edit({ challenge: 'a\u0000b' })).toMatchObject({
    refusal: { code: 'field-character', field: 'challenge', about: { character: 'U+0000' } },
  });
  await world.must('facilitator', { kind: 'edit-sprint', startsOn: '2030-01-14' });
  expect((await stageOf('deelnemer')).sprint.startsOn).toBe('2030-01-14');
});

it('[C4] a sprint is deleted only under its own name, and is gone at once', async () => {
  const named = (name: string) => world.says('facilitator', { kind: 'delete-sprint', name });
  expect(await named('Andere')).toBe('field-invalid');
  expect(await named('Proefsprint')).toBe('ok');
  expect(ground.signals).toContainEqual({ kind: 'sprint-deleted', sprintId: world.sprintId });
  expect(await world.says('facilitator', { kind: 'new-code' })).toBe('no-such-sprint');
  const left = ground.db.select().from(sprints).where(eq(sprints.id, world.sprintId));
  expect(await left).toEqual([]);
});

it('[C2] a phone’s session acts in its own sprint only', async () => {
  const session = world.sessions.deelnemer;
  if (!session) throw new Error('no session');
  const scoped = (onlySprintId: string) => ({ ...session, onlySprintId });
  const link = { kind: 'make-phone-link' };
  const elsewhere = await ground.commands.run(scoped('other'), world.sprintId, link);
  expect(elsewhere).toMatchObject({ ok: false, refusal: { code: 'account-scoped' } });
  const here = await ground.commands.run(scoped(world.sprintId), world.sprintId, link);
  expect(here.ok).toBe(true);
  const nowhere = await ground.commands.run(session, 'no-such-sprint', link);
  expect(nowhere).toMatchObject({ refusal: { code: 'no-such-sprint' } });
});
