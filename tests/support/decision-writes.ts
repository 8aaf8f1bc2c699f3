/** Every function that writes beside the decision of the week, by its name, called with random arguments. */
import * as decision from '#document/kinds/decision/operations';
import { effectSides } from '#document/kinds/decision/records';
import { local } from '#document/origins';
import type { Dice } from '#tests/convergence/support/seeded';
import { edit, words, type Write } from '#tests/support/board-writes';

const next = (chance: Dice): string => `n${chance.below(5)}`;
const effect = (chance: Dice): string => `e${chance.below(5)}`;
const someText = (chance: Dice): decision.DecisionText =>
  chance.oneIn(2)
    ? { root: 'next', id: next(chance), field: chance.of(['what', 'who'] as const) }
    : {
        root: 'effects',
        id: effect(chance),
        field: chance.of(['what', 'whom', 'soften'] as const),
      };

export const decisionWrites: Readonly<Record<string, Write>> = {
  addNext: (doc, chance) =>
    decision.addNext(doc, { id: next(chance), what: chance.of(words), who: 'Anouk' }, local),
  setNextDue: (doc, chance) =>
    decision.setNextDue(doc, next(chance), chance.of(['', '2030-03-01', '2030-02-31']), local),
  addEffect: (doc, chance) =>
    decision.addEffect(
      doc,
      { id: effect(chance), side: chance.of(effectSides), what: chance.of(words) },
      local,
    ),
  removeFromDecision: (doc, chance) => {
    const [root, id] = chance.oneIn(2)
      ? (['next', next(chance)] as const)
      : (['effects', effect(chance)] as const);
    if (chance.oneIn(2)) decision.removeFromDecision(doc, root, id, local);
  },
  editDecisionText: (doc, chance) =>
    decision.editDecisionText(doc, someText(chance), edit(chance), local),
};
