import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, neighboursAt, nextPlanned, orderAgenda } from '#domain/sprint/agenda';
import { days, type Day } from '#domain/sprint/days';

type Step = { id: string; day: Day; position: string };
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** An ordered agenda of eight steps over the days. */
const anyAgenda = fc
  .array(fc.constantFrom(...days), { minLength: letters.length, maxLength: letters.length })
  .map((some) =>
    orderAgenda(some.map((day, n): Step => ({ id: letters[n] ?? '', day, position: `a${n}` }))),
  );

describe('[R20] the order of the agenda', () => {
  it('[R20] is by day, then place, and the same from any starting order', () => {
    fc.assert(
      fc.property(anyAgenda, fc.infiniteStream(fc.nat()), (agenda, numbers) => {
        const keyed = agenda.map((step) => ({ step, key: numbers.next().value ?? 0 }));
        const mixed = keyed.sort((a, b) => a.key - b.key).map(({ step }) => step);
        expect(orderAgenda(mixed)).toEqual(agenda);
      }),
    );
  });

  it('[R20] compares places by code unit, capitals before small letters', () => {
    const steps = ['a1', 'Zz', 'a0V'].map((position) => ({ id: position, day: 1, position }));
    expect(orderAgenda(steps).map((step) => step.id)).toEqual(['Zz', 'a0V', 'a1']);
  });

  const agenda = [
    { id: 'a', status: 'done' },
    { id: 'b', status: 'planned' },
    { id: 'c', status: 'open' },
    { id: 'd', status: 'skipped' },
    { id: 'e', status: 'planned' },
  ];

  it('[R20] goes on after the step that runs, and passes what is skipped', () => {
    expect(nextPlanned(agenda, 'c')?.id).toBe('e');
    expect(nextPlanned(agenda, 'a')?.id).toBe('b');
    expect(nextPlanned(agenda, 'e')).toBeNull();
  });

  it('[R20] goes on after the last step that ran when none is open, else begins at the first', () => {
    expect(nextPlanned(agenda, null)?.id).toBe('e');
    const fresh = agenda.map(({ id }) => ({ id, status: 'planned' }));
    expect(nextPlanned(fresh, null)?.id).toBe('a');
    expect(nextPlanned([], null)).toBeNull();
  });
});

describe('[R21] moving a step', () => {
  const anyMove = fc.record({
    stepId: fc.constantFrom(...letters),
    day: fc.constantFrom(...days),
    before: fc.option(fc.constantFrom(...letters)),
  });

  it('[R21] keeps every step and the order of the others', () => {
    fc.assert(
      fc.property(anyAgenda, anyMove, (agenda, move) => {
        const after = moved(agenda, move);
        const others = (steps: readonly Step[]) =>
          steps.map((step) => step.id).filter((id) => id !== move.stepId);
        expect(others(after)).toEqual(others(agenda));
        expect(after).toHaveLength(agenda.length);
        expect(after.find((step) => step.id === move.stepId)?.day).toBe(move.day);
        const order = after.map((step) => step.day);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('[R21] tells the neighbours between which the server finds a place', () => {
    fc.assert(
      fc.property(anyAgenda, anyMove, (agenda, move) => {
        const ofDay = moved(agenda, move).filter((step) => step.day === move.day);
        const index = ofDay.findIndex((step) => step.id === move.stepId);
        expect(neighboursAt(agenda, move)).toEqual({
          left: ofDay[index - 1]?.position ?? null,
          right: ofDay[index + 1]?.position ?? null,
        });
      }),
    );
  });

  it('[R21] leaves the agenda as it is for a step that is not there', () => {
    const agenda: Step[] = [{ id: 'a', day: 1, position: 'a0' }];
    expect(moved(agenda, { stepId: 'x', day: 1, before: 'a' })).toEqual(agenda);
  });
});
