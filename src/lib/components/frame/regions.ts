/**
 * The parts of a room for who has no mouse: F6 goes from one to the next, and where a press takes away
 * the very control that had the focus, the focus goes to what follows instead of to nothing. A part is
 * an element with `data-region`; `data-home` in it marks where its work is done.
 */
import type { Attachment } from 'svelte/attachments';

/** In the order of F6; one that is not on the screen is passed by. */
const regions = ['board', 'now', 'cockpit', 'agenda'] as const;
export type Region = (typeof regions)[number];

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';

function isReachable(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled')) return false;
  return element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
}

const isThere = (element: HTMLElement): boolean => element.isConnected && isReachable(element);

/** What Tab comes to in it, itself included, in the order of the page. */
function reachableIn(root: HTMLElement): HTMLElement[] {
  const inside = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return (root.matches(FOCUSABLE) ? [root, ...inside] : inside).filter(isReachable);
}

function elementOf(region: Region): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(`[data-region="${region}"]`);
  return [...all].find((element) => element.checkVisibility());
}

/** To where its work is done; else to the first thing in it, else to the part as a whole. */
function homeIn(root: HTMLElement): HTMLElement {
  const homes = [...root.querySelectorAll<HTMLElement>('[data-home]')];
  const [home] = homes.flatMap(reachableIn);
  return home ?? reachableIn(root).find((element) => element !== root) ?? root;
}

/** @returns whether that part is on the screen. */
export function goToRegion(region: Region): boolean {
  const root = elementOf(region);
  if (!root) return false;
  const home = homeIn(root);
  // Of itself it takes no focus: a press beside its buttons is not to take keys away from the board.
  if (home === root) {
    root.tabIndex = -1;
    root.addEventListener('blur', () => root.removeAttribute('tabindex'), { once: true });
  }
  home.focus();
  return true;
}

/** For the window: F6 to the next part, with Shift to the one before. Leaves dialogs and menus alone. */
export function regionKey(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey) return;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return;
  event.preventDefault();
  const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'];
  const at = regions.findIndex((region) => region === here);
  const step = event.shiftKey ? -1 : 1;
  // From nowhere F6 begins at the first, and with Shift at the last.
  const from = at === -1 && event.shiftKey ? 0 : at;
  for (let away = 1; away <= regions.length; away++) {
    const next = regions.at((from + step * away) % regions.length);
    if (next !== undefined && goToRegion(next)) return;
  }
}

/**
 * For a part of the room: the focus stays in it when what had it goes, or can no longer be pressed. It
 * then goes to what follows, else to what came before, else to the part where work goes on.
 */
export const keepFocus: Attachment<HTMLElement> = (root) => {
  let held: { element: HTMLElement; around: readonly HTMLElement[] } | null = null;

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    if (root.contains(target)) held = { element: target, around: reachableIn(root) };
    // A dialog or menu gives the focus back, if it can.
    else if (!target.closest('[role="dialog"], [role="menu"]')) held = null;
  }
  function regain(): void {
    if (!held || document.activeElement !== document.body) return;
    const { element, around } = held;
    held = null;
    // Still there: the person let go of it.
    if (isThere(element)) return;
    const at = around.indexOf(element);
    const next = [...around.slice(at + 1), ...around.slice(0, Math.max(0, at)).reverse()];
    const found = next.find(isThere);
    if (found) found.focus();
    else if (!goToRegion('cockpit')) goToRegion('board');
  }
  /** Once whoever draws what comes next had its chance to take the focus. */
  const soon = (): void => void requestAnimationFrame(() => requestAnimationFrame(regain));
  const changed = (): void => {
    if (held && !isThere(held.element)) soon();
  };

  const watcher = new MutationObserver(changed);
  watcher.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', soon);
  return () => {
    soon();
    watcher.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', soon);
  };
};
