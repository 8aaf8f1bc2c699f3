/** The preparation on the wire: whether the sprint goes ahead. */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import { id } from '#protocol/fields';

export const preparationCommands = [
  /** The sprint goes ahead or does not; `reason` where something lacks, and with a no-go. */
  v.object({
    kind: v.literal('decide-go'),
    stepId: id,
    go: v.boolean(),
    reason: v.pipe(v.string(), v.trim(), v.maxLength(limits.reason)),
  }),
] as const;
