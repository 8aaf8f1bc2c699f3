/** Browser to server on `/live/<sprint>`: JSON text frames, checked by schema, at most 4 KiB. */
import * as v from 'valibot';
import { reactions } from '#protocol/reactions';

export const liveUp = v.variant('kind', [
  /** A clock probe; `sentAt` is the browser's own clock in ms and comes back as it is. */
  v.object({ kind: v.literal('ping'), sentAt: v.number() }),
  v.object({ kind: v.literal('react'), reaction: v.picklist(reactions) }),
  /** The reveal of this phase came to zero here: fields are closed, and what was typed is committed. */
  v.object({ kind: v.literal('flushed'), phaseKey: v.pipe(v.string(), v.maxLength(128)) }),
]);

export type LiveUp = v.InferOutput<typeof liveUp>;
