import { expect, it } from 'vitest';
import { mergedProps } from './merged-props';

it('runs the handlers of all givers, in order', () => {
  const said: string[] = [];
  const { onclick } = mergedProps(
    { onclick: () => said.push('menu') },
    { onclick: (word: unknown) => said.push(String(word)) },
  );
  (onclick as (word: string) => void)('button');
  expect(said).toEqual(['menu', 'button']);
});

it('lets the last giver name a property, unless it has nothing to say', () => {
  expect(mergedProps({ id: 'a', title: 'x' }, { id: 'b', title: undefined })).toEqual({
    id: 'b',
    title: 'x',
  });
});
