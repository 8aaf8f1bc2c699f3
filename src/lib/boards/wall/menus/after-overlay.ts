/**
 * Does something once dialogs and menus are gone: closing, they give focus back to where it was, and
 * would take it from a field that opened too early. Letters typed in between wait, and go into the
 * field that opened.
 */
const MOST_FRAMES = 60;
const FIELD_FRAMES = 20;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What holds letters now: one keyboard, so one at a time in this browser. */
let holding: { readonly keys: string[]; stop(): void } | undefined;

export function afterOverlay(act: () => void): void {
  let frames = 0;
  const give = holdLetters();
  const wait = (): void => {
    frames++;
    const open = document.querySelector('[role="dialog"], [role="menu"]') !== null;
    if (open && frames < MOST_FRAMES) requestAnimationFrame(wait);
    // One frame more: focus is given back right after the overlay has left the page.
    else requestAnimationFrame(() => requestAnimationFrame(ended));
  };
  const ended = (): void => {
    act();
    frames = 0;
    handOver();
  };
  /** A field takes the focus as it is drawn; what opens no field is not waited for long. */
  const handOver = (): void => {
    frames++;
    if (isField(document.activeElement) || frames > FIELD_FRAMES) give(document.activeElement);
    else requestAnimationFrame(handOver);
  };
  requestAnimationFrame(wait);
}

/**
 * Keeps what is typed from now on from whatever has the focus: letters, Backspace and Enter. What an
 * earlier one still holds goes over to this one: else it would swallow letters meant for a later field.
 * @returns a function that lets go, and types it into the field it is given.
 */
export function holdLetters(): (field: Element | null) => void {
  const keys: string[] = [];
  const hear = (event: KeyboardEvent): void => {
    const { key } = event;
    const letter = [...key].length === 1 || (keys.length > 0 && /^(Enter|Backspace)$/.test(key));
    if (!letter || event.ctrlKey || event.metaKey || event.altKey) return;
    // Once something waits, what follows waits behind it.
    if (keys.length === 0 && isField(event.target as Element | null)) return;
    keys.push(key);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const stop = (): void => {
    window.removeEventListener('keydown', hear, { capture: true });
    if (holding === own) holding = undefined;
  };
  const own = { keys, stop };
  if (holding) {
    keys.push(...holding.keys.splice(0));
    holding.stop();
  }
  holding = own;
  window.addEventListener('keydown', hear, { capture: true });
  return (field) => {
    stop();
    if (isField(field)) for (const key of keys.splice(0)) press(field, key);
  };
}

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function press(field: Field, key: string): void {
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  if (key === 'Enter') {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return;
  }
  if (key === 'Backspace')
    field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  else field.setRangeText(key, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
}
