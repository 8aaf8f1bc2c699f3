/**
 * One Tab stop for a whole picture: arrows go to the nearest thing in their direction, Home and End
 * to the first and last of the story. Things are elements with `data-node`, in the order of reading.
 * Keys that a thing uses itself (text that is open, a slider) never get here.
 */
import type { Attachment } from 'svelte/attachments';

type Rect = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
export type Direction = 'left' | 'right' | 'up' | 'down';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** How much farther something counts that lies aside of where one looks. */
const ASIDE = 3;

/** @returns the index of the nearest of `others` in that direction; -1 when there is none. */
export function nearestTo(from: Rect, others: readonly Rect[], direction: Direction): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  others.forEach((to, at) => {
    const ahead = distanceAhead(from, to, direction);
    if (ahead <= 0) return;
    const distance = ahead + ASIDE * aside(from, to, direction);
    if (distance < least) {
      least = distance;
      best = at;
    }
  });
  return best;
}

/** From middle to middle along the direction, so that things which overlap a little still count. */
function distanceAhead(from: Rect, to: Rect, direction: Direction): number {
  switch (direction) {
    case 'left':
      return (from.left + from.right - to.left - to.right) / 2;
    case 'right':
      return (to.left + to.right - from.left - from.right) / 2;
    case 'up':
      return (from.top + from.bottom - to.top - to.bottom) / 2;
    case 'down':
      return (to.top + to.bottom - from.top - from.bottom) / 2;
  }
}

/** How far it lies beside the way; nothing where both overlap across it. */
function aside(from: Rect, to: Rect, direction: Direction): number {
  const across = direction === 'left' || direction === 'right';
  return across
    ? Math.max(0, to.top - from.bottom, from.top - to.bottom)
    : Math.max(0, to.left - from.right, from.left - to.right);
}

/** Makes the things within one Tab stop. `keys` hears what no thing took, with the id that has the focus. */
export function spatialFocus(
  keys: (event: KeyboardEvent, id: string) => void = () => undefined,
): Attachment<HTMLElement> {
  return (root) => {
    let current = '';
    const nodes = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-node]')];

    const settle = (): void => {
      const all = nodes();
      const stop = all.find((node) => node.dataset['node'] === current) ?? all[0];
      for (const node of all) node.tabIndex = node === stop ? 0 : -1;
    };
    const focus = (node: HTMLElement | undefined): void => {
      if (!node) return;
      current = node.dataset['node'] ?? '';
      settle();
      node.focus({ preventScroll: true });
      node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    const onFocus = (event: FocusEvent): void => {
      const node =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-node]') : null;
      if (!node) return;
      current = node.dataset['node'] ?? '';
      settle();
    };
    const onKey = (event: KeyboardEvent): void => {
      const here = event.target instanceof HTMLElement ? event.target : null;
      const id = here?.dataset['node'];
      if (!here || id === undefined || event.defaultPrevented) return;
      const direction = arrows[event.key];
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const all = nodes();
      if (direction && plain) {
        event.preventDefault();
        const others = all.filter((node) => node !== here);
        const rects = others.map((node) => node.getBoundingClientRect());
        focus(others[nearestTo(here.getBoundingClientRect(), rects, direction)]);
      } else if (plain && event.key === 'Home') {
        event.preventDefault();
        focus(all[0]);
      } else if (plain && event.key === 'End') {
        event.preventDefault();
        focus(all.at(-1));
      } else {
        keys(event, id);
      }
    };

    settle();
    const watcher = new MutationObserver(settle);
    watcher.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', onFocus);
    root.addEventListener('keydown', onKey);
    return () => {
      watcher.disconnect();
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('keydown', onKey);
    };
  };
}
