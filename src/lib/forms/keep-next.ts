/** A link from one page of the door to another, on which the page to which somebody was on their way is kept. */
import { safePath, withNext } from '#domain/safe-path';

/** @param path of the page linked to. @param here address of the page that links. */
export function keepNext(path: string, here: URL): string {
  return withNext(path, safePath(here.searchParams.get('next'), ''));
}
