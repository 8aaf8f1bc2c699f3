/** The end of the week on the wire: the verdict on a sprint question, and what the week comes to. */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import { verdicts } from '#domain/tests/verdict';
import { sprintOutcomes } from '#domain/votes/outcome';
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
  /** `text`: what was learnt, in a sentence. */
  v.object({
    kind: v.literal('lay-down-outcome'),
    stepId: id,
    outcome: v.picklist(sprintOutcomes),
    text: prose,
  }),
] as const;
