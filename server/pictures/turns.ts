/** Work that may only be done a few at a time: the rest waits for its turn, first come first served. */
export type Turns = {
  /** Does the work when its turn has come; a work that fails passes the turn on like any other. */
  take<T>(work: () => Promise<T>): Promise<T>;
};

export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async take(work) {
      if (running < atOnce) running += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
