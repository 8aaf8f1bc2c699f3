/**
 * Which key means which act on a board. Letters and digits are text wherever a note can begin with
 * them, and acts where they cannot: on a button, on a note that has focus but is not selected, with
 * several notes selected, and on a board that is only read. Pure; the list of keys reads the same table.
 */
export type BoardAct =
  | 'new-note'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'select-all'
  | 'select-none'
  | 'duplicate'
  | 'remove'
  | 'move'
  | 'lock'
  | 'forward'
  | 'backward'
  | 'search'
  | 'help'
  | 'menu'
  | 'list'
  | 'fit'
  | 'full-size'
  | 'zoom-selection'
  | 'zoom-in'
  | 'zoom-out'
  | 'hand'
  | 'pointer'
  | 'left'
  | 'right'
  | 'up'
  | 'down';

export type KeyNews = {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly command: boolean;
};

const commanded: Readonly<Record<string, BoardAct>> = {
  z: 'undo',
  y: 'redo',
  a: 'select-all',
  d: 'duplicate',
  f: 'search',
};
const letters: Readonly<Record<string, BoardAct>> = {
  l: 'lock',
  m: 'move',
  h: 'hand',
  v: 'pointer',
  '0': 'full-size',
  '1': 'fit',
  '2': 'zoom-selection',
  '3': 'list',
};
/** By the place of the key: what Shift makes of a digit differs from keyboard to keyboard. */
const shiftedDigits: Readonly<Record<string, BoardAct>> = {
  Digit0: 'full-size',
  Digit1: 'fit',
  Digit2: 'zoom-selection',
  Digit3: 'list',
};
const signs: Readonly<Record<string, BoardAct>> = {
  '/': 'search',
  '?': 'help',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  ']': 'forward',
  '[': 'backward',
  Escape: 'select-none',
  Delete: 'remove',
  Backspace: 'remove',
  Enter: 'edit',
  F2: 'edit',
  ContextMenu: 'menu',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * @param letters 'text' where letters begin or continue a note. @returns 'type' for a letter that is
 * text: it belongs to the field that the board then opens.
 */
export function actOf(
  { key, code, shift, command }: KeyNews,
  ground: { readonly letters: 'text' | 'acts' },
): BoardAct | 'type' | null {
  const low = key.toLowerCase();
  if (command) {
    if (low === 'z' && shift) return 'redo';
    if (low === 'l') return shift ? 'lock' : null;
    return shift ? null : (commanded[low] ?? null);
  }
  // On a French keyboard a digit is typed with Shift.
  const digit = /^\d$/.test(key);
  if (shift && !digit && shiftedDigits[code]) return shiftedDigits[code];
  if (shift && key === 'F10') return 'menu';
  if (signs[key]) return signs[key];
  // With Shift it begins a sentence: 'Nooit meer wachten'.
  if (low === 'n' && !shift) return 'new-note';
  if (ground.letters === 'acts') return letters[low] ?? null;
  // A dead key or an input method goes on composing in the field that opens now.
  return isLetter(key) || key === 'Dead' || key === 'Process' ? 'type' : null;
}

function isLetter(key: string): boolean {
  return [...key].length === 1 && key !== ' ';
}
