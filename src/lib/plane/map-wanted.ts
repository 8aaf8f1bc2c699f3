/**
 * When the overview map is wanted: not while it tells nothing, and folded away where this browser
 * wants that. Kept per browser; without storage it is open.
 */
import { contains, type Box } from './viewport';

const KEY = 'sprintkamer:map-folded';

/** A map tells nothing new when everything is in view already. */
export function mapIsUseful(content: Box | undefined, seen: Box): boolean {
  return content !== undefined && !contains(seen, content);
}

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
