/**
 * One Tab stop for a whole picture: arrows go to the nearest thing in their direction, Home and End
 * to the first and last of the story. Things are elements with `data-node`, in the order of reading.
 * Keys that a thing uses itself (text that is open, a slider) never get here.
 */
import type { Attachment } from 'svelte/attachments';
import { directionOf, nearestToward } from './toward';
import type { Box } from './viewport';

const boxOf = (node: HTMLElement): Box => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left, y: top, w: width, h: height };
};

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
      const direction = directionOf(event.key);
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const all = nodes();
      if (direction && plain) {
        event.preventDefault();
        const others = all.filter((node) => node !== here);
        focus(others[nearestToward(boxOf(here), others.map(boxOf), direction)]);
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

    // Who comes to this part of the page by its key lands here.
    root.dataset['home'] = '';
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
