/** Keys of the whole board, when no field, button or dialog has them. */
import { linesOf } from '$lib/room/pasted-lines';
import type { Board } from './board.svelte';
import { ZOOM_STEP } from './viewport';

/** Whether a key pressed there is the board's: focus on the board itself, or on nothing. */
function isOurs(target: EventTarget | null, board: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, input, select, [contenteditable], [role="dialog"], [role="menu"]'))
    return false;
  return target === document.body || board.contains(target);
}

export function boardKey(
  event: KeyboardEvent,
  {
    board,
    element,
    asList,
    setList,
  }: { board: Board; element: HTMLElement; asList: boolean; setList: (on: boolean) => void },
): void {
  if (event.defaultPrevented || event.altKey || !isOurs(event.target, element)) return;
  const { camera, wall } = board;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const act = command ? withCommand() : plain();
  if (!act) return;
  event.preventDefault();
  act();

  function withCommand(): (() => void) | undefined {
    if (!board.writable) return undefined;
    if (key === 'z') return event.shiftKey ? () => wall.redo() : () => wall.undo();
    if (key === 'y') return () => wall.redo();
    if (key === 'a' && !asList) return () => board.select(board.reading);
    return undefined;
  }
  function plain(): (() => void) | undefined {
    if (key === 'l') return () => setList(!asList);
    if (key === 'n' && board.writable) return () => board.add();
    if (key === 'escape') return () => board.clear();
    if (asList) return undefined;
    if (key === '+' || key === '=') return () => camera.zoom(ZOOM_STEP);
    if (key === '-') return () => camera.zoom(1 / ZOOM_STEP);
    if (key === '0') return () => camera.zoomFull();
    if (key === '1') return () => camera.fit(board.boundsOfAll());
    return undefined;
  }
}

/** Lines pasted with nothing being edited. @returns how many notes came of it. */
export function boardPaste(
  event: ClipboardEvent,
  { board, element }: { board: Board; element: HTMLElement },
): number {
  if (event.defaultPrevented || !board.writable || !isOurs(event.target, element)) return 0;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (linesOf(text).length === 0) return 0;
  event.preventDefault();
  return board.addLines(linesOf(text).join('\n'));
}
