/** Whether this browser wants the overview map folded away. Kept per browser; without storage it is open. */
const KEY = 'sprintkamer:map-folded';

export function mapFolded(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

export function rememberFolded(folded: boolean): void {
  try {
    localStorage.setItem(KEY, folded ? '1' : '0');
  } catch {
    // A browser that keeps nothing shows the map again next time.
  }
}
