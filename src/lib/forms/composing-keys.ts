/**
 * Keys that an input method uses for itself: Enter that takes a word, arrows through its list, Escape
 * that drops it. One function decides which those are, and one listener keeps them from every other
 * one on the page: our own fields, the board, dialogs and menus of libraries. The browser's own
 * handling of the key goes on.
 */

/** What browsers give as `keyCode` when an input method has the key, also where `isComposing` is over already. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Safari ends the composition before it tells of the Enter that ended it: `isComposing` is false by
 * then, and only the key code says whose that Enter was.
 */
export function isComposingKey(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}

/** For the start of the page, before anybody else listens there. */
export function keepComposingKeys(page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (isComposingKey(event)) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
