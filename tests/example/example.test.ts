/** An example sprint as it is made and as it goes: on a real server and PostgreSQL, with a turned clock. */
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_LIVES_MS, isExampleId } from '#domain/sprint/example';
import { plainLists, ticked } from '#document/kinds/lists/plain';
import { plainMap } from '#document/kinds/map/plain';
import { plainWall } from '#document/plain';
import type { CommandInput } from '#protocol/commands';
import { members, people, sprints } from '#server/db/tables';
import { caseEn } from '#server/example/case-en';
import { caseNl } from '#server/example/case-nl';
import { beginExample, startExamples } from '#tests/example/support/example-world';
import { PASSWORD, said, value, type PeopleWorld } from '#tests/support/people-world';

let world: PeopleWorld;
beforeAll(async () => {
  world = await startExamples();
});
afterAll(() => world.close());

describe('an example is made', () => {
  test('[X1] whole: a morning that was worked through, and HMW open for writing', async () => {
    const example = await beginExample(world);
    const authority = await example.authority();
    const open = authority.steps.find((step) => step.status === 'open');
    expect(open).toMatchObject({ exercise: 'hmw', phase: 'writing', day: 1 });
    const done = authority.steps.filter((step) => step.status === 'done' && step.day === 1);
    expect(done.map((step) => step.exercise)).toEqual(
      'opening doel sprintvragen pauze kaart lunch experts experts pauze experts'.split(' '),
    );
    const [goal, question] = authority.decisions;
    expect(goal?.text).toBe(caseNl.morning.goal.notes[0]?.[0]);
    expect(goal).toMatchObject({ byName: 'Ingrid de Boer', reason: caseNl.morning.goal.reason });
    expect(question?.text).toBe(caseNl.morning.questions.notes[0]?.[0]);
    for (const decision of authority.decisions) {
      expect(decision.decidedAt.getTime()).toBeLessThan(world.clock.now().getTime());
    }
    const goalDots = authority.candidates
      .filter((one) => one.roundId === goal?.roundId)
      .reduce((sum, one) => sum + (one.dots ?? 0), 0);
    expect(goalDots).toBe(4);
    const roomOf = (exercise: string): string => {
      const step = authority.steps.find((one) => one.exercise === exercise);
      return authority.rooms.find((one) => one.boardId && one.boardId === step?.boardId)?.id ?? '';
    };
    for (const [exercise, least] of [
      ['doel', 5],
      ['sprintvragen', 8],
    ] as const) {
      const { notes } = await world.app.rooms.read(roomOf(exercise), plainWall);
      expect(notes.length, exercise).toBeGreaterThanOrEqual(least);
    }
    const opened = await world.app.rooms.read(roomOf('opening'), plainLists);
    expect(ticked(opened)).toEqual({ done: 11, of: 11 });
    const map = await world.app.rooms.read(roomOf('kaart'), plainMap);
    expect(map.chapters.map(({ title }) => title)).toEqual(
      caseNl.morning.map.chapters.map(({ title }) => title),
    );
    expect(map.actors.flatMap(({ arrows }) => arrows).length).toBeGreaterThanOrEqual(3);
    const piles = await example.piles();
    expect([...piles.values()].map((pile) => pile.length).sort()).toEqual([0, 5, 5, 5, 5]);
  });

  test("[X20] with all hidden notes on one paper, a visitor's own", async () => {
    const piles = await (await beginExample(world)).piles();
    const papers = [...piles.values()].flat().map((note) => note.color);
    expect(papers).toHaveLength(20);
    expect(new Set(papers)).toEqual(new Set(['yellow']));
  });

  test('[X1] in the language of the visitor', async () => {
    const example = await beginExample(world, { language: 'en' });
    const { sprint, members: all } = await example.authority();
    expect(sprint).toMatchObject({ name: caseEn.name, language: 'en' });
    expect(all.map((member) => member.name)).toContain('Samira Khan');
  });

  test('both cases hold enough to write, and every stand-in of a name of their own', () => {
    for (const story of [caseNl, caseEn]) {
      const texts = story.standIns.flatMap(({ hmw }) => hmw.map(({ text }) => text));
      expect(texts.length).toBeGreaterThanOrEqual(40);
      expect(new Set(texts).size).toBe(texts.length);
      expect(story.standIns.filter(({ decider }) => decider)).toHaveLength(1);
    }
    const names = [caseNl, caseEn].flatMap(({ standIns }) => standIns.map(({ name }) => name));
    expect(new Set(names).size).toBe(8);
  });

  test('[X2] for a visitor without an account, who facilitates and takes part', async () => {
    const example = await beginExample(world);
    expect(example.visit.session).toMatchObject({ email: null, onlySprintId: null });
    const stage = await world.app.stages.of(example.visit.session, example.sprintId);
    expect(stage.me).toMatchObject({ role: 'facilitator', participates: true, hasAccount: false });
    expect(stage.sprint.exampleUntil).toBe(
      (await example.authority()).sprint.exampleUntil?.getTime(),
    );
    await example.run({ kind: 'start-clock' });
  });

  test('[X3] once: who has one goes back to it, and gets another in another language', async () => {
    const example = await beginExample(world);
    const again = value(await world.app.examples.start(example.visit));
    expect(again).toEqual({ sprintId: example.sprintId, signedIn: null });
    const english = value(await world.app.examples.start({ ...example.visit, language: 'en' }));
    expect(english.sprintId).not.toBe(example.sprintId);
    expect(english.signedIn).toBeNull();
  });

  test('[X6] its stand-ins have no session, are present, and everybody is told what they are', async () => {
    const example = await beginExample(world);
    const { door } = await example.authority();
    const guest = await world.guest(door?.code ?? '', 'Collega');
    for (const reader of [example.visit, guest]) {
      const stage = await world.app.stages.of(reader.session, example.sprintId);
      const standIns = stage.members.filter((member) => member.example);
      expect(standIns).toHaveLength(4);
      expect(standIns.every((member) => member.present && member.counted)).toBe(true);
      expect(standIns.filter((member) => member.decider)).toHaveLength(1);
      expect(stage.me.example).toBeUndefined();
    }
  });
});

describe('nobody is behind a stand-in', () => {
  test('[X14] no link back to the seat, no nudge, no facilitator’s role; taken out they are gone', async () => {
    const example = await beginExample(world);
    const [standIn] = await example.standIns();
    const memberId = standIn?.id ?? '';
    const refusalOf = async (input: CommandInput) => {
      const answer = await world.app.commands.run(example.visit.session, example.sprintId, input);
      return answer.ok ? 'ok' : answer.refusal.code;
    };
    expect(await refusalOf({ kind: 'make-return-link', memberId })).toBe('nobody-behind');
    expect(await refusalOf({ kind: 'nudge', memberId })).toBe('nobody-behind');
    expect(await refusalOf({ kind: 'hand-over', memberId })).toBe('needs-account');
    expect(await refusalOf({ kind: 'set-role', memberId, role: 'facilitator' })).toBe(
      'needs-account',
    );
    expect(await refusalOf({ kind: 'remove-member', memberId })).toBe('ok');
    expect(await example.standIns()).toHaveLength(3);
  });
});

describe('limits', () => {
  test('[X4] so many per address, said with the time to wait', async () => {
    const strict = await startExamples({
      rateLimits: { examplePerAddress: { points: 2, perS: 60 } },
    });
    const visit = await strict.visit();
    for (let times = 0; times < 2; times += 1) value(await strict.app.examples.start(visit));
    const refused = await strict.app.examples.start(visit);
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ code: 'too-fast', about: { retryAfterS: expect.any(Number) as number } }],
    });
    expect(said(await strict.app.examples.start(await strict.visit()))).toBe('ok');
    await strict.close();
  });

  test('[X4] so many at the same time; one that is over makes room', async () => {
    const small = await startExamples({ config: { exampleLimit: 1 } });
    value(await small.app.examples.start(await small.visit()));
    expect(said(await small.app.examples.start(await small.visit()))).toBe('example-full');
    small.clock.advance(EXAMPLE_LIVES_MS);
    expect(said(await small.app.examples.start(await small.visit()))).toBe('ok');
    await small.close();
  });

  test('[X4] none at all with DEMO=off', async () => {
    const without = await startExamples({ config: { demo: false } });
    expect(without.app.examples.offered).toBe(false);
    expect(said(await without.app.examples.start(await without.visit()))).toBe('example-off');
    expect(await without.db.select().from(sprints)).toEqual([]);
    await without.close();
  });
});

describe('an example goes', () => {
  test('[X5] after a day, with its people and its sockets; others stay', async () => {
    const other = await startExamples();
    const example = await beginExample(other);
    const { sprintId } = await other.sprint(await other.account('Fenna'));
    const live = example.open();
    await live.stage();
    const closed = new Promise<void>((resolve) => live.socket.once('close', () => resolve()));
    other.clock.advance(EXAMPLE_LIVES_MS - 60_000);
    expect(await other.app.people.deleteWhatIsOver()).toEqual([]);
    other.clock.advance(60_000);
    expect(await other.app.people.deleteWhatIsOver()).toEqual([example.sprintId]);
    await closed;
    expect(isExampleId(example.sprintId)).toBe(true);
    expect(isExampleId(sprintId)).toBe(false);
    const left = await other.db.select({ name: people.name }).from(people);
    expect(left.map((person) => person.name)).toEqual(['Fenna']);
    const refused = other.app.stages.of(example.visit.session, example.sprintId);
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'no-such-sprint' } });
    await other.close();
  });

  test('[X5] and leaves the account that was made from within', async () => {
    const other = await startExamples();
    const example = await beginExample(other);
    const form = { name: 'Noor', email: 'noor@example.org', password: PASSWORD, keep: 'yes' };
    const token = value(await other.app.people.register(form, example.visit))?.token;
    const account = await other.visit(token);
    const stage = await other.app.stages.of(account.session, example.sprintId);
    expect(stage.me).toMatchObject({ role: 'facilitator', hasAccount: true });
    other.clock.advance(EXAMPLE_LIVES_MS);
    await other.app.people.deleteWhatIsOver();
    const [kept] = await other.db.select().from(people).where(eq(people.email, 'noor@example.org'));
    expect(kept?.name).toBe('Noor');
    const seats = await other.db
      .select()
      .from(members)
      .where(and(eq(members.personId, kept?.id ?? '')));
    expect(seats).toEqual([]);
    await other.close();
  });
});
