/** For what a menu is wanted, and where on the screen; one menu at a time, see `BoardMenu.svelte`. */
import type { Board } from '$lib/boards/wall/board.svelte';
import type { Point } from '$lib/plane/viewport';

export type MenuWish = {
  readonly on:
    | { readonly kind: 'notes'; readonly ids: readonly string[] }
    | { readonly kind: 'group'; readonly id: string }
    | { readonly kind: 'wall'; /** On the plane. */ readonly place?: Point }
    | { readonly kind: 'board' };
  /** In pixels of the window. */
  readonly at: Point;
  /** Takes the focus back when nothing was chosen. */
  readonly from: HTMLElement | null;
};

/** Below a button that was pressed. */
export function menuUnder(on: MenuWish['on'], button: HTMLElement): MenuWish {
  const { left, bottom } = button.getBoundingClientRect();
  return { on, at: { x: left, y: bottom }, from: button };
}

/** The menu of these notes, or of the wall, at what has the focus. */
export function menuAtFocus(board: Board, ids: readonly string[]): void {
  const focused = document.activeElement;
  const on: MenuWish['on'] = ids.length > 0 ? { kind: 'notes', ids } : { kind: 'wall' };
  const at = { x: innerWidth / 2, y: innerHeight / 3 };
  const somewhere = focused instanceof HTMLElement && focused !== document.body;
  board.menu = somewhere ? menuUnder(on, focused) : { on, at, from: null };
}
