/** Hands on a keyboard at the pace of a person, and an input method, for what happens while somebody types. */
import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Person } from './person';

/** How long a finger stays on a key. */
const KEY_MS = 80;

/** Where a writer's keys go after their field was closed. */
export const lateField = ({ page }: Person): Locator => page.locator('[data-late] textarea');

/** A key at a time at the pace of a person, until told to stop. @returns what was typed. */
export function typeOn(page: Page, words: string): { done: Promise<string>; stop: () => void } {
  let going = true;
  const run = async (): Promise<string> => {
    let typed = '';
    for (const letter of [...words]) {
      if (!going) break;
      await page.keyboard.type(letter, { delay: KEY_MS });
      typed += letter;
    }
    return typed;
  };
  return { done: run(), stop: () => void (going = false) };
}

/** Composes in the field that has the focus, as an input method does. */
export async function inputMethod(page: Page): Promise<(text: string) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return async (text) => {
    const end = text.length;
    await session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  };
}

/** Ends a composition with this text by a key, as Safari tells of it: the key comes after the end, with the code of an input method. */
export async function confirmByKey(
  page: Page,
  { text, key }: { text: string; key: 'Enter' | 'Escape' },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.insertText', { text });
  const taken = { key, code: key, windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...taken });
  await session.detach();
}

/** What was typed, whatever spaces were trimmed on the way. */
export const together = (...words: string[]): string => words.join('').replaceAll(/\s/g, '');
