/** Whether this browser shows boards as a list: as it was last chosen, else on small screens. */
const KEY = 'sprintkamer.board-as-list';
const SMALL = '(max-width: 40rem)';

export function listWanted(): boolean {
  if (typeof window === 'undefined') return false;
  try {
    const chosen = localStorage.getItem(KEY);
    if (chosen !== null) return chosen === 'yes';
  } catch {
    // Storage may be closed to us; then the screen decides.
  }
  return matchMedia(SMALL).matches;
}

export function rememberList(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'yes' : 'no');
  } catch {
    // Not remembered then; the toggle still works.
  }
}
