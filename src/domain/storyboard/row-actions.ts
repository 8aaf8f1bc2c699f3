/**
 * The actions of a row of the walk through the test, read from its words: one a line, without the
 * number or dash that somebody put before it.
 */
const MARK = /^\s*(?:\d{1,2}\s*[.)]|[-–•*])\s+/u;

export function rowActions(text: string): string[] {
  return text
    .split('\n')
    .map((action) => action.replace(MARK, '').trim())
    .filter((action) => action !== '');
}
