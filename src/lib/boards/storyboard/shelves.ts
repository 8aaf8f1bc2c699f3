/** In which order sketches lie ready to be cut from: what was chosen first, so that the artist finds it among many. */
import type { StageMuseum } from '#protocol/museum';

export type Shelf<E> = {
  /** `all`: nothing was chosen yet. */
  readonly kind: 'all' | 'chosen' | 'along' | 'later';
  readonly exhibits: readonly E[];
};

/**
 * @param exhibits in the order of the museum.
 * @param chosen what won, most dots first, and what is taken along; null where there is no museum.
 * @returns shelves that have something on them: chosen, taken along, the rest. Every exhibit lies on one.
 */
export function shelvesOf<E extends { readonly id: string }>(
  exhibits: readonly E[],
  chosen: Pick<StageMuseum, 'winners' | 'takenAlong'> | null,
): Shelf<E>[] {
  const { winners = [], takenAlong = {} } = chosen ?? {};
  const won = winners.flatMap((id) => exhibits.find((one) => one.id === id) ?? []);
  const rest = exhibits.filter(({ id }) => !winners.includes(id));
  const along = rest.filter(({ id }) => id in takenAlong);
  const later = rest.filter(({ id }) => !(id in takenAlong));
  const shelves: Shelf<E>[] =
    winners.length === 0
      ? [{ kind: 'all', exhibits }]
      : [
          { kind: 'chosen', exhibits: won },
          { kind: 'along', exhibits: along },
          { kind: 'later', exhibits: later },
        ];
  return shelves.filter((shelf) => shelf.exhibits.length > 0);
}
