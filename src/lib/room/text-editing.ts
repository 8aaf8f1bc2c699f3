/**
 * Ties a text field to a shared text, letter by letter: what is typed goes into the document as one
 * insert and delete, what others type appears with the caret kept in its place. While an input
 * method composes, the field is left alone and catches up afterwards.
 */
import { shiftOffset, spliceBetween } from '#document/text';

export type SharedText = {
  /** Undefined when it is gone; the field then keeps what it shows. */
  read(): string | undefined;
  edit(change: { before: string; after: string; caret: number }): void;
  /** Typed while the text is gone: what the field shows. Should it come back, it is told as an edit. */
  adrift?(words: string): void;
  /** Calls back after each change of the document. @returns a function that ends it. */
  onChange(listener: () => void): () => void;
  /** The person goes in or out of the field. */
  onTyping(typing: boolean): void;
  /** Longest text in UTF-16 units. */
  max: number;
};

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** A Svelte attachment: `<textarea {@attach editingOf(text)}>`. */
export function editingOf(text: SharedText): (field: TextField) => () => void {
  return (field) => {
    let composing = false;
    /** What the document and the field had in common last. */
    let shown = text.read() ?? '';
    let isGone = false;
    field.value = shown;

    const pull = (): void => {
      if (composing) return;
      const wasGone = isGone;
      isGone = text.read() === undefined;
      // What was typed meanwhile goes in first, beside what the text came back with.
      if (wasGone && !isGone) push();
      const now = text.read();
      if (now === undefined || now === field.value) return;
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
      if (text.read() === undefined) return text.adrift?.(after);
      const before = shown;
      shown = after;
      text.edit({ before, after, caret: field.selectionStart ?? after.length });
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
