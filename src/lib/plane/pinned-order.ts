/**
 * The order in which elements follow each other, with one that stays where it is: an element that is moved
 * in the page loses the focus, the caret and what an input method composes. Pure.
 */

/**
 * @param wanted as they are to follow each other; the pinned one may be missing from it.
 * @param shown as they follow each other now.
 * @param pinned keeps what is before it before it, and what is after it after it. What is new comes after it.
 * @returns `wanted` with the pinned one in its place; `wanted` itself when that one is not shown yet.
 */
export function pinnedOrder<T>(
  wanted: readonly T[],
  shown: readonly T[],
  pinned: T | undefined,
): readonly T[] {
  const at = pinned === undefined ? -1 : shown.indexOf(pinned);
  if (pinned === undefined || at === -1) return wanted;
  const ahead = new Set(shown.slice(0, at));
  const others = wanted.filter((one) => one !== pinned);
  return [
    ...others.filter((one) => ahead.has(one)),
    pinned,
    ...others.filter((one) => !ahead.has(one)),
  ];
}
