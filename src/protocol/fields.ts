/** What more than one command is made of. */
import * as v from 'valibot';

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** One line that says something, of at most so many UTF-16 units. */
export const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
/** Milliseconds since 1970, up to the year 2100. */
export const instant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(4_102_444_800_000),
);
