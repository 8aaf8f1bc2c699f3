/**
 * The five acts of a talk with a customer (Knapp, 'Sprint', 2016, Friday): how long each takes, and how the
 * time stands. The parts of the prototype are the tasks of the fourth act. Pure.
 */
export const acts = ['welcome', 'context', 'introduction', 'tasks', 'debrief'] as const;
export type Act = (typeof acts)[number];

/** Minutes of each in a talk of an hour. */
export const actMinutes: Readonly<Record<Act, number>> = {
  welcome: 5,
  context: 10,
  introduction: 5,
  tasks: 30,
  debrief: 10,
};

/** One thing that the interviewer says: of an act, or of a task in it. */
export type TalkStep =
  | { readonly act: Exclude<Act, 'tasks'>; readonly task: null }
  | {
      readonly act: 'tasks';
      readonly task: { readonly id: string; readonly title: string } | null;
    };

/** All steps of a talk in order; without tasks the fourth act is one step. */
export function talkSteps(tasks: readonly { id: string; title: string }[]): TalkStep[] {
  return acts.flatMap((act): TalkStep[] => {
    if (act !== 'tasks') return [{ act, task: null }];
    return tasks.length === 0 ? [{ act, task: null }] : tasks.map((task) => ({ act, task }));
  });
}

/**
 * How many minutes one is ahead of the plan at this step, as whole minutes; below zero: behind it.
 * @param at which step, from 0. @param elapsedMs since the talk began. @param minutes the whole talk.
 */
export function minutesAhead(
  steps: readonly TalkStep[],
  { at, elapsedMs, minutes }: { at: number; elapsedMs: number; minutes: number },
): number {
  const scale = minutes / 60;
  const planned = steps
    .slice(0, at + 1)
    .reduce((sum, { act }) => sum + (actMinutes[act] * scale) / countOf(steps, act), 0);
  return Math.floor(planned - elapsedMs / 60_000);
}

function countOf(steps: readonly TalkStep[], act: Act): number {
  return steps.filter((one) => one.act === act).length;
}
