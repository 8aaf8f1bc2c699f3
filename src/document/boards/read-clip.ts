/**
 * A text from the clipboard as a clip. It may come from anywhere, so it is checked and bounded like any
 * other input. Apart from `clip.ts`, because a browser needs it when something is pasted and not before.
 */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import { CLIP_MAX_GROUPS, CLIP_MAX_NOTES, type Clip } from '#document/boards/clip';
import { paperColors, PLANE_EDGE } from '#document/schema';

/** Longest text that is looked at: 500 full notes, escaped. */
const CLIP_MAX_LENGTH = 8_000_000;

const coordinate = v.pipe(v.number(), v.minValue(-2 * PLANE_EDGE), v.maxValue(2 * PLANE_EDGE));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(v.number(), v.minValue(1), v.maxValue(20_000));
const pictureSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  width: side,
  height: side,
});

const clipSchema = v.object({
  kind: v.literal('sprintkamer-clip'),
  version: v.literal(1),
  sprintId: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  notes: v.pipe(
    v.array(
      v.object({
        text: v.pipe(v.string(), v.maxLength(limits.note)),
        color: v.picklist(paperColors),
        at: v.tuple([coordinate, coordinate]),
        group: v.nullable(index),
        under: v.nullable(index),
        picture: v.nullable(pictureSchema),
      }),
    ),
    v.maxLength(CLIP_MAX_NOTES),
  ),
  groups: v.pipe(
    v.array(
      v.object({
        label: v.pipe(v.string(), v.maxLength(limits.label)),
        at: v.tuple([coordinate, coordinate]),
      }),
    ),
    v.maxLength(CLIP_MAX_GROUPS),
  ),
});

/** @returns undefined for a text that is no clip of ours. */
export function readClip(text: string): Clip | undefined {
  if (text.length > CLIP_MAX_LENGTH || !text.startsWith('{')) return undefined;
  try {
    const parsed = v.safeParse(clipSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
