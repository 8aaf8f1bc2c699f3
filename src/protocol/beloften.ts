/** The klantbeloften on the wire: keeping them after the vote, signing them, opening what was signed. */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import { id } from '#protocol/fields';

const reason = v.pipe(v.string(), v.trim(), v.maxLength(limits.reason));

export const belofteCommands = [
  /** After the vote on beloften: these stay, by their candidates; no others. */
  v.object({
    kind: v.literal('keep-beloften'),
    stepId: id,
    kept: v.pipe(v.array(id), v.maxLength(50)),
    reason,
  }),
  /**
   * All of these in one act, or none. `seen`: the version that the signer had on screen, 0 for none; `reason`: why
   * without proof, against the findings or anew, '' for none.
   */
  v.object({
    kind: v.literal('sign-beloften'),
    boardId: id,
    beloften: v.pipe(
      v.array(
        v.object({
          id,
          seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
          reason,
        }),
      ),
      v.minLength(1),
      v.maxLength(12),
    ),
  }),
  /** Opens what was signed for a change, for this reason; '' calls that off. */
  v.object({
    kind: v.literal('change-belofte'),
    boardId: id,
    belofteId: id,
    reason,
  }),
] as const;
