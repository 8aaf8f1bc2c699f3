/**
 * What customers would count on most, beside the order of the team. Three dots for each customer, over
 * the concepts in an order drawn for that customer; sums of dots give places, ties share the mean
 * place. It tells which promise, and never which customer.
 */
import { shuffled } from '#domain/shuffled';

/** Dots of one customer over all concepts; more than one on the same is allowed. */
export const CUSTOMER_DOTS = 3;
/** So many places apart is flagged. */
export const FAR_APART = 2;

/** The order in which one customer meets the concepts. Drawn once and kept, so that it can be resumed. */
export function drawnOrder(ids: readonly string[], random: () => number): string[] {
  return shuffled(ids, random);
}

export type DotsRefusal = 'too-many-dots' | 'unknown-belofte';

/** Whether these dots of one customer count. @returns null: they do; fewer than three do as well. */
export function dotsRefusal(
  dots: readonly string[],
  { shown }: { shown: readonly string[] },
): DotsRefusal | null {
  if (dots.length > CUSTOMER_DOTS) return 'too-many-dots';
  return dots.every((id) => shown.includes(id)) ? null : 'unknown-belofte';
}

export type Place = {
  readonly id: string;
  /** In the team's order, from 1. */
  readonly team: number;
  /** From 1, a half where two share; null of what was never put to customers, or while no dot is placed. */
  readonly customers: number | null;
  readonly dots: number;
  /** How many places higher customers put it than the team, among what was put to them; 0 without both. */
  readonly higher: number;
  readonly isFarApart: boolean;
};

/**
 * @param order the Decider's order: every promise of the set, those never put to customers as well.
 * @param shown what customers could put dots on.
 * @param dots of all customers together.
 */
export function places(
  order: readonly string[],
  { shown, dots }: { shown: readonly string[]; dots: readonly string[] },
): Place[] {
  const compared = order.filter((id) => shown.includes(id));
  const sums = new Map(compared.map((id) => [id, dots.filter((dot) => dot === id).length]));
  const counted = [...sums.values()].some((sum) => sum > 0);
  return order.map((id, at) => {
    const sum = sums.get(id);
    const customers = sum === undefined || !counted ? null : meanPlace(sum, [...sums.values()]);
    const higher = customers === null ? 0 : compared.indexOf(id) + 1 - customers;
    return {
      ...{ id, team: at + 1, customers, dots: sum ?? 0, higher },
      isFarApart: Math.abs(higher) >= FAR_APART,
    };
  });
}

/** The middle of the places that all with this sum take together. */
function meanPlace(sum: number, sums: readonly number[]): number {
  const above = sums.filter((other) => other > sum).length;
  const equal = sums.filter((other) => other === sum).length;
  return above + (equal + 1) / 2;
}
