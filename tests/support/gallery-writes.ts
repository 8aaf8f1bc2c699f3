/** Every function that writes in a museum, called with random arguments: what people do, and what the server alone does. */
import { inkColors } from '#document/ink/stroke';
import * as gallery from '#document/kinds/gallery/operations';
import { standoutSigns, type Exhibit } from '#document/kinds/gallery/records';
import { local, server } from '#document/origins';
import type { Place } from '#document/schema';
import type { Dice } from '#tests/convergence/support/seeded';
import type { Write } from '#tests/support/board-writes';
import { anyInk } from '#tests/support/pad-writes';

const words = ['', 'a', 'bel eerst', '🙂 samen', 'één twee\ndrie'];
const exhibit = (chance: Dice): string => `e${chance.below(4)}`;
const standout = (chance: Dice): string => `s${chance.below(6)}`;
const spot = (chance: Dice): Place => [chance.below(1_001), chance.below(1_921)];
let made = 0;

export function anyExhibit(chance: Dice, id: string, number: number): Exhibit {
  const at: Place = [chance.below(1_000), chance.below(640)];
  const text = { at, color: chance.of(inkColors), text: 'NIET LATER' };
  const picture = { id: 'plaatje', width: 30, height: 20, crop: [0, 0.5, 1, 0.5] as const };
  const panels = Array.from({ length: 3 }, () => ({
    strokes: Array.from({ length: chance.below(4) }, () => anyInk(chance)),
    ...{ words: chance.of(words), description: chance.of(words) },
    ...{ texts: chance.oneIn(2) ? [text] : [], picture: chance.oneIn(3) ? picture : null },
  }));
  const source = chance.oneIn(2) ? ({ kind: 'hmw', id: 'r1/c2' } as const) : null;
  return { id, number, title: 'Wasbeer belt eerst', panels, source };
}

/** What the judge takes of a browser. */
export const galleryWrites: Readonly<Record<string, Write>> = {
  addStandout: (doc, chance) =>
    gallery.addStandout(
      doc,
      {
        ...{ id: standout(chance), exhibit: exhibit(chance), sign: chance.of(standoutSigns) },
        ...{ at: spot(chance), text: chance.of(words) },
      },
      local,
    ),
  editStandout: (doc, chance) => {
    const edit = { before: chance.of(words), after: chance.of(words) };
    gallery.editStandout(doc, standout(chance), edit, local);
  },
  moveStandout: (doc, chance) => gallery.moveStandout(doc, standout(chance), spot(chance), local),
  removeStandouts: (doc, chance) => gallery.removeStandouts(doc, [standout(chance)], local),
};

/** What it takes of nobody. */
export const galleryLays: Readonly<Record<string, Write>> = {
  hangExhibits: (doc, chance) => {
    const ids = ['e0', 'e1', 'e2', 'e3'].slice(chance.below(3));
    const exhibits = ids.map((id, at) => anyExhibit(chance, id, at + 1));
    gallery.hangExhibits(doc, exhibits, server);
  },
  layQuestions: (doc, chance) => {
    const asked = [{ id: `q${(made += 1)}`, exhibit: exhibit(chance), text: chance.of(words) }];
    gallery.layQuestions(doc, asked, server);
  },
};
