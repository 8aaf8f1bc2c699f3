/** What can be done with a line of the script, as the entries of its menu. */
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Eye from '@lucide/svelte/icons/eye';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { PlainScriptLine } from '#document/kinds/script/plain';
import {
  scriptActs,
  scriptLineKinds,
  type ScriptAct,
  type ScriptNoteKind,
} from '#domain/script/acts';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import type { ScriptBoard } from './script-board.svelte';
import { actWords, kindWords } from './script-words';

/** One place up or down within its act, and from its end into the next. */
export function shiftLine(
  board: ScriptBoard,
  { act, id }: { act: ScriptAct; id: string },
  by: 1 | -1,
): void {
  const { acts } = board.model.plain;
  const lines = acts.find((one) => one.act === act)?.lines ?? [];
  const at = lines.findIndex((line) => line.id === id);
  if (at === -1) return;
  if (lines[at + by]) {
    board.model.moveLine(id, {
      act,
      before: (by < 0 ? lines[at - 1] : lines[at + 2])?.id ?? null,
    });
  } else {
    const next = acts[acts.findIndex((one) => one.act === act) + by];
    if (!next) return;
    board.model.moveLine(id, {
      act: next.act,
      before: by < 0 ? null : (next.lines[0]?.id ?? null),
    });
    board.say(m.script_moved({ act: actWords[next.act]() }));
  }
  void board.focus(id);
}

export function lineMenu(
  board: ScriptBoard,
  { act, line }: { act: ScriptAct; line: PlainScriptLine },
): MenuItem[] {
  const { model } = board;
  const { questions } = model.plain;
  const addNote = (kind: ScriptNoteKind): void => {
    const id = model.addNote({ lineId: line.id, kind });
    if (id !== null) board.edit({ root: 'notes', id });
  };
  return [
    { label: m.script_add_watch(), icon: Eye, onselect: () => addNote('watch') },
    {
      label: m.script_add_follow(),
      icon: MessageCircleQuestion,
      onselect: () => addNote('follow'),
    },
    ...(questions.length === 0
      ? []
      : [
          {
            kind: 'sub',
            label: m.script_hang(),
            items: questions.map(({ id, text }, at) => ({
              label: `${at + 1}. ${text.trim()}`,
              checked: line.questionIds.includes(id),
              onselect: () =>
                model.hangOn(line.id, { questionId: id, hangs: !line.questionIds.includes(id) }),
            })),
          } satisfies MenuItem,
        ]),
    { kind: 'line' },
    {
      kind: 'sub',
      label: m.script_kind(),
      items: scriptLineKinds.map((kind) => ({
        label: kindWords[kind](),
        checked: line.kind === kind,
        onselect: () => model.setKind(line.id, kind),
      })),
    },
    {
      kind: 'sub',
      label: m.script_to_act(),
      items: scriptActs
        .filter((one) => one !== act)
        .map((one) => ({
          label: actWords[one](),
          onselect: () => model.moveLine(line.id, { act: one, before: null }),
        })),
    },
    {
      label: m.lists_up(),
      icon: ArrowUp,
      keys: 'Alt+↑',
      onselect: () => shiftLine(board, { act, id: line.id }, -1),
    },
    {
      label: m.lists_down(),
      icon: ArrowDown,
      keys: 'Alt+↓',
      onselect: () => shiftLine(board, { act, id: line.id }, 1),
    },
    { kind: 'line' },
    {
      label: m.script_line_remove(),
      icon: Trash2,
      danger: true,
      onselect() {
        model.removeLine(line.id);
        board.say(m.prototype_removed());
      },
    },
  ];
}
