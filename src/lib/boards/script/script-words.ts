/** What acts and lines of a script are called, and the words of those that stand there from the beginning. */
import type { PlainScriptLine } from '#document/kinds/script/plain';
import type { ScriptAct, ScriptLineKind, ScriptNoteKind, StandingLine } from '#domain/script/acts';
import type { QuestionHint } from '#domain/script/question-hint';
import { m } from '$lib/paraglide/messages';

export const actWords: Readonly<Record<ScriptAct, () => string>> = {
  welcome: m.script_act_welcome,
  context: m.script_act_context,
  introduction: m.script_act_introduction,
  tasks: m.script_act_tasks,
  debrief: m.script_act_debrief,
};

export const kindWords: Readonly<Record<ScriptLineKind, () => string>> = {
  say: m.script_kind_say,
  question: m.script_kind_question,
  task: m.script_kind_task,
};

export const noteWords: Readonly<Record<ScriptNoteKind, () => string>> = {
  watch: m.script_note_watch,
  follow: m.script_note_follow,
};

export const hintWords: Readonly<Record<QuestionHint, () => string>> = {
  'yes-no': m.script_hint_yes_no,
  leading: m.script_hint_leading,
};

const standing: Readonly<Record<StandingLine, () => string>> = {
  'script-welcome': m.script_line_welcome,
  'script-recording': m.script_line_recording,
  'script-last-time': m.script_line_last_time,
  'script-not-you': m.script_line_not_you,
  'script-aloud': m.script_line_aloud,
  'script-compared': m.script_line_compared,
  'script-count-on': m.script_line_count_on,
};

/** The team's own words, else those that stand there from the beginning; '' where there are none. */
export function lineWords({ says, text }: Pick<PlainScriptLine, 'says' | 'text'>): string {
  if (text.trim() !== '' || says === '') return text.trim();
  return (standing as Readonly<Record<string, () => string>>)[says]?.() ?? '';
}
