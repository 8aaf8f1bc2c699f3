import { expect, it } from 'vitest';
import type { Pointings } from '$lib/room/wall/wall-view.svelte';
import { Others } from './others.svelte';

/** One person after another, each with the notes in their hand and how far they are carried. */
function hands(
  ...each: readonly (readonly [readonly string[], x: number, y: number])[]
): Pointings {
  return new Map(
    each.map(([noteIds, x, y], at) => [
      at,
      {
        cursor: null,
        drag: { noteIds: [...noteIds], by: [x, y] as [number, number] },
        stroke: null,
      },
    ]),
  );
}

it('tells each step of a way to the note that goes it, and to no other', () => {
  let tell: (pointings: Pointings) => void = () => undefined;
  const others = new Others({
    others: [],
    watchPointing(watcher) {
      tell = watcher;
      return () => (tell = () => undefined);
    },
  });
  const end = others.watch();
  const heard: string[] = [];
  others.carried.watch('a', () => heard.push(`a ${others.carried.wayOf('a').x}`));
  const endOfB = others.carried.watch('b', () => heard.push(`b ${others.carried.wayOf('b').x}`));

  tell(hands([['a', 'b'], 1, 0], [['c'], 5, 5]));
  expect([...others.carried.ids]).toEqual(['a', 'b', 'c']);
  tell(hands([['a', 'b'], 2, 0], [['c'], 6, 5]));
  expect(heard).toEqual(['a 2', 'b 2']);
  tell(hands([['a', 'b'], 2, 0], [['c'], 7, 5]));
  expect(heard).toEqual(['a 2', 'b 2']);
  endOfB();
  tell(hands([['a', 'b'], 3, 0]));
  expect(heard).toEqual(['a 2', 'b 2', 'a 3']);
  expect([...others.carried.ids]).toEqual(['a', 'b']);
  expect(others.carried.wayOf('c')).toEqual({ x: 0, y: 0 });
  end();
  tell(hands([['a'], 9, 9]));
  expect(heard).toHaveLength(3);
});
