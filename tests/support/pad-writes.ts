/** The same of a pad: every function that writes on one, called with random arguments. */
import { inkOf } from '#document/ink/ink';
import { inkColors, strokeTools } from '#document/ink/stroke';
import * as pad from '#document/kinds/pad/operations';
import { frameOf, wordRoles } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import type { Place } from '#document/schema';
import type { Dice } from '#tests/convergence/support/seeded';
import type { Write } from '#tests/support/board-writes';

const words = ['', 'a', 'bel eerst', '🙂 samen', 'één twee\ndrie', 'x'.repeat(300)];
const thing = (chance: Dice): string => `n${chance.below(8)}`;
const things = (chance: Dice): string[] => [
  ...new Set(Array.from({ length: chance.below(4) }, () => thing(chance))),
];
const edit = (chance: Dice) => ({ before: chance.of(words), after: chance.of(words) });
const frame = (chance: Dice): string => frameOf('step', 1 + chance.below(3));
const onFrame = (chance: Dice): Place => [chance.below(1_000), chance.next() * 1_200];

/** A stroke as a hand would draw it: thirty points, at times with pressure. */
export function anyInk(chance: Dice): Uint8Array {
  const isPen = chance.oneIn(2);
  const points = Array.from({ length: 1 + chance.below(30) }, () => ({
    ...{ x: chance.next() * 1_000, y: chance.next() * 1_200 },
    pressure: isPen ? chance.next() : null,
  }));
  const how = { tool: chance.of(strokeTools), color: chance.of(inkColors), width: 'thin' } as const;
  const ink = inkOf({ ...how, points });
  if (!ink) throw new Error('no ink');
  return ink;
}

export const padWrites: Readonly<Record<string, Write>> = {
  addStroke: (doc, chance) =>
    pad.addStroke(doc, { id: thing(chance), frame: frame(chance), ink: anyInk(chance) }, local),
  removeStrokes: (doc, chance) => pad.removeStrokes(doc, things(chance), local),
  addSheet: (doc, chance) => pad.addSheet(doc, { id: thing(chance), step: 'step' }, local),
  removeSheet: (doc, chance) => pad.removeSheet(doc, thing(chance), local),
  editWords: (doc, chance) =>
    pad.editWords(
      doc,
      { id: thing(chance), frame: frame(chance), role: chance.of(wordRoles) },
      edit(chance),
      local,
    ),
  addText: (doc, chance) =>
    pad.addText(
      doc,
      {
        ...{ id: thing(chance), frame: frame(chance), at: onFrame(chance) },
        ...{ color: chance.of(inkColors), text: chance.of(words) },
      },
      local,
    ),
  editText: (doc, chance) => pad.editText(doc, thing(chance), edit(chance), local),
  moveText: (doc, chance) => pad.moveText(doc, thing(chance), onFrame(chance), local),
  removeText: (doc, chance) => pad.removeText(doc, thing(chance), local),
  putPicture: (doc, chance) =>
    pad.putPicture(
      doc,
      {
        ...{ id: thing(chance), frame: frame(chance), crop: [0, 0.25, 1, 0.5] },
        picture: { id: 'plaatje_1-a', width: 640, height: 480 },
      },
      local,
    ),
  layPaper: (doc, chance) => {
    const loose = chance.oneIn(2);
    const picture = { id: 'plaatje_1-a', width: 640, height: 480 };
    const folds = Array.from({ length: loose ? 1 : 1 + chance.below(3) }, (_, at) => at + 1);
    const pieces = folds.map((place) => ({ place, crop: [0, 0, 1, 1 / folds.length] as const }));
    pad.layPaper(doc, { photoId: thing(chance), stepId: 'step', picture, pieces, loose }, local);
  },
  removePictures: (doc, chance) => pad.removePictures(doc, frame(chance), local),
};
