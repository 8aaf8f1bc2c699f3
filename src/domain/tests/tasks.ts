/**
 * How a customer fared with a task of the test: done, done with help, or failed. Told in people.
 * Asked by the interviewer's screen, where a task may stay open until the end, and by the outcome.
 */
import type { CountOf } from '#domain/tests/scores';

export const taskResults = ['done', 'helped', 'failed'] as const;
export type TaskResult = (typeof taskResults)[number];

export type Attempt = {
  readonly customer: string;
  readonly task: string;
  /** Null: left open. */
  readonly result: TaskResult | null;
};

/** How many fared how; who left it open, or never came to it, counts for none of them. */
export function taskCounts(
  attempts: readonly Attempt[],
  task: string,
): Readonly<Record<TaskResult, CountOf>> {
  const latest = new Map<string, TaskResult>();
  for (const { customer, result, ...attempt } of attempts) {
    if (attempt.task === task && result !== null) latest.set(customer, result);
  }
  const results = [...latest.values()];
  const counted = (wanted: TaskResult): CountOf => ({
    count: results.filter((result) => result === wanted).length,
    of: results.length,
  });
  return { done: counted('done'), helped: counted('helped'), failed: counted('failed') };
}

/** Which tasks of a customer are open when the interview is rounded off; nothing is refused. */
export function openTasks(
  tasks: readonly string[],
  { customer, attempts }: { customer: string; attempts: readonly Attempt[] },
): string[] {
  return tasks.filter(
    (task) =>
      !attempts.some(
        (one) => one.customer === customer && one.task === task && one.result !== null,
      ),
  );
}
