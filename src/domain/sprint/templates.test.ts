import { describe, expect, it } from 'vitest';
import { exerciseIds, exercises, type ExerciseId } from '#domain/exercises/registry';
import { DAY_END, DAY_START, TEST_DAY_START, dayPlan, dayStart } from '#domain/sprint/day-plan';
import { lastDayOf, templateSteps, templates } from '#domain/sprint/templates';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

describe.each(templates)('[R23] the %s week', (template) => {
  const steps = templateSteps(template);
  const lastDay = lastDayOf(template);
  const workDays = [1, 2, 3, 4, 5].filter((day) => day <= lastDay);
  const planOf = (day: number) =>
    dayPlan(
      steps.filter((step) => step.day === day),
      { startsAt: dayStart(template, day) },
    );

  it('[R23] has a day of preparation and then its days in order', () => {
    const order = steps.map((step) => step.day);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order)).toEqual(new Set([0, ...workDays]));
  });

  it.each(workDays)('[R23] ends day %i by 17:00 and gives everybody lunch and a break', (day) => {
    const plan = planOf(day);
    expect(plan[0]?.startsAt).toBe(day === lastDay ? TEST_DAY_START : DAY_START);
    expect(plan.at(-1)?.endsAt).toBeLessThanOrEqual(DAY_END);
    expect(plan.at(-1)?.endsAt).toBeGreaterThan(at(16));
    const lunches = plan.filter(({ step }) => step.exercise === 'lunch');
    expect(lunches).toHaveLength(1);
    expect(lunches[0]?.startsAt).toBe(day === lastDay ? at(13, 10) : at(13));
    expect(plan.some(({ step }) => step.exercise === 'pauze')).toBe(true);
  });

  it('[R23] shows the trial run at 15:00 on the day before the tests', () => {
    const trial = planOf(lastDay - 1).find(({ step }) => step.exercise === 'proefronde');
    expect(trial?.startsAt).toBe(at(15));
  });

  it('[R23] tests with five customers', () => {
    const interviews = steps.filter((step) => step.exercise === 'interviews');
    expect(interviews).toHaveLength(5);
  });
});

describe('[R23] the two templates', () => {
  it('[R23] the five days hold every exercise of the week, on its own day', () => {
    const steps = templateSteps('five-day');
    for (const id of exerciseIds) {
      const { day } = exercises[id];
      if (day === null) continue;
      const days = steps.filter((step) => step.exercise === id).map((step) => step.day);
      expect(new Set(days), id).toEqual(new Set([day]));
    }
  });

  it('[R23] the four days leave out no exercise of the week, and divide the map between demos and notes', () => {
    const order = templateSteps('four-day').map((step) => step.exercise);
    for (const id of exerciseIds) if (exercises[id].day !== null) expect(order).toContain(id);
    const [demos, divided, notes] = (['lightning-demos', 'verdelen', 'notities'] as const).map(
      (id) => order.indexOf(id),
    );
    expect(demos).toBeLessThan(divided ?? -1);
    expect(divided).toBeLessThan(notes ?? -1);
  });

  it('[R23] the four days have the experts before the goal, and the map after both', () => {
    const order = templateSteps('four-day').map((step) => step.exercise);
    const first = (id: ExerciseId) => order.indexOf(id);
    expect(first('experts')).toBeLessThan(first('doel'));
    expect(first('doel')).toBeLessThan(first('kaart'));
    const five = templateSteps('five-day').map((step) => step.exercise);
    expect(five.indexOf('doel')).toBeLessThan(five.indexOf('experts'));
  });
});
