/** What the interviewer says in each act, and how an act and a result are called. */
import type { Act, TalkStep } from '#domain/tests/interview';
import type { TaskResult } from '#domain/tests/tasks';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<Act, () => string>> = {
  welcome: m.testing_act_welcome,
  context: m.testing_act_context,
  introduction: m.testing_act_introduction,
  tasks: m.testing_act_tasks,
  debrief: m.testing_act_debrief,
};
export function actName(act: Act): string {
  return names[act]();
}

const sentences: Readonly<Record<Act, () => string>> = {
  welcome: m.testing_say_welcome,
  context: m.testing_say_context,
  introduction: m.testing_say_introduction,
  tasks: m.testing_say_tasks,
  debrief: m.testing_say_debrief,
};
const hints: Readonly<Record<Act, () => string>> = {
  welcome: m.testing_hint_welcome,
  context: m.testing_hint_context,
  introduction: m.testing_hint_introduction,
  tasks: m.testing_hint_tasks,
  debrief: m.testing_hint_debrief,
};
export function sentenceOf({ act }: TalkStep): string {
  return sentences[act]();
}
export function hintOf({ act }: TalkStep): string {
  return hints[act]();
}

const results: Readonly<Record<TaskResult, () => string>> = {
  done: m.testing_result_done,
  helped: m.testing_result_helped,
  failed: m.testing_result_failed,
};
export function resultName(result: TaskResult): string {
  return results[result]();
}

/** The clock in words. @param ahead whole minutes; below zero: behind the plan. */
export function scheduleWords(ahead: number): string {
  if (ahead > 0) return m.testing_ahead({ minutes: ahead });
  return ahead < 0 ? m.testing_behind({ minutes: -ahead }) : m.testing_on_time();
}
