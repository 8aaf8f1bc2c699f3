import { describe, expect, it } from 'vitest';
import type { Phase } from '#domain/sprint/phases';
import type { Stage, StageMember } from '#protocol/stage';
import { awaited, namesInRow, raisedHands } from '$lib/sprint/awaited';
import { roomFigures } from '$lib/sprint/room-figures';

const member = (id: string, more: Partial<StageMember> = {}): StageMember => ({
  ...{ id, name: id, initials: id, color: 0, role: 'deelnemer', decider: false, standIn: false },
  ...{ duties: [], participates: false, present: true, ready: false, counted: true },
  ...{ handRaisedAt: null, hasAccount: false, ...more },
});

/** As much of a stage as the cockpit's counts read. */
function stage(
  members: StageMember[],
  {
    phase = 'writing' as Phase,
    exercise = 'hmw',
    left = {} as Record<string, number>,
    pileTotal = 4,
  } = {},
): Stage {
  const budgets = Object.entries(left).map(([id, one]) => [id, { budget: 2, left: one }]);
  const round =
    phase === 'voting' ? { left: Object.fromEntries(budgets), placed: 9, given: 99 } : null;
  const step = { id: 's', status: 'open', exercise, phase };
  return { members, agenda: [step], now: { phase, round, pileTotal } } as unknown as Stage;
}

const away = member('Esra', { present: false, counted: false });
const observer = member('Olga', { role: 'waarnemer', counted: false });

describe('[R51] whom the room waits for', () => {
  it('[R51] leaves out who is offline, observes or does not take part', () => {
    const seen = stage([member('Anna', { ready: true }), member('Bo'), away, observer]);
    expect(awaited(seen)?.waiting.map((one) => one.name)).toEqual(['Bo']);
    expect(roomFigures(seen)?.rest).toContain('1');
    expect(roomFigures(seen)?.share).toBe(0.5);
  });

  it('[R51] is nobody once the last one who counts is ready, also while somebody is offline', () => {
    const seen = stage([member('Anna', { ready: true }), away, observer]);
    expect(awaited(seen)).toEqual({ waiting: [], everybody: true });
    expect(awaited(stage([away, observer]))).toEqual({ waiting: [], everybody: false });
  });

  it('[R51] counts the dots of who is here, and takes no dots left for done', () => {
    const members = [member('Anna'), member('Bo'), away];
    const seen = stage(members, { phase: 'voting', left: { Anna: 0, Bo: 1, Esra: 2 } });
    expect(awaited(seen)?.waiting.map((one) => one.name)).toEqual(['Bo']);
    expect(roomFigures(seen)?.share).toBe(3 / 4);
    const done = stage(members, { phase: 'voting', left: { Anna: 0, Bo: 0, Esra: 2 } });
    expect(awaited(done)?.everybody).toBe(true);
    expect(roomFigures(done)?.share).toBe(1);
  });

  it('[R51] goes by none, busy and done where no figures are told', () => {
    const members = [member('Anna'), member('Bo'), away];
    const seen = stage(members, { phase: 'voting' });
    const ballots = { Anna: 'done', Bo: 'busy', Esra: 'none' };
    Object.assign(seen.now ?? {}, { round: { ballots, left: null, placed: null, given: 90 } });
    expect(awaited(seen)?.waiting.map((one) => one.name)).toEqual(['Bo']);
    expect(roomFigures(seen)?.share).toBe(0.5);
  });

  it('[R51] is nobody in a break, and in phases in which one talks', () => {
    expect(awaited(stage([member('Anna')], { phase: 'open', exercise: 'lunch' }))).toBeNull();
    expect(awaited(stage([member('Anna')], { phase: 'result' }))).toBeNull();
  });

  it('[R51] is named, at most three by name', () => {
    const people = ['Anna', 'Bo', 'Cas', 'Dee', 'Eef'].map((name) => member(name));
    expect(namesInRow(people.slice(0, 2))).toMatch(/^Anna (en|and) Bo$/);
    expect(namesInRow(people)).toMatch(/^Anna, Bo, Cas,? (en|and) 2 /);
  });
});

it('[R51] hands stand in the order in which they went up', () => {
  const seen = stage([
    member('Anna', { handRaisedAt: 20 }),
    member('Bo', { handRaisedAt: 10 }),
    away,
  ]);
  expect(raisedHands(seen).map((one) => one.name)).toEqual(['Bo', 'Anna']);
});

it('[R51] where each works on a pad of their own no notes are counted, but sketches that are in', () => {
  const drawing = stage([member('Anna', { ready: true }), member('Bo')], { exercise: 'ideeen' });
  expect(roomFigures(drawing)).toMatchObject({ rest: '', share: 0.5 });
  const sketching = stage([member('Anna'), member('Bo')], { exercise: 'oplossingsschets' });
  Object.assign(sketching.now ?? {}, { stepId: 's' });
  Object.assign(sketching, {
    sketches: { stepId: 's', handedIn: 2, of: 4, missing: ['a', 'b', 'c'] },
  });
  expect(roomFigures(sketching)?.text).toMatch(/2.*4/);
  // Of one who handed in two, the bar knows that the others still draw.
  expect(roomFigures(sketching)?.share).toBe(0.25);
});

it('[R85] before the reveal the facilitator is warned while there are fewer notes than leave a choice', () => {
  const at = (exercise: string, pileTotal: number) =>
    roomFigures(stage([member('Anna')], { exercise, pileTotal }))?.warning;
  expect(at('hmw', 19)).toContain('20');
  expect(at('hmw', 20)).toBeUndefined();
  // While an expert talks there are more to come, and a goal is one note each.
  expect(at('experts', 3)).toBeUndefined();
  expect(at('doel', 3)).toBeUndefined();
});
