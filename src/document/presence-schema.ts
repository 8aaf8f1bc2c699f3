/**
 * The check of one awareness state, as it comes from a browser. The server writes `member` over
 * whatever the browser sent, drops `cursor` and `drag` while cursors are hidden, and refuses what this
 * schema refuses; a browser is told nothing else.
 */
import * as v from 'valibot';
import { fromBase64 } from 'lib0/buffer';
import { isStrokeBytes } from '#document/ink/stroke-bytes';
import { PRESENCE_MAX_NOTES, SHOWN_STROKE_BYTES, type Presence } from '#document/presence';
import { PLANE_EDGE } from '#document/schema';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const coordinate = v.pipe(v.number(), v.minValue(-PLANE_EDGE), v.maxValue(PLANE_EDGE));
const noteIds = v.pipe(v.array(id), v.maxLength(PRESENCE_MAX_NOTES));

const shownInk = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(SHOWN_STROKE_BYTES / 3) * 4),
  v.base64(),
  v.check((ink) => isStrokeBytes(new Uint8Array(fromBase64(ink)))),
);

const presenceMemberSchema = v.object({
  id,
  name: v.pipe(v.string(), v.maxLength(80)),
  /** Index into the six paper colours. */
  color: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const presenceSchema = v.object({
  member: v.optional(presenceMemberSchema),
  /** On the plane, in its units; null when the pointer is elsewhere. */
  cursor: v.optional(v.nullable(v.object({ x: coordinate, y: coordinate })), null),
  /** Notes held right now and how far they are from where the document has them. */
  drag: v.optional(v.nullable(v.object({ noteIds, by: v.tuple([coordinate, coordinate]) })), null),
  stroke: v.optional(v.nullable(v.object({ id, on: id, ink: shownInk })), null),
  /** The note whose text is being edited. */
  typing: v.optional(v.nullable(id), null),
  selection: v.optional(noteIds, []),
  /** What this person sees of the plane, for who follows them. */
  view: v.optional(
    v.nullable(v.object({ x: coordinate, y: coordinate, w: coordinate, h: coordinate })),
    null,
  ),
  /** Member id of whom this person follows. */
  follows: v.optional(v.nullable(id), null),
});

/** @returns undefined for a state that does not fit the schema. */
export function readPresence(state: unknown): Presence | undefined {
  const parsed = v.safeParse(presenceSchema, state);
  return parsed.success ? parsed.output : undefined;
}
