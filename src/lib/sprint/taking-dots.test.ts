import { expect, it } from 'vitest';
import type { Stage, StageRound } from '#protocol/stage';
import { ownDotsTaken } from '$lib/sprint/taking-dots';

const stage = (mine: StageRound['mine'], more: Partial<StageRound> = {}) =>
  ({ now: { round: { id: 'r', status: 'open', mine, ...more } } }) as unknown as Stage;
const ballot = (budget: number, placed: Record<string, number>) => ({
  budget,
  perCandidate: 4,
  placed,
  ...{ spots: [], reasons: [] },
});

it('[R53] dots that went with the vote, or with a part of it, are told to their owner', () => {
  const before = stage(ballot(4, { a: 3, b: 1 }));
  expect(ownDotsTaken(before, stage(null))).toBe(4);
  expect(ownDotsTaken(before, stage(ballot(2, { a: 2 })))).toBe(2);
});

it('[R53] nothing is told of a dot taken back by hand, of empty dots, of a close or of another round', () => {
  const before = stage(ballot(4, { a: 3 }));
  expect(ownDotsTaken(before, stage(ballot(4, { a: 2 })))).toBe(0);
  expect(ownDotsTaken(before, stage(ballot(3, { a: 3 })))).toBe(0);
  expect(ownDotsTaken(before, stage(null, { status: 'closed' }))).toBe(0);
  expect(ownDotsTaken(before, stage(null, { id: 'next' }))).toBe(0);
});
