/**
 * The acts of the board by name, as keys, bars and menus ask for them: whether this person may do
 * them now, and doing them. What needs the wide tools is not there without them.
 */
import { nudge } from '$lib/boards/wall/notes/arrange-notes';
import { duplicate, layer, setLocked } from '$lib/boards/wall/notes/refine-notes';
import { removeNotes } from '$lib/boards/wall/notes/remove-notes';
import type { Board } from './board.svelte';
import type { BoardAct } from './key-map';
import { menuAtFocus } from '$lib/boards/wall/menus/menu-wish';
import { turnBack } from '$lib/boards/wall/menus/turning-back';
import { ZOOM_STEP } from '$lib/plane/viewport';

/** How far a press of an arrow key moves a note; with Shift a finer step. */
const ARROW_STEP = 24;
const ARROW_STEP_FINE = 4;
const arrows = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

const forPlane: readonly BoardAct[] = [
  ...(['fit', 'full-size', 'zoom-selection', 'zoom-in', 'zoom-out', 'hand', 'pointer'] as const),
];
const forWriters: readonly BoardAct[] = [
  ...(['new-note', 'undo', 'redo', 'edit', 'remove', 'move', 'duplicate'] as const),
  ...(['forward', 'backward', 'lock', 'left', 'right', 'up', 'down'] as const),
];
const forSelection: readonly BoardAct[] = [
  ...(['edit', 'remove', 'move', 'duplicate', 'forward', 'backward', 'lock'] as const),
  ...(['left', 'right', 'up', 'down', 'zoom-selection'] as const),
];
const forWide: readonly BoardAct[] = ['duplicate', 'forward', 'backward'];

/** @param ids what it would be done to; the selection unless told. */
export function mayAct(
  board: Board,
  act: BoardAct,
  ids: readonly string[] = board.selection,
): boolean {
  if (board.asList && forPlane.includes(act)) return false;
  if (!board.writable && forWriters.includes(act)) return false;
  if (!board.manners.wide && forWide.includes(act)) return false;
  if (act === 'lock' && !board.wall.facilitates) return false;
  if (forSelection.includes(act) && ids.length === 0) return false;
  if (act === 'edit') return ids.length === 1 && ids[0] !== undefined && board.mayChange(ids[0]);
  return act !== 'select-all' || board.selectable;
}

export function doAct(
  board: Board,
  act: BoardAct,
  { ids = board.selection, fine = false }: { ids?: readonly string[]; fine?: boolean } = {},
): void {
  const { camera } = board;
  switch (act) {
    case 'new-note':
      return board.add();
    case 'edit':
      return ids[0] === undefined ? undefined : board.edit(ids[0]);
    case 'undo':
    case 'redo':
      return turnBack(board, act);
    case 'select-all':
      board.select(board.reading);
      return board.sayCount();
    case 'select-none':
      return letGo(board);
    case 'duplicate':
      return duplicate(board, ids);
    case 'remove':
      return removeNotes(board, ids);
    case 'move':
      board.moveOpen = true;
      return;
    case 'lock':
      return setLocked(board, { noteIds: ids }, !ids.every((id) => board.wall.note(id)?.locked));
    case 'forward':
    case 'backward':
      return layer(board, ids, act);
    case 'search':
      return board.search.begin();
    case 'help':
      board.keysOpen = true;
      return;
    case 'menu':
      return menuAtFocus(board, ids);
    case 'list':
      return board.showAs(!board.asList);
    case 'hand':
    case 'pointer':
      board.tool = act;
      return;
    case 'left':
    case 'right':
    case 'up':
    case 'down': {
      const step = fine ? ARROW_STEP_FINE : ARROW_STEP;
      const [x, y] = arrows[act];
      return nudge(board, ids, { x: x * step, y: y * step });
    }
    default:
      board.follow.end();
      if (act === 'fit') camera.fit(board.boundsOfAll());
      else if (act === 'zoom-selection') camera.fit(board.boundsOf(ids));
      else if (act === 'full-size') camera.zoomFull();
      else camera.zoom(act === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  }
}

/** Escape: whatever is going on ends, one thing at a time. */
function letGo(board: Board): void {
  if (board.search.open) board.search.end();
  else if (board.picking || board.selected.size > 0) {
    board.picking = false;
    board.clear();
  } else board.follow.end();
}
