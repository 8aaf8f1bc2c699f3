import { describe, expect, it } from 'vitest';
import { backStep, closedLast, minutesAgain, type UndoableStep } from '#domain/sprint/back-step';
import { mayRemove } from '#domain/sprint/step-rules';

const step = (
  id: string,
  exercise: string,
  status: string,
  more: Partial<UndoableStep> = {},
): UndoableStep => ({ id, exercise, status, phase: null, minutes: 10, closedAt: null, ...more });

const hmw = step('hmw', 'hmw', 'done', { phase: 'reveal', closedAt: 100 });
const experts = step('experts', 'experts', 'done', { phase: 'writing', closedAt: 50 });
const sorting = step('sorting', 'hmw-ordenen', 'open', { phase: 'grouping' });
const agenda = [experts, hmw, sorting, step('vote', 'hmw-stemmen', 'planned')];
const asked = { from: 'sorting', votesCast: 0 };
const code = (answer: ReturnType<typeof backStep>) =>
  'refusal' in answer ? answer.refusal.code : 'allowed';

describe('[R40] the way back to the step before', () => {
  it('[R40] leaves from the open step and opens the one that was closed last', () => {
    expect(backStep(agenda, asked)).toEqual({
      plan: {
        away: { stepId: 'sorting', phase: 'grouping' },
        again: { stepId: 'hmw', phase: 'reveal' },
      },
    });
  });

  it('[R40] goes by when a step was closed, not by its place on the agenda', () => {
    expect(closedLast([{ ...experts, closedAt: 200 }, hmw])?.id).toBe('experts');
    expect(closedLast([step('a', 'doel', 'skipped', { closedAt: 300 }), hmw])?.id).toBe('hmw');
  });

  it('[R40] opens the last step again when none is open', () => {
    const closed = [experts, hmw];
    expect(backStep(closed, { from: null, votesCast: 0 })).toEqual({
      plan: { away: null, again: { stepId: 'hmw', phase: 'reveal' } },
    });
  });

  it('[R40] refuses a second click, and a sprint in which nothing was closed yet', () => {
    expect(code(backStep(agenda, { from: 'hmw', votesCast: 0 }))).toBe('phase-moved-on');
    expect(code(backStep(agenda, { from: null, votesCast: 0 }))).toBe('phase-moved-on');
    expect(code(backStep([sorting], asked))).toBe('nothing-to-undo');
  });
});

describe('[R41] a vote on the way back', () => {
  const voting = step('vote', 'hmw-stemmen', 'open', { phase: 'voting' });

  it('[R41] is left only while nobody has placed a dot, and opens anew', () => {
    const plan = backStep([hmw, voting], { from: 'vote', votesCast: 0 });
    expect(plan).toMatchObject({ plan: { away: { stepId: 'vote', phase: null } } });
    expect(code(backStep([hmw, voting], { from: 'vote', votesCast: 1 }))).toBe('votes-cast');
  });

  it('[R41] goes on from just before it where the exercise did something else first', () => {
    const heatmap = step('vote', 'heatmap', 'open', { phase: 'voting' });
    const answer = backStep([hmw, heatmap], { from: 'vote', votesCast: 0 });
    expect(answer).toMatchObject({ plan: { away: { phase: 'open' } } });
  });

  it('[R41] that was counted when its step closed is met at its result', () => {
    const counted = { ...voting, status: 'done', closedAt: 300 };
    const answer = backStep([hmw, counted], { from: null, votesCast: 0 });
    expect(answer).toMatchObject({ plan: { again: { stepId: 'vote', phase: 'result' } } });
  });
});

describe('[R42] the clock of a step that opens again', () => {
  const minute = 60_000;
  const closed = step('s', 'hmw', 'done', { minutes: 30, closedAt: 40 * minute });

  it('[R42] has what was left when it closed, and a little when nothing was', () => {
    expect(minutesAgain(closed, 28 * minute)).toBe(18);
    expect(minutesAgain(closed, 0)).toBe(5);
    expect(minutesAgain({ ...closed, minutes: 3 }, 0)).toBe(3);
    expect(minutesAgain(closed, null)).toBe(30);
  });
});

it('[R40] a step that was put back keeps its work: it is not taken off the agenda', () => {
  const putBack = { id: 's', status: 'planned', phase: 'reveal' } as const;
  const ruling = mayRemove(putBack);
  expect(ruling.allowed ? 'allowed' : ruling.refusal.code).toBe('step-already-started');
  expect(mayRemove({ ...putBack, phase: null }).allowed).toBe(true);
});
