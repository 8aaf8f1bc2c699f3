/** Every function that writes on a grid, or observations in a pile, by its name, called with random arguments. */
import * as grid from '#document/kinds/grid/operations';
import { local } from '#document/origins';
import { marks } from '#domain/tests/patterns';
import type { Dice } from '#tests/convergence/support/seeded';
import { edit, newId, words, type Write } from '#tests/support/board-writes';

const row = (chance: Dice): string => `r${chance.below(5)}`;
const one = (chance: Dice): string => `o${chance.below(9)}`;
const customer = (chance: Dice): string => `K${1 + chance.below(5)}`;
const someRow = (chance: Dice): string | null => (chance.oneIn(4) ? null : row(chance));
const seen = (chance: Dice) => ({
  ...{ customer: customer(chance), row: someRow(chance), text: chance.of(words) },
  ...{ mark: chance.of(marks), strong: chance.oneIn(3), quote: chance.oneIn(3) },
  seconds: chance.below(3_600),
});

/** Those that are also done in a pile, where nobody's name stands. */
export const observationWrites: Readonly<Record<string, Write>> = {
  addObservation: (doc, chance) =>
    grid.addObservation(doc, { id: one(chance), ...seen(chance) }, local),
  editObservationText: (doc, chance) =>
    grid.editObservationText(doc, one(chance), edit(chance), local),
  markObservation: (doc, chance) => grid.markObservation(doc, one(chance), chance.of(marks), local),
  setStrong: (doc, chance) => grid.setStrong(doc, one(chance), chance.oneIn(2), local),
  setQuote: (doc, chance) => grid.setQuote(doc, one(chance), chance.oneIn(2), local),
  moveObservation: (doc, chance) =>
    grid.moveObservation(
      doc,
      one(chance),
      { customer: customer(chance), row: someRow(chance) },
      local,
    ),
  removeObservations: (doc, chance) => grid.removeObservations(doc, [one(chance)], local),
  takeObservations: (doc, chance) => void grid.takeObservations(doc, customer(chance), local),
};

export const gridWrites: Readonly<Record<string, Write>> = {
  ...observationWrites,
  addRow: (doc, chance) =>
    grid.addRow(
      doc,
      { id: row(chance), title: chance.of(words), before: chance.oneIn(2) ? row(chance) : null },
      local,
    ),
  moveRow: (doc, chance) =>
    grid.moveRow(doc, row(chance), chance.oneIn(2) ? row(chance) : null, local),
  removeRow: (doc, chance) => grid.removeRow(doc, row(chance), local),
  editGridText: (doc, chance) =>
    grid.editGridText(
      doc,
      chance.oneIn(2)
        ? { record: 'rows', id: row(chance) }
        : { record: 'patterns', id: `p${chance.below(3)}-${row(chance)}` },
      edit(chance),
      local,
    ),
  answerProposal: (doc, chance) =>
    grid.answerProposal(
      doc,
      {
        ...{ row: row(chance), mark: chance.of(marks), name: chance.of(words) },
        aside: chance.oneIn(3),
      },
      local,
    ),
  withdrawAnswer: (doc, chance) =>
    grid.withdrawAnswer(doc, { row: row(chance), mark: chance.of(marks) }, local),
};

/** What the server alone does at the end of a talk. */
export const gridLays: Readonly<Record<string, Write>> = {
  layObservations: (doc, chance) =>
    grid.layObservations(doc, [{ ...seen(chance), author: 'Anna', by: 'anna' }], { newId }),
};
