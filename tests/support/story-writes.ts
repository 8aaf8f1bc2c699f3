/** Every function that writes on a storyboard, by its name, called with random arguments; as `board-writes.ts` for the others. */
import { encodeStroke } from '#document/ink/stroke-bytes';
import * as story from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { local } from '#document/origins';
import type { Dice } from '#tests/convergence/support/seeded';
import { at, edit, newId, words, type Write } from '#tests/support/board-writes';

const panel = (chance: Dice): string => `p${chance.below(6)}`;
const clip = (chance: Dice): string => `k${chance.below(6)}`;
const point = (chance: Dice): string => `q${chance.below(6)}`;
const beforePanel = (chance: Dice): string | null => (chance.oneIn(2) ? panel(chance) : null);
const storyText = (chance: Dice): story.StoryText =>
  chance.of([
    { record: 'panels', id: panel(chance), field: 'title' },
    { record: 'panels', id: panel(chance), field: 'caption' },
    { record: 'points', id: point(chance), field: 'text' },
  ] as const);
const clipOf = (chance: Dice): story.ClipOf => ({
  ...{ exhibit: `e${chance.below(3)}`, number: 1 + chance.below(12), part: chance.below(3) },
  crop: [chance.below(500), chance.below(300), 1 + chance.below(500), 1 + chance.below(300)],
});

const inks = [10, 20].map((x) =>
  encodeStroke({ tool: 'pen', color: 'ink', width: 'thin', points: [[x, 30]], pressures: null }),
);

export const storyWrites: Readonly<Record<string, Write>> = {
  editStoryText: (doc, chance) => story.editStoryText(doc, storyText(chance), edit(chance), local),
  addPanel: (doc, chance) =>
    story.addPanel(
      doc,
      {
        ...{ id: panel(chance), title: chance.of(words), caption: chance.of(words) },
        before: beforePanel(chance),
      },
      local,
    ),
  movePanel: (doc, chance) => story.movePanel(doc, panel(chance), beforePanel(chance), local),
  duplicatePanel: (doc, chance) =>
    story.duplicatePanel(
      doc,
      { id: panel(chance), from: panel(chance), ...(chance.oneIn(2) && { newId }) },
      local,
    ),
  removePanel: (doc, chance) => story.removePanel(doc, panel(chance), local),
  layRow: (doc, chance) =>
    void story.layRow(
      doc,
      { row: `r/${chance.below(3)}`, actions: [chance.of(words), 'kiest', 'betaalt'] },
      local,
    ),
  addClip: (doc, chance) =>
    story.addClip(doc, { id: clip(chance), panelId: panel(chance), of: clipOf(chance) }, local),
  placeClip: (doc, chance) =>
    story.placeClip(
      doc,
      clip(chance),
      { at: at(chance), width: chance.below(2_000), turn: chance.below(720) - 360 },
      local,
    ),
  moveClip: (doc, chance) => story.moveClip(doc, clip(chance), panel(chance), local),
  removeClip: (doc, chance) => story.removeClip(doc, clip(chance), local),
  addStroke: (doc, chance) =>
    story.addStroke(
      doc,
      { id: `s${chance.below(6)}`, panelId: panel(chance), ink: chance.of(inks) },
      local,
    ),
  removeStrokes: (doc, chance) => story.removeStrokes(doc, [`s${chance.below(6)}`], local),
  addPoint: (doc, chance) =>
    story.addPoint(
      doc,
      { id: point(chance), panelId: beforePanel(chance), text: chance.of(words) },
      local,
    ),
  movePoint: (doc, chance) => story.movePoint(doc, point(chance), panel(chance), local),
  answerPoint: (doc, chance) =>
    story.answerPoint(doc, point(chance), { answer: chance.of(words), by: 'Ingrid (2)' }, local),
  removePoint: (doc, chance) => story.removePoint(doc, point(chance), local),
  drawStoryboard: (doc) => story.drawStoryboard(doc, plainStoryboard(doc), local),
};
