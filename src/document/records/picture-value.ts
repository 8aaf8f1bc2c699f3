/** Values that several kinds store the same way: a picture of the sprint, and whose something is. */
import * as v from 'valibot';

/** Longest name shown with something: a name with its number behind it. */
export const AUTHOR_MOST = 120;

const side = v.pipe(v.number(), v.minValue(1), v.maxValue(20_000));
const pictureId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Its id in the sprint's pictures, and its size in pixels. */
export const pictureValue = v.strictTuple([pictureId, side, side]);
