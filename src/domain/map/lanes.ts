/**
 * In which order actors stand beside the map, so that their arrows do not cross. An arrow leaves an
 * actor to the right, runs above the row and drops on its chapter: whoever stands higher and drops
 * sooner is crossed by what runs beneath.
 */
export type LaneActor = {
  readonly id: string;
  /** Index of each chapter that an arrow goes to, in the order of the story. */
  readonly chapters: readonly number[];
};

/** Up to so many actors every order is tried: 5,040 at most. */
const TRIED_WHOLE = 7;

/**
 * @param actors in their own order, from top to bottom.
 * @returns their ids from top to bottom with the fewest crossings; of equals the order nearest to
 * their own. Actors without arrows stand on top.
 */
export function laneOrder(actors: readonly LaneActor[]): string[] {
  const idle = actors.filter((actor) => actor.chapters.length === 0);
  const busy = actors.filter((actor) => actor.chapters.length > 0);
  const sorted = [...busy].sort((a, b) => mean(b.chapters) - mean(a.chapters));
  const best = busy.length <= TRIED_WHOLE ? fewestCrossings(busy) : sorted;
  return [...idle, ...best].map((actor) => actor.id);
}

/** How many arrows cross when actors stand in this order, from top to bottom. */
export function crossings(actors: readonly LaneActor[]): number {
  let count = 0;
  actors.forEach((upper, at) => {
    for (const lower of actors.slice(at + 1)) {
      const end = Math.max(...lower.chapters);
      // The upper one drops through the lane of the lower where that still runs on.
      count += upper.chapters.filter((chapter) => chapter < end).length;
    }
  });
  return count;
}

function fewestCrossings(actors: readonly LaneActor[]): readonly LaneActor[] {
  let best = actors;
  let fewest = crossings(actors);
  // Orders come out nearest to the given one first, so an equal one never replaces it.
  for (const order of permutations(actors)) {
    if (fewest === 0) break;
    const count = crossings(order);
    if (count < fewest) {
      fewest = count;
      best = order;
    }
  }
  return best;
}

function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length <= 1) return void (yield items);
  for (const [at, item] of items.entries()) {
    for (const rest of permutations([...items.slice(0, at), ...items.slice(at + 1)])) {
      yield [item, ...rest];
    }
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
