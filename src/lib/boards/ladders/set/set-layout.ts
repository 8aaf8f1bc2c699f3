/** How the set stands: in how many rows, and where the roots run between two orders. Pure. */
import type { Place } from '#domain/klantbelofte/ranking';

/** So many ladders stand side by side; more stand in two rows. */
export const MOST_IN_A_ROW = 7;

export function rowsOf<T>(ladders: readonly T[]): T[][] {
  if (ladders.length <= MOST_IN_A_ROW) return ladders.length === 0 ? [] : [[...ladders]];
  const half = Math.ceil(ladders.length / 2);
  return [ladders.slice(0, half), ladders.slice(half)];
}

export type Root = {
  readonly id: string;
  /** Column in the team's order and in the customers' order, from 0. */
  readonly from: number;
  readonly to: number;
  readonly place: Place & { readonly customers: number };
};

/** One for each belofte that customers gave a place, in the customers' order; those who share one stand as the team has them. */
export function rootsOf(places: readonly Place[]): Root[] {
  const ranked = places.flatMap((place, from) =>
    place.customers === null ? [] : [{ from, place: { ...place, customers: place.customers } }],
  );
  return ranked
    .toSorted((a, b) => a.place.customers - b.place.customers || a.from - b.from)
    .map(({ from, place }, to) => ({ id: place.id, from, to, place }));
}

/** From the middle of one column down to the middle of another, in a box in which a column is 100 wide and all is 100 high. */
export function rootPath({ from, to }: Pick<Root, 'from' | 'to'>): string {
  const [x1, x2] = [from * 100 + 50, to * 100 + 50];
  return `M${x1} 0C${x1} 55 ${x2} 45 ${x2} 100`;
}
