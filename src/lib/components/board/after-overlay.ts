/**
 * Does something once dialogs and menus are gone: closing, they give focus back to where it was, and
 * would take it from a field that opened too early.
 */
const MOST_FRAMES = 60;

export function afterOverlay(act: () => void): void {
  let frames = 0;
  const wait = (): void => {
    frames++;
    const open = document.querySelector('[role="dialog"], [role="menu"]') !== null;
    if (open && frames < MOST_FRAMES) requestAnimationFrame(wait);
    // One frame more: focus is given back right after the overlay has left the page.
    else requestAnimationFrame(() => requestAnimationFrame(act));
  };
  requestAnimationFrame(wait);
}
