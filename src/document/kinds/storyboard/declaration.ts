/** The fields of a storyboard's records, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { STROKE_BYTES } from '#document/ink/stroke';
import { isStrokeBytes } from '#document/ink/stroke-bytes';
import { sourceKinds, storyLimits } from '#document/kinds/storyboard/records';
import { bytes, line, number, order, place, ref, text, value } from '#document/records/fields';

/** A name with its number behind it. */
const NAME_MOST = 120;
/** Step and candidate, each an id. */
const SOURCE = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_/-]{1,129}$/));
const ofHundred = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
const thousandth = v.pipe(v.number(), v.minValue(0), v.maxValue(4_000));

export const storyRecords = {
  panels: {
    title: text(storyLimits.title),
    caption: text(storyLimits.caption),
    order: order(),
    source: value(v.strictTuple([v.picklist(sourceKinds), SOURCE, ofHundred]), null),
  },
  strokes: { panel: ref(), order: order(), ink: bytes(STROKE_BYTES, isStrokeBytes) },
  clips: {
    panel: ref(),
    exhibit: ref(),
    number: number(),
    part: number(),
    crop: value(v.strictTuple([thousandth, thousandth, thousandth, thousandth]), null),
    at: place(),
    width: number(),
    turn: number(),
    order: order(),
  },
  points: {
    panel: ref(),
    text: text(storyLimits.point),
    answer: line(storyLimits.answer),
    answeredBy: line(NAME_MOST),
    order: order(),
  },
};
