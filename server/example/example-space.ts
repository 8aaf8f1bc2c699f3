/**
 * What the anonymous examples take together: a total over all that live, and a share per network
 * address. Who began which is remembered in this node's memory only; a restart forgives, the total
 * stays. Asked by the front page's button and by the rooms of examples.
 */
import { gt } from 'drizzle-orm';
import type { SprintId } from '#domain/ids';
import type { Clock } from '#server/clock';
import type { Database } from '#server/db/database';
import { sprints } from '#server/db/tables';
import { storedBytes, type ExampleSpace, type SharedSpace } from '#server/rooms/sprint-usage';

type Bounds = { readonly bytes: number; readonly bytesPerAddress: number };
type Living = { bytes: number; readonly until: Date; readonly address: string | null };

export type ExampleSpaces = ExampleSpace & {
  /** Whether nothing may be begun from this address now, for what is stored already. */
  isFullFor(address: string): boolean;
  /** An example was begun; its bytes are read with the next `read`. */
  begun(sprintId: SprintId, address: string): void;
};

export function createExampleSpace(
  { db, clock }: { db: Database; clock: Clock },
  { bytes, bytesPerAddress }: Bounds,
): ExampleSpaces {
  let living = new Map<SprintId, Living>();
  const addresses = new Map<SprintId, string>();

  const sumOf = (isMeant: (one: Living) => boolean): number => {
    const now = clock.now();
    let sum = 0;
    for (const one of living.values()) if (one.until > now && isMeant(one)) sum += one.bytes;
    return sum;
  };
  const total = (): SharedSpace => ({ of: 'example', used: sumOf(() => true), bound: bytes });
  const shareOf = (address: string): SharedSpace => {
    const used = sumOf((one) => one.address === address);
    return { of: 'example', used, bound: bytesPerAddress };
  };

  return {
    async read() {
      const rows = await db
        .select({
          id: sprints.id,
          until: sprints.exampleUntil,
          bytes: storedBytes,
        })
        .from(sprints)
        .where(gt(sprints.exampleUntil, clock.now()));
      living = new Map(
        rows.flatMap(({ id, until, bytes: stored }) => {
          const address = addresses.get(id) ?? null;
          return until === null ? [] : [[id, { bytes: stored, until, address }]];
        }),
      );
      for (const id of addresses.keys()) if (!living.has(id)) addresses.delete(id);
    },

    spots(sprintId) {
      const address = living.get(sprintId)?.address ?? null;
      return address === null ? [total()] : [total(), shareOf(address)];
    },

    took(sprintId, count) {
      const one = living.get(sprintId);
      if (one) one.bytes += count;
    },

    isFullFor(address) {
      return [total(), shareOf(address)].some(({ used, bound }) => used >= bound);
    },

    begun(sprintId, address) {
      addresses.set(sprintId, address);
    },
  };
}
