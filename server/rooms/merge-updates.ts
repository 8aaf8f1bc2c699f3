/**
 * Many updates into one. Yjs sorts all that it merges once for each struct, so that a thousand
 * keystrokes that waited together would hold everybody up; a few at a time they do not. Pure.
 */
import * as Y from 'yjs';

const AT_A_TIME = 16;

/** @param updates V1, one or more, in any order. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let merged = updates;
  while (merged.length > AT_A_TIME) {
    const fewer: Uint8Array[] = [];
    for (let at = 0; at < merged.length; at += AT_A_TIME) {
      fewer.push(Y.mergeUpdates(merged.slice(at, at + AT_A_TIME)));
    }
    merged = fewer;
  }
  return Y.mergeUpdates([...merged]);
}
