import { describe, expect, it } from 'vitest';
import { exercises } from '#domain/exercises/registry';
import { isCounted, readiness, type Waited } from '#domain/sprint/readiness';
import { counts, decides, writes } from '#domain/sprint/roles';

const member = (id: string, more: Partial<Waited> = {}): Waited => ({
  id,
  role: 'deelnemer',
  decider: false,
  standIn: false,
  participates: false,
  hasAccount: false,
  present: true,
  ready: false,
  ...more,
});
const facilitator = member('facilitator', { role: 'facilitator' });
const joining = member('joining', { role: 'facilitator', participates: true });
const decider = member('decider', { decider: true });
const expert = member('expert', { role: 'expert' });
const observer = member('observer', { role: 'waarnemer' });
const anna = member('anna', { ready: true });
const away = member('away', { present: false });
const room = [facilitator, joining, decider, expert, observer, anna, away];

describe('[R31] who writes, counts and decides', () => {
  it('[R31] follows from role and duty', () => {
    const who = (rule: (one: Waited) => boolean) => room.filter(rule).map(({ id }) => id);
    expect(who(writes)).toEqual(['joining', 'decider', 'expert', 'anna', 'away']);
    expect(who(counts)).toEqual(['joining', 'decider', 'anna', 'away']);
    expect(who(decides)).toEqual(['decider']);
    expect(decides(member('standIn', { standIn: true }))).toBe(true);
  });

  it('[R31] makes the Decider count whatever the base role', () => {
    for (const role of ['facilitator', 'expert'] as const) {
      const one = member('one', { role, decider: true });
      expect([writes(one), counts(one)]).toEqual([true, true]);
    }
  });
});

describe('[R32] whom the room waits for', () => {
  it('[R32] leaves out who is away, observers, experts and a facilitator who only facilitates', () => {
    expect(readiness(room)).toEqual({
      counted: ['joining', 'decider', 'anna'],
      ready: ['anna'],
      waitingFor: ['joining', 'decider'],
      everybody: false,
    });
  });

  it('[R32] waits in a vote for who has dots, at a decision for who decides', () => {
    const goal = { exercise: exercises.doel };
    const counted = (phase: 'voting' | 'decision') =>
      room.filter((one) => isCounted(one, { ...goal, phase })).map(({ id }) => id);
    expect(counted('voting')).toEqual(['joining', 'anna']);
    expect(counted('decision')).toEqual(['decider']);
  });

  it('[R32] does not call an empty room ready', () => {
    expect(readiness([facilitator, away]).everybody).toBe(false);
    expect(readiness([anna]).everybody).toBe(true);
  });
});
