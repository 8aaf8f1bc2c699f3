/**
 * The interview in five acts, after the Sprint book: a welcome, questions about the customer's own life, an
 * introduction of the prototype, tasks, a debrief. Pure; what stands in it from the beginning is named by keys.
 */

/** In the order in which they are played. */
export const scriptActs = ['welcome', 'context', 'introduction', 'tasks', 'debrief'] as const;
export type ScriptAct = (typeof scriptActs)[number];

/** An hour together. */
export const actMinutes: Readonly<Record<ScriptAct, number>> = {
  ...{ welcome: 5, context: 10, introduction: 5, tasks: 30, debrief: 10 },
};
export const ACT_MINUTES_MOST = 60;

/** What is said, what is asked, and what the customer is asked to do. */
export const scriptLineKinds = ['say', 'question', 'task'] as const;
export type ScriptLineKind = (typeof scriptLineKinds)[number];

/** Beside a line: what to look for, and what to ask on. */
export const scriptNoteKinds = ['watch', 'follow'] as const;
export type ScriptNoteKind = (typeof scriptNoteKinds)[number];

/** What stands in a script from the beginning: the last one is asked openly before the klantbeloften are shown. */
export const standingLines = {
  'script-welcome': { act: 'welcome', kind: 'say' },
  'script-recording': { act: 'welcome', kind: 'question' },
  'script-last-time': { act: 'context', kind: 'question' },
  'script-not-you': { act: 'introduction', kind: 'say' },
  'script-aloud': { act: 'introduction', kind: 'say' },
  'script-compared': { act: 'debrief', kind: 'question' },
  'script-count-on': { act: 'debrief', kind: 'question' },
} as const satisfies Readonly<Record<string, { act: ScriptAct; kind: ScriptLineKind }>>;
export type StandingLine = keyof typeof standingLines;

/** Minutes of all acts together. */
export function minutesOf(acts: readonly { readonly minutes: number }[]): number {
  return acts.reduce((sum, { minutes }) => sum + minutes, 0);
}
