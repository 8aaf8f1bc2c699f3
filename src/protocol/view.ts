/** What somebody sees of a board's plane, in its units. */
import * as v from 'valibot';

const coordinate = v.pipe(v.number(), v.minValue(-1_000_000), v.maxValue(1_000_000));
const length = v.pipe(v.number(), v.minValue(1), v.maxValue(1_000_000));

export const viewSchema = v.object({ x: coordinate, y: coordinate, w: length, h: length });

export type BoardView = v.InferOutput<typeof viewSchema>;
