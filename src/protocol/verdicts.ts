/** The end of the test on the wire: the verdict on a sprint question. */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import { verdicts } from '#domain/tests/verdict';
import { id } from '#protocol/fields';

const prose = v.pipe(v.string(), v.trim(), v.maxLength(limits.reason));

export const verdictCommands = [
  /** `seen`: the version that was on screen, 0 for none; `reason`: why it is changed, '' for the first. */
  v.object({
    kind: v.literal('lay-down-verdict'),
    boardId: id,
    questionId: id,
    verdict: v.picklist(verdicts),
    text: prose,
    seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
    reason: prose,
  }),
] as const;
