/** Keys on a panel that has the focus. Alt with an arrow carries it, Enter opens its words, Delete takes it away; undo is the room's. */
import type { StoryBoard } from './story-board.svelte';

export function panelKeys(event: KeyboardEvent, id: string, board: StoryBoard): void {
  const { model } = board;
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ') {
    event.preventDefault();
    if (event.shiftKey) model.redo();
    else model.undo();
    return;
  }
  if (event.target !== event.currentTarget) return;
  const { panels } = model.plain;
  const at = panels.findIndex((panel) => panel.id === id);
  const isBack = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
  if (isBack || event.key === 'ArrowRight' || event.key === 'ArrowDown') {
    event.preventDefault();
    if (event.altKey) {
      if (!board.writable || (isBack ? at === 0 : at === panels.length - 1)) return;
      board.movePanel(id, panels[isBack ? at - 1 : at + 2]?.id ?? null);
      return;
    }
    const next = panels[at + (isBack ? -1 : 1)];
    if (next) void board.focus(next.id);
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault();
    const next = event.key === 'Home' ? panels[0] : panels.at(-1);
    if (next) void board.focus(next.id);
  } else if (!board.writable) return;
  else if (event.key === 'Enter') {
    event.preventDefault();
    void board.focusText(id);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    board.removePanel(id);
  }
}
