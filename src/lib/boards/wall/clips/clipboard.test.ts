import { expect, test, vi } from 'vitest';
import { CLIP_MAX_NOTES } from '#document/boards/clip';
import type { Board } from '$lib/boards/wall/board.svelte';
import { written } from './clipboard';

vi.mock('svelte-sonner', () => ({ toast: () => undefined }));

/** A wall of so many notes, the first of them a stack of two that lies in the only group. */
function boardOf(count: number): Board {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  const beneath = (id: string): string[] => (id === 'n0' ? ['n1'] : []);
  const wall = {
    note: (id: string) => ({ text: id, beneath: beneath(id) }),
    group: (id: string) => (id === 'g' ? { noteIds: ids } : undefined),
    copy: () => '{}',
  };
  return { wall } as unknown as Board;
}

test('[D23] a stack that lies in a group is written once', () => {
  expect(written(boardOf(3), ['g'])?.text).toBe('n0\nn1\nn2');
  expect(written(boardOf(3), ['n0', 'n2'])?.text).toBe('n0\nn1\nn2');
});

test('[D23] more than a clip holds is not copied at all, so that a cut loses nothing', () => {
  expect(written(boardOf(CLIP_MAX_NOTES), ['g'])).not.toBeNull();
  expect(written(boardOf(CLIP_MAX_NOTES + 1), ['g'])).toBeNull();
});
