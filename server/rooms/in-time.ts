/** Waiting that has an end: the database may hang without ever saying that it is gone. */

export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/**
 * @param limitMs from now on; below zero counts as zero.
 * @param stop ends the waiting at once.
 * @returns what `work` gives. Throws TooLateError after the limit or when stopped; `work` itself
 * goes on, and what becomes of it then is nobody's here.
 */
export async function inTime<T>(work: Promise<T>, limitMs: number, stop?: AbortSignal): Promise<T> {
  let giveUp = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = () => reject(new TooLateError(`not done in ${Math.round(limitMs)} ms`));
  });
  const timer = setTimeout(giveUp, Math.max(0, limitMs));
  stop?.addEventListener('abort', giveUp);
  if (stop?.aborted) giveUp();
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', giveUp);
  }
}
