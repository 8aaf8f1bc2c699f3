/** What the stage tells of customers that stands beside the ladders: what they ranked, and with whom was talked. */
import type { Stage } from '#protocol/stage';
import type { CustomerRanking } from './ladders-board.svelte';

/** @returns null while nothing is told: no customer was asked, or so few that it would tell of one. */
export function rankingOf(scores: Stage['scores']): CustomerRanking | null {
  const ranking = scores?.ranking;
  if (!ranking) return null;
  const dots = Object.entries(ranking.dots).flatMap(([id, count]) =>
    Array.from({ length: count }, () => id),
  );
  return { shown: ranking.concepts.map(({ id }) => id), dots };
}

/** By number: 'K2'. */
export function testedIn({ customers }: Pick<Stage, 'customers'>): string[] {
  return (customers ?? []).flatMap(({ label, state }) => (state === 'done' ? [label] : []));
}
