/** Where to go next, as told by an address, a form or a stored registration: only a page of ours. */

/** @returns the path with its query, or the fallback for anything that could lead elsewhere. */
export function safePath(told: string | null | undefined, fallback: string): string {
  if (!told || !told.startsWith('/') || /[\\\p{Cc}]/u.test(told)) return fallback;
  const here = 'http://here.invalid';
  if (!URL.canParse(told, here)) return fallback;
  const url = new URL(told, here);
  // Tidied up, '/.//evil.example' begins with two slashes: to a browser that is another host.
  if (url.origin !== here || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

/** @param next as `safePath` gives it; '' for nowhere. @returns the path that leads on there once done. */
export function withNext(path: string, next: string): string {
  return next === '' ? path : `${path}?next=${encodeURIComponent(next)}`;
}
