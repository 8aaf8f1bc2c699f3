/** The fields of a museum's records, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { inkColors } from '#document/ink/stroke';
import { galleryLimits, standoutSigns } from '#document/kinds/gallery/records';
import { padLimits } from '#document/kinds/pad/records';
import { sketchSourceKinds } from '#domain/sketches/sketch-source';
import { choice, line, number, order, place, ref, text, value } from '#document/records/fields';

const side = v.pipe(v.number(), v.minValue(1), v.maxValue(20_000));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const panel = v.strictObject({
  strokes: v.array(v.instance(Uint8Array)),
  words: v.string(),
  description: v.string(),
  texts: v.array(
    v.strictObject({
      at: v.strictTuple([v.number(), v.number()]),
      color: v.picklist(inkColors),
      text: v.string(),
    }),
  ),
  picture: v.nullable(
    v.strictObject({
      id: v.string(),
      width: side,
      height: side,
      crop: v.strictTuple([part, part, part, part]),
    }),
  ),
});

/** The panels of an exhibit as they are stored: the whole of it is one value. */
export const panelsValue = v.array(panel);

/** As of a panel of a storyboard: which kind of thing, and its id. */
export const sourceValue = v.strictTuple([
  v.picklist(sketchSourceKinds),
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9_/-]{1,129}$/)),
]);

export const galleryRecords = {
  exhibits: {
    number: number(),
    title: line(padLimits.title),
    panels: value(panelsValue, []),
    source: value(sourceValue, null),
  },
  questions: { exhibit: ref(), text: line(galleryLimits.question), order: order() },
  standouts: {
    exhibit: ref(),
    sign: choice(standoutSigns, 'standout'),
    at: place(),
    text: text(galleryLimits.standout),
    order: order(),
  },
};
