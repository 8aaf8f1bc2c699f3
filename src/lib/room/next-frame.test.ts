import { expect, it, vi } from 'vitest';
import { nextFrame } from './next-frame';

it('does what was asked in one go, each once, and leaves out what was taken back', async () => {
  vi.useFakeTimers();
  const done: string[] = [];
  const draw = nextFrame(() => done.push('draw'));
  const read = nextFrame(() => done.push('read'));
  const never = nextFrame(() => done.push('never'));
  draw.ask();
  read.ask();
  draw.ask();
  never.ask();
  never.cancel();
  expect(done).toEqual([]);
  await vi.runAllTimersAsync();
  expect(done).toEqual(['draw', 'read']);
  read.ask();
  await vi.runAllTimersAsync();
  expect(done).toEqual(['draw', 'read', 'read']);
  vi.useRealTimers();
});
