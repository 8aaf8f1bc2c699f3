/** Every function that writes on a grid, or observations in a pile, by its name, called with random arguments. */
import * as grid from '#document/kinds/grid/operations';
import { local, server } from '#document/origins';
import { gaps } from '#domain/tests/gaps';
import { marks } from '#domain/tests/patterns';
import { answerMarks, verdicts } from '#domain/tests/verdict';
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

const question = (chance: Dice): string => `q${chance.below(3)}`;
const patternOf = (chance: Dice): string => `p${chance.below(3)}-${row(chance)}`;
const someText = (chance: Dice): grid.GridText =>
  chance.of([
    { record: 'rows', id: row(chance) },
    { record: 'patterns', id: patternOf(chance) },
    { record: 'questions', id: question(chance) },
    { record: 'answers', id: `${question(chance)}-${customer(chance)}` },
    { record: 'lookback', id: 'goal' },
  ]);

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
  editGridText: (doc, chance) => grid.editGridText(doc, someText(chance), edit(chance), local),
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
  addQuestion: (doc, chance) =>
    grid.addQuestion(doc, { id: question(chance), text: chance.of(words) }, local),
  removeQuestion: (doc, chance) => {
    if (chance.oneIn(4)) grid.removeQuestion(doc, question(chance), local);
  },
  giveAnswer: (doc, chance) => {
    const of = { question: question(chance), customer: customer(chance) };
    grid.giveAnswer(doc, { ...of, answer: chance.of(answerMarks), by: 'Anna' }, local);
  },
  hangFinding: (doc, chance) => {
    const finding = chance.oneIn(2) ? one(chance) : patternOf(chance);
    const hung = { question: question(chance), finding, hangs: !chance.oneIn(3) };
    grid.hangFinding(doc, hung, local);
  },
  setGap: (doc, chance) => {
    const gap = chance.oneIn(3) ? null : chance.of(gaps);
    const of = chance.oneIn(2)
      ? ({ record: 'questions', id: question(chance) } as const)
      : ({ record: 'patterns', id: patternOf(chance) } as const);
    grid.setGap(doc, { ...of, gap }, local);
  },
  setCloser: (doc, chance) => grid.setCloser(doc, chance.of(verdicts), local),
};

/** What the server alone does: at the end of a talk, as questions are answered, and as a customer withdraws. */
export const gridLays: Readonly<Record<string, Write>> = {
  layObservations: (doc, chance) =>
    grid.layObservations(doc, [{ ...seen(chance), author: 'Anna', by: 'anna' }], { newId }),
  layQuestions: (doc, chance) =>
    grid.layQuestions(
      doc,
      ['q0', 'q1'].map((id) => ({ id, text: chance.of(words), leading: chance.oneIn(2) })),
      { origin: server },
    ),
  layVerdict: (doc, chance) =>
    grid.layVerdict(
      doc,
      question(chance),
      {
        ...{ version: 1, verdict: chance.of(verdicts), words: 'Ja', question: 'Kunnen we?' },
        ...{ yes: 3, partly: 1, no: 0, by: 'Ingrid', onBehalfOf: '', at: 1_900_000_000_000 },
        reason: '',
      },
      server,
    ),
  eraseAnswersOf: (doc, chance) => grid.eraseAnswersOf(doc, customer(chance), server),
};
