/**
 * Ties a text field to a shared text, letter by letter: what is typed goes into the document as one
 * insert and delete, what others type appears with the caret kept in its place. While an input
 * method composes, the field is left alone and catches up afterwards.
 */
import { shiftOffset, spliceBetween } from '#document/text';

export type SharedText = {
  /** Undefined when it is gone; the field then keeps what it shows. */
  read(): string | undefined;
  /** @returns false when the text takes nothing more: the field keeps what is typed, see `looseIn`. */
  edit(change: { before: string; after: string; caret: number }): boolean | void;
  /**
   * Typed while the text is gone: what the field shows. Should it come back, it is told as an edit.
   * @returns true when it is kept as it is, and comes back with these words in it.
   */
  adrift?(words: string): boolean | void;
  /** Calls back after each change of the document. @returns a function that ends it. */
  onChange(listener: () => void): () => void;
  /** The person goes in or out of the field. */
  onTyping(typing: boolean): void;
  /** Longest text in UTF-16 units. */
  max: number;
};

export type TextField = HTMLTextAreaElement | HTMLInputElement;

/** What each field that is tied to a text last gave to it or got from it. */
const taken = new WeakMap<TextField, () => string>();

/** Whether a person writes into a shared text in this field. */
export function isTied(field: Element | null): field is TextField {
  return field !== null && taken.has(field as TextField);
}

/** The letters in a field that its text did not take: it was closed, fastened or gone. */
export function looseIn(field: TextField): string {
  const last = taken.get(field)?.() ?? field.value;
  return spliceBetween(last, field.value)?.insert ?? '';
}

/** A Svelte attachment: `<textarea {@attach editingOf(text)}>`. */
export function editingOf(text: SharedText): (field: TextField) => () => void {
  return (field) => {
    let composing = false;
    /** What the document and the field had in common last. */
    let shown = text.read() ?? '';
    let isGone = false;
    let isLoose = false;
    taken.set(field, () => shown);
    field.value = shown;

    const pull = (): void => {
      if (composing) return;
      const wasGone = isGone;
      isGone = text.read() === undefined;
      // What was typed meanwhile goes in first, beside what the text came back with.
      if (wasGone && !isGone) push();
      const now = text.read();
      // Letters that the text did not take stay where their writer sees them.
      if (isLoose || now === undefined || now === field.value) return;
      const splice = spliceBetween(field.value, now);
      const start = field.selectionStart ?? now.length;
      const end = field.selectionEnd ?? now.length;
      const focused = field.ownerDocument.activeElement === field;
      field.value = now;
      shown = now;
      if (focused && splice)
        field.setSelectionRange(shiftOffset(start, splice), shiftOffset(end, splice));
    };
    const push = (): void => {
      const after = field.value;
      if (after === shown) return;
      if (text.read() === undefined) {
        if (text.adrift?.(after) === true) shown = after;
        return;
      }
      const before = shown;
      shown = after;
      const caret = field.selectionStart ?? after.length;
      isLoose = text.edit({ before, after, caret }) === false;
      if (isLoose) {
        shown = before;
        return;
      }
      pull();
    };
    const onCompose = (): void => {
      composing = true;
    };
    const onComposed = (): void => {
      composing = false;
      push();
      pull();
    };
    const onFocus = (): void => text.onTyping(true);
    const onBlur = (): void => text.onTyping(false);

    const endPull = text.onChange(pull);
    field.addEventListener('input', push);
    field.addEventListener('compositionstart', onCompose);
    field.addEventListener('compositionend', onComposed);
    field.addEventListener('focus', onFocus);
    field.addEventListener('blur', onBlur);
    if (field.ownerDocument.activeElement === field) onFocus();
    return () => {
      push();
      taken.delete(field);
      endPull();
      field.removeEventListener('input', push);
      field.removeEventListener('compositionstart', onCompose);
      field.removeEventListener('compositionend', onComposed);
      field.removeEventListener('focus', onFocus);
      field.removeEventListener('blur', onBlur);
      text.onTyping(false);
    };
  };
}
