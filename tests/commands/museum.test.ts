/** Sketches from the pad to the wall, on a real PostgreSQL: handed in unseen, hung nameless, told one by one. */
import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeStroke } from '#document/ink/stroke-bytes';
import * as pad from '#document/kinds/pad/operations';
import { frameOf } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { acts } from '#server/db/facilitation-tables';
import { pictures } from '#server/db/board-tables';
import { sketches } from '#server/db/sketch-tables';
import type { Stage } from '#protocol/stage';
import { makeGround, type Ground } from '#tests/support/ground';
import { addStepOf } from '#tests/support/museum';
import { drawSketch, galleryIn, handIn, openMuseum, planSketching } from '#tests/support/sketching';
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

const three = ['deelnemer', 'beslisser', 'account'] as const;

async function stageOf(who: Cast): Promise<Stage> {
  const seen = await ground.stages.of(world.sessions[who], world.sprintId);
  if (!seen) throw new Error(`no stage for ${who}`);
  return seen;
}

async function drawing(): Promise<string> {
  await planSketching(world);
  await world.open('oplossingsschets');
  return world.step('oplossingsschets');
}

const take = (stepId: string) => ({ kind: 'take-back-sketch', stepId, place: 1 }) as const;
const hand = (stepId: string, place: 1 | 2 = 1) => ({ kind: 'hand-in', stepId, place }) as const;

describe('[C170] handing in', () => {
  it('[C170] is counted for everybody, and who is missing is told to facilitators alone', async () => {
    await drawing();
    await drawSketch(world, 'deelnemer', { title: 'De prijs staal al vast' });
    await handIn(world, 'deelnemer');
    expect((await stageOf('deelnemer')).sketches).toMatchObject({ handedIn: 1, mine: [1] });
    expect((await stageOf('beslisser')).sketches).toMatchObject({
      ...{ handedIn: 1, mine: [], missing: null },
    });
    const { missing = null } = (await stageOf('facilitator')).sketches ?? {};
    expect(missing).toContain(world.memberIds.beslisser);
    expect(missing).not.toContain(world.memberIds.deelnemer);
    expect((await stageOf('expert')).sketches).toBeNull();
  });

  it('[C170] takes what the pad holds then, replaces what was in, and is taken back', async () => {
    const stepId = await drawing();
    expect(await world.says('deelnemer', hand(stepId))).toBe('sketch-empty');
    await drawSketch(world, 'deelnemer', { title: 'eerst' });
    await handIn(world, 'deelnemer');
    await handIn(world, 'deelnemer');
    expect((await stageOf('deelnemer')).sketches?.handedIn).toBe(1);
    expect(await world.says('deelnemer', take(stepId))).toBe('ok');
    expect(await world.says('deelnemer', take(stepId))).toBe('not-handed-in');
    expect((await stageOf('beslisser')).sketches?.handedIn).toBe(0);
  });

  it('[C170] takes a second sketch, and none of who only looks on', async () => {
    const stepId = await drawing();
    await drawSketch(world, 'deelnemer', { title: 'eerste' });
    expect(await world.says('deelnemer', hand(stepId, 2))).toBe('sketch-empty');
    await drawSketch(world, 'deelnemer', { title: 'tweede', key: `${stepId}-2` });
    await handIn(world, 'deelnemer');
    await world.must('deelnemer', hand(stepId, 2));
    expect((await stageOf('deelnemer')).sketches).toMatchObject({ handedIn: 2, mine: [1, 2] });
    expect(await world.says('expert', hand(stepId))).toBe('not-your-role');
    expect(await world.says('waarnemer', hand(stepId))).toBe('not-your-role');
    expect(await world.says('co', hand(stepId))).toBe('not-your-role');
  });

  it('[C170] leaves no act, and no order', async () => {
    await drawing();
    for (const who of three) {
      await drawSketch(world, who, { title: who });
      await handIn(world, who);
    }
    const rows = await ground.db.select().from(acts).where(eq(acts.sprintId, world.sprintId));
    expect(rows.map(({ kind }) => kind)).not.toContain('hand-in');
    const [row] = await ground.db.select().from(sketches);
    expect(Object.values(row ?? {}).some((value) => value instanceof Date)).toBe(false);
  });

  it('[C170] goes on after the step closed, and strokes that were drawn meanwhile are kept', async () => {
    const stepId = await drawing();
    await drawSketch(world, 'deelnemer', { title: 'laat' });
    await world.must('facilitator', { kind: 'close-step', stepId });
    expect(await world.says('deelnemer', hand(stepId))).toBe('ok');
  });
});

describe('[C171] the museum', () => {
  it('[C171] hangs everything that is in, numbered from one, under ids that nobody saw', async () => {
    const { exhibits } = await openMuseum(world, three);
    expect(exhibits.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(exhibits.map(({ title }) => title).sort()).toEqual(['schets 0', 'schets 1', 'schets 2']);
    const rows = await ground.db.select().from(sketches);
    const before = rows.flatMap(({ id, memberId }) => [id, memberId]);
    for (const { id } of exhibits) expect(before).not.toContain(id);
  });

  it('[C171] hangs strokes of one pen, without the hand that pressed it', async () => {
    const { exhibits } = await openMuseum(world, three);
    const inks = exhibits.flatMap(({ panels }) => panels.flatMap(({ strokes }) => strokes));
    expect(inks).toHaveLength(9);
    for (const ink of inks) {
      expect(decodeStroke(ink)).toMatchObject({ width: 'thin', pressures: null, color: 'blue' });
    }
  });

  it('[C171] hangs own pictures as copies without owner or time, and nobody else’s', async () => {
    await drawing();
    const picture = async (who: Cast) => {
      const id = nanoid();
      await ground.db.insert(pictures).values({
        ...{ id, sprintId: world.sprintId, memberId: world.memberIds[who], mime: 'image/webp' },
        ...{
          width: 4,
          height: 3,
          size: 1,
          content: Uint8Array.of(7),
          createdAt: new Date(1),
          isOwn: true,
        },
      });
      return id;
    };
    const [own, other] = [await picture('deelnemer'), await picture('beslisser')];
    await drawSketch(world, 'deelnemer', { title: 'met foto' });
    const stepId = world.step('oplossingsschets');
    const roomId = await world.roomOf({ memberId: world.memberIds.deelnemer, kind: 'pad' });
    await ground.rooms.change([roomId], async ({ doc }) => {
      for (const [at, id] of [own, other].entries()) {
        const put = { id: nanoid(), frame: frameOf(stepId, at + 1) };
        pad.putPicture(doc(roomId), { ...put, picture: { id, width: 4, height: 3 } }, local);
      }
    });
    await handIn(world, 'deelnemer');
    await world.open('museum');
    const { exhibits } = await galleryIn(world);
    const hung = exhibits[0]?.panels.map((panel) => panel.picture?.id ?? null) ?? [];
    expect(hung).toEqual([expect.any(String), null, null]);
    expect(hung).not.toContain(own);
    const [copy] = await ground.db
      .select()
      .from(pictures)
      .where(eq(pictures.id, hung[0] ?? ''));
    expect(copy).toMatchObject({ memberId: null, isOwn: false, content: Uint8Array.of(7) });
    expect(copy?.createdAt).toEqual((await world.authority()).boards.at(-1)?.createdAt);
  });

  it('[C171] stays as it hangs when a step of it opens once more', async () => {
    const first = await openMuseum(world, three);
    await world.open('heatmap');
    await world.must('facilitator', { kind: 'repeat-step', stepId: world.step('museum') });
    await world.must('facilitator', { kind: 'next-step', from: world.step('heatmap') });
    expect(await galleryIn(world)).toEqual(first);
    expect(await world.boardId('heatmap')).toBe(await world.boardId('museum'));
  });

  it('[C171] opens empty where nobody handed in', async () => {
    expect((await openMuseum(world, [])).exhibits).toEqual([]);
  });
});

describe('[C243] a vote on nothing', () => {
  it.each(['open', 'skip'] as const)(
    '[C243] is refused as that of a museum, and a facilitator goes on: %s',
    async (way) => {
      await openMuseum(world, []);
      await world.open('bliksemkritiek');
      await addStepOf(world, 'strawpoll');
      const poll = { kind: 'open-step', stepId: world.step('strawpoll') } as const;
      expect(await world.run('facilitator', poll)).toMatchObject({
        refusal: { code: 'no-candidates', about: { board: 'gallery' } },
      });
      expect((await stageOf('facilitator')).now?.stepId).toBe(world.step('bliksemkritiek'));
      if (way === 'open') {
        await drawSketch(world, 'deelnemer', { title: 'toch nog' });
        await handIn(world, 'deelnemer');
        expect(await world.says('facilitator', poll)).toBe('ok');
      } else {
        const { stepId } = poll;
        await world.must('facilitator', { kind: 'skip-step', stepId, skipped: true });
        await world.open('supervote');
      }
    },
  );
});

describe('[C172] a sketch that comes late', () => {
  it('[C172] hangs at once, with all numbers drawn anew, as long as no dot lies', async () => {
    const first = await openMuseum(world, three);
    await drawSketch(world, 'stand-in', { title: 'te laat' });
    await handIn(world, 'stand-in');
    const { exhibits } = await galleryIn(world);
    expect(exhibits.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(exhibits.map(({ title }) => title)).toContain('te laat');
    for (const { id } of first.exhibits) expect(exhibits.map((one) => one.id)).toContain(id);
  });

  it('[C172] is refused once a dot lies, and what hangs is neither taken back nor replaced', async () => {
    await openMuseum(world, three);
    const stepId = world.step('oplossingsschets');
    expect(await world.says('deelnemer', take(stepId))).toBe('sketch-hangs');
    expect(await world.says('deelnemer', hand(stepId))).toBe('sketch-hangs');
    await world.open('heatmap');
    await world.must('facilitator', world.advance('heatmap', 'open', 'voting'));
    await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
    await drawSketch(world, 'stand-in', { title: 'te laat' });
    expect(await world.says('stand-in', hand(stepId))).toBe('sketches-voted-on');
  });
});

describe('[C173] a maker', () => {
  const makers = async (who: Cast) => (await stageOf(who)).museum?.makers;
  const critique = (exhibitId: string) => ({ kind: 'critique-exhibit', exhibitId }) as const;
  const reveal = (exhibitId: string) => ({ kind: 'reveal-maker', exhibitId }) as const;

  it('[C173] is told at the end of the critique of that sketch, to everybody, and of no other', async () => {
    const { exhibits } = await openMuseum(world, three);
    const [first, second] = exhibits.map(({ id }) => id) as [string, string];
    expect(await world.says('facilitator', critique(first))).toBe('wrong-phase');
    await world.open('bliksemkritiek');
    expect(await world.says('facilitator', reveal(first))).toBe('wrong-phase');
    await world.must('facilitator', critique(first));
    expect((await stageOf('deelnemer')).museum).toMatchObject({ critique: first, makers: {} });
    expect((await stageOf('deelnemer')).clock).toMatchObject({
      ...{ state: 'running', durationMs: 180_000 },
    });
    await world.must('facilitator', reveal(first));
    const rows = await ground.db.select().from(sketches).where(eq(sketches.exhibitId, first));
    const name = three.find((who) => world.memberIds[who] === rows[0]?.memberId);
    for (const who of ['deelnemer', 'beslisser', 'facilitator', 'waarnemer'] as const) {
      expect(await makers(who)).toEqual({ [first]: name });
    }
    await world.must('facilitator', critique(second));
    expect((await stageOf('deelnemer')).museum).toMatchObject({
      ...{ critique: second, talkedThrough: [first], makers: { [first]: name } },
    });
    expect(await makers('expert')).toBeUndefined();
  });

  it('[C173] stays hidden where the critique was skipped', async () => {
    await openMuseum(world, three);
    await world.must('facilitator', {
      ...{ kind: 'skip-step', stepId: world.step('bliksemkritiek'), skipped: true },
    });
    await world.open('supervote');
    expect(await makers('deelnemer')).toEqual({});
  });

  it('[C173] who was removed meanwhile keeps their sketch on the wall, and is still told', async () => {
    const { exhibits } = await openMuseum(world, three);
    await world.must('facilitator', {
      ...{ kind: 'remove-member', memberId: world.memberIds.account },
    });
    expect((await galleryIn(world)).exhibits).toEqual(exhibits);
    await world.open('bliksemkritiek');
    for (const { id } of exhibits) {
      await world.must('facilitator', critique(id));
      await world.must('facilitator', reveal(id));
    }
    expect(Object.values((await makers('deelnemer')) ?? {}).sort()).toEqual([...three].sort());
  });
});

describe('[C174] a question', () => {
  const ask = (who: Cast, exhibitId: string, text: string) =>
    world.must(who, { kind: 'ask-question', exhibitId, text });
  const questions = async () => (await galleryIn(world)).questions.map(({ text }) => text);

  it('[C174] waits unseen until three people have one, then all are laid together', async () => {
    const { exhibits } = await openMuseum(world, three);
    const id = exhibits[0]?.id ?? '';
    await ask('deelnemer', id, 'Belt hij ook als hij rijdt?');
    await ask('deelnemer', id, 'En als ik niet opneem?');
    await ask('beslisser', id, 'Wie betaalt dat?');
    expect(await questions()).toEqual([]);
    const { waiting = [] } = (await stageOf('deelnemer')).museum ?? {};
    expect(waiting.map(({ text }) => text).sort()).toEqual([
      ...['Belt hij ook als hij rijdt?', 'En als ik niet opneem?'],
    ]);
    expect((await stageOf('facilitator')).museum?.waiting).toEqual([]);
    await ask('account', id, 'Hoe laat komt hij?');
    expect((await questions()).sort()).toEqual([
      'Belt hij ook als hij rijdt?',
      'En als ik niet opneem?',
      'Hoe laat komt hij?',
      'Wie betaalt dat?',
    ]);
    expect((await stageOf('deelnemer')).museum?.waiting).toEqual([]);
  });

  it('[C174] of fewer is laid when the step closes; one that was taken back is not', async () => {
    const { exhibits } = await openMuseum(world, three);
    const id = exhibits[0]?.id ?? '';
    await ask('deelnemer', id, 'blijft');
    await ask('beslisser', id, 'gaat weg');
    const mine = (await stageOf('beslisser')).museum?.waiting[0]?.id ?? '';
    await world.must('deelnemer', { kind: 'take-back-question', questionId: mine });
    expect((await stageOf('beslisser')).museum?.waiting).toHaveLength(1);
    await world.must('beslisser', { kind: 'take-back-question', questionId: mine });
    await world.open('heatmap');
    expect(await questions()).toEqual(['blijft']);
  });

  it('[C174] is about something that hangs, while the museum is open', async () => {
    const { exhibits } = await openMuseum(world, three);
    const about = (exhibitId: string) => ({ kind: 'ask-question', exhibitId, text: 'x' }) as const;
    expect(await world.says('deelnemer', about('elders'))).toBe('no-such-candidate');
    await world.open('doel');
    expect(await world.says('deelnemer', about(exhibits[0]?.id ?? ''))).toBe('step-not-open');
  });
});
