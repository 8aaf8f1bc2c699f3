/** The fields of a pad's records, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { inkColors, STROKE_BYTES } from '#document/ink/stroke';
import { isStrokeBytes } from '#document/ink/stroke-bytes';
import { padLimits, wordRoles } from '#document/kinds/pad/records';
import { bytes, choice, order, place, ref, text, value } from '#document/records/fields';
import { pictureValue } from '#document/records/picture-value';

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const padRecords = {
  sheets: { step: ref(), order: order() },
  strokes: { frame: ref(), order: order(), ink: bytes(STROKE_BYTES, isStrokeBytes) },
  words: { frame: ref(), role: choice(wordRoles, wordRoles[0]), text: text(padLimits.words) },
  texts: {
    frame: ref(),
    at: place(),
    color: choice(inkColors, inkColors[0]),
    text: text(padLimits.text),
    order: order(),
  },
  pictures: {
    frame: ref(),
    picture: value(pictureValue, null),
    crop: value(v.strictTuple([part, part, part, part]), [0, 0, 1, 1]),
    order: order(),
  },
};
