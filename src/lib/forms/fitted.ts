/**
 * Keeps a field of a form to what it may hold: what comes in by typing, pasting or an input method is
 * cleaned, and cut at its limit between two letters (the browser's own `maxlength` counts UTF-16 units
 * and cuts an emoji in pieces). Notes and labels do the same in `room/text-editing.ts`.
 */
import type { Attachment } from 'svelte/attachments';
import { fittedEdit } from '#document/text';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** @param max most UTF-16 units, asked at each edit. */
export function fitted(max: () => number): Attachment<TextField> {
  return (field) => {
    let before = field.value;
    const off = new AbortController();
    const on = { signal: off.signal, capture: true };
    const remember = (): void => {
      before = field.value;
    };
    const fit = (): boolean => {
      // Null where the field has no caret to ask for, as one for an e-mail address.
      const caret = field.selectionStart;
      const edit = { max: max(), ...(caret !== null && { caret }) };
      const fits = fittedEdit(before, field.value, edit);
      if (!fits) return false;
      field.value = fits.text;
      if (caret !== null) field.setSelectionRange(fits.caret, fits.caret);
      return true;
    };
    // While an input method composes the field is its own; what it leaves is looked at when it is done.
    field.addEventListener('compositionstart', remember, on);
    field.addEventListener(
      'beforeinput',
      (event) => {
        if (!(event as InputEvent).isComposing) remember();
      },
      on,
    );
    // In the capture phase, so that whoever is bound to the value hears of the fitted one only.
    field.addEventListener(
      'input',
      (event) => {
        if (!(event as InputEvent).isComposing) fit();
      },
      on,
    );
    field.addEventListener(
      'compositionend',
      () => {
        if (fit()) field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      on,
    );
    return () => off.abort();
  };
}
