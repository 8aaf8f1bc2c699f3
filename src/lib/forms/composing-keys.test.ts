import { expect, it } from 'vitest';
import { isComposingKey, keepComposingKeys } from './composing-keys';

const press = (page: EventTarget, about: { isComposing: boolean; keyCode: number }): void => {
  page.dispatchEvent(Object.assign(new Event('keydown'), about));
};

it("[L30] a key is the input method's while it composes, and the one that ended it in Safari", () => {
  expect(isComposingKey({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposingKey({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposingKey({ isComposing: false, keyCode: 13 })).toBe(false);
});

it('[L30] what the input method takes reaches nobody else on the page', () => {
  const page = new EventTarget();
  keepComposingKeys(page as unknown as Window);
  const heard: number[] = [];
  page.addEventListener('keydown', (event) => heard.push((event as KeyboardEvent).keyCode));
  press(page, { isComposing: false, keyCode: 229 });
  press(page, { isComposing: true, keyCode: 13 });
  press(page, { isComposing: false, keyCode: 13 });
  expect(heard).toEqual([13]);
});
