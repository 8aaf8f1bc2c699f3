/**
 * Keys on a note that has focus. On a selected note letters are typed into it; on one that only has
 * focus they are commands, here or of the board, to which everything else goes on.
 */
import { flushSync } from 'svelte';
import { nudge, removeNotes } from './arrange-notes';
import { ARROW_STEP, ARROW_STEP_FINE, type Board } from './board.svelte';

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
export function noteKey(event: KeyboardEvent, id: string, board: Board): void {
  if (event.target !== event.currentTarget || event.isComposing) return;
  if (event.key === 'Tab') return tab(event, id, board);
  if (event.ctrlKey || event.metaKey || event.altKey || !board.writable) return;
  const acting = board.selected.has(id) ? board.selection : [id];
  const arrow = ARROWS[event.key];
  if (arrow) {
    const step = event.shiftKey ? ARROW_STEP_FINE : ARROW_STEP;
    nudge(board, acting, { x: arrow.x * step, y: arrow.y * step });
  } else if (event.key === 'Enter' || event.key === 'F2') board.edit(id);
  else if (event.key === ' ') board.toggle(id);
  else if (event.key === 'Delete' || event.key === 'Backspace') removeNotes(board, acting);
  else if (
    event.key === 'ContextMenu' ||
    (event.key.toLowerCase() === 'm' && !board.selected.has(id))
  ) {
    if (!board.selected.has(id)) board.select([id]);
    board.moveOpen = true;
  } else if (event.key.length === 1 && board.selected.size === 1 && board.selected.has(id)) {
    // The field takes focus before the key's own default, so that this letter lands in it.
    flushSync(() => board.edit(id));
    event.stopPropagation();
    return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Tab follows the reading order, also to notes that are out of view and not mounted yet. */
function tab(event: KeyboardEvent, id: string, board: Board): void {
  const next = board.beside(id, event.shiftKey ? -1 : 1);
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  void board.focus(next);
}
