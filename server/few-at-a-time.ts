/** Work that may only be done a few at a time, such as encoding pictures: the rest waits, first come first served. */
export type FewAtATime = {
  /** Does the work when there is a place; a work that fails gives its place on like any other. */
  take<T>(work: () => Promise<T>): Promise<T>;
};

export function fewAtATime(atOnce: number): FewAtATime {
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
