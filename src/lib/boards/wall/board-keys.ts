/** Keys of the whole board, when no field, dialog or menu has them. What is focused decides what letters are. */
import { flushSync } from 'svelte';
import { doAct, mayAct } from './board-acts';
import type { Board } from './board.svelte';
import { actOf } from './key-map';

type Where = 'ground' | 'note' | 'control' | 'elsewhere';

/** Where a key was pressed: on the board itself or on nothing, on a note, on a button of the board, or not here. */
function whereOf(target: EventTarget | null, board: HTMLElement): Where {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest('textarea, input, select, [contenteditable], [role="dialog"], [role="menu"]'))
    return 'elsewhere';
  if (target === document.body || target.matches('[data-ground]')) return 'ground';
  if (!board.contains(target)) return 'elsewhere';
  if (target.matches('[data-note]')) return 'note';
  return target.closest('button, a, [role="button"], [data-control]') ? 'control' : 'ground';
}

/** Whether a paste or copy there is the board's. */
export function isOurs(target: EventTarget | null, board: HTMLElement): boolean {
  return whereOf(target, board) !== 'elsewhere';
}

function overlayOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

export function boardKey(
  event: KeyboardEvent,
  { board, element }: { board: Board; element: HTMLElement },
): void {
  if (event.defaultPrevented || event.altKey) return;
  const where = whereOf(event.target, element);
  if (where === 'elsewhere' || overlayOpen()) return;
  // Arrows carry what is selected; with nothing selected they lead to the notes.
  const leads = where === 'ground' && !board.asList && board.selection.length === 0;
  if (leads && !event.ctrlKey && !event.metaKey && board.rove(event, null)) return;
  const act = actOf(
    {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      command: event.ctrlKey || event.metaKey,
    },
    { letters: board.writable && where === 'ground' ? 'text' : 'acts' },
  );
  if (act === null) return;
  if (act === 'type') {
    const [only] = board.selection.length === 1 ? board.selection : [];
    // The field takes focus before the key's own default, so that this letter lands in it.
    if (only !== undefined && board.mayChange(only)) flushSync(() => board.edit(only));
    else if (board.selection.length < 2) flushSync(() => board.add());
    return;
  }
  // A button keeps the keys that press it and that move along its bar.
  if (where === 'control' && /^(Enter|Arrow|Delete|Backspace)/.test(event.key)) return;
  if (!mayAct(board, act)) return;
  event.preventDefault();
  doAct(board, act, { fine: event.shiftKey });
}
