import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RecentReactions } from '$lib/sprint/recent-reactions.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[R50] reactions pass by: a few at a time, gone after moments', () => {
  const recent = new RecentReactions();
  for (let index = 0; index < 9; index++) recent.add(`m${index}`, 'clap');
  expect(recent.shown.map((one) => one.memberId)).toEqual(['m3', 'm4', 'm5', 'm6', 'm7', 'm8']);
  vi.advanceTimersByTime(5_000);
  expect(recent.shown).toEqual([]);
});

it('[R50] are told of at most once a second, and each of them once', () => {
  const recent = new RecentReactions();
  const said: string[][] = [];
  const look = () => said.push(recent.said.map((one) => one.memberId));
  recent.add('anna', 'clap');
  look();
  recent.add('bo', 'heart');
  recent.add('cas', 'heart');
  look();
  vi.advanceTimersByTime(1_000);
  look();
  vi.advanceTimersByTime(1_000);
  recent.add('dee', 'party');
  look();
  expect(said).toEqual([['anna'], ['anna'], ['bo', 'cas'], ['dee']]);
  recent.stop();
});
