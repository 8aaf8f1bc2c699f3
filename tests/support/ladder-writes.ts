/** Every function that writes on the ladders, called with random arguments: what people do, and what the server alone does. */
import { audiences, characters, weights } from '#domain/klantbelofte/ladder';
import { strengths } from '#domain/klantbelofte/strength';
import * as ladders from '#document/kinds/ladders/operations';
import {
  behoefteTexts,
  belofteTexts,
  findingId,
  OUTLINE,
  outlineTexts,
  pillars,
  proofTexts,
  sourceKinds,
} from '#document/kinds/ladders/records';
import { local, server } from '#document/origins';
import type { Dice } from '#tests/convergence/support/seeded';
import { edit, newId, words, type Write } from '#tests/support/board-writes';

const behoefte = (chance: Dice): string => `n${chance.below(5)}`;
const belofte = (chance: Dice): string => `b${chance.below(6)}`;
const proof = (chance: Dice): string => `p${chance.below(6)}`;
const theme = (chance: Dice): string => `t${chance.below(4)}`;
const source = (chance: Dice): string => `s${chance.below(6)}`;
const day = (chance: Dice): string => chance.of(['', '2027-05-29', '2027-02-30', 'mei']);
const orNull = <T>(chance: Dice, all: readonly T[]): T | null =>
  chance.oneIn(4) ? null : chance.of(all);

function anyText(chance: Dice): ladders.LadderText {
  const places: readonly (() => ladders.LadderText)[] = [
    () => ({ record: 'outline', id: OUTLINE, field: chance.of(outlineTexts) }),
    () => ({ record: 'themes', id: theme(chance), field: 'name' }),
    () => ({ record: 'behoeften', id: behoefte(chance), field: chance.of(behoefteTexts) }),
    () => ({ record: 'beloften', id: belofte(chance), field: chance.of(belofteTexts) }),
    () => ({ record: 'proofs', id: proof(chance), field: chance.of(proofTexts) }),
  ];
  return chance.of(places)();
}

const anySource = (chance: Dice) => ({
  ...{ id: source(chance), kind: chance.of(sourceKinds), from: chance.of(['', 'note-1', 'K2']) },
  ...{ words: chance.of(words), about: chance.of(words) },
  ...(chance.oneIn(2) && { customer: chance.of(['K2', 'K3']), seconds: chance.below(3_000) }),
});

const finding = (chance: Dice): string => findingId(belofte(chance), `o${chance.below(4)}`);
const anyFinding = (chance: Dice) => ({
  ...{ from: `o${chance.below(4)}`, customer: chance.of(['K2', 'K3']) },
  ...{ supports: chance.oneIn(2), words: chance.of(words), about: chance.of(words) },
  ...{ quote: chance.oneIn(2), seconds: chance.below(3_000) },
});

/** What the judge takes of a browser. */
export const ladderWrites: Readonly<Record<string, Write>> = {
  editLadderText: (doc, chance) =>
    ladders.editLadderText(doc, anyText(chance), edit(chance), local),
  addTheme: (doc, chance) =>
    ladders.addTheme(doc, { id: theme(chance), name: chance.of(words) }, local),
  removeTheme: (doc, chance) => ladders.removeTheme(doc, theme(chance), local),
  addBehoefte: (doc, chance) =>
    ladders.addBehoefte(
      doc,
      {
        ...{ id: behoefte(chance), words: chance.of(words), moment: 'Wachten' },
        ...(chance.oneIn(2) && { source: anySource(chance) }),
      },
      local,
    ),
  addSource: (doc, chance) => ladders.addSource(doc, behoefte(chance), anySource(chance), local),
  removeSource: (doc, chance) => ladders.removeSource(doc, source(chance), local),
  weighBehoefte: (doc, chance) =>
    ladders.weighBehoefte(
      doc,
      behoefte(chance),
      { side: chance.of(['toCustomer', 'toTeam'] as const), weight: orNull(chance, weights) },
      local,
    ),
  removeBehoefte: (doc, chance) => ladders.removeBehoefte(doc, behoefte(chance), local),
  addBelofte: (doc, chance) =>
    ladders.addBelofte(
      doc,
      {
        ...{ id: belofte(chance), words: chance.of(words) },
        behoefteId: chance.oneIn(3) ? null : behoefte(chance),
      },
      local,
    ),
  moveBelofte: (doc, chance) =>
    ladders.moveBelofte(doc, belofte(chance), chance.oneIn(2) ? belofte(chance) : null, local),
  chooseOfBelofte: (doc, chance) =>
    ladders.chooseOfBelofte(
      doc,
      belofte(chance),
      {
        ...{ behoefteId: behoefte(chance), themeId: orNull(chance, [theme(chance)]) },
        ...{ character: orNull(chance, characters), audience: orNull(chance, audiences) },
        ...{ pillar: orNull(chance, pillars), strength: chance.of(strengths) },
        reviewOn: day(chance),
      },
      local,
    ),
  setNorm: (doc, chance) =>
    ladders.setNorm(
      doc,
      belofte(chance),
      orNull(chance, [
        { bound: 'ahead', threshold: 30, unit: 'minute', share: 95 },
        { bound: 'at-most', threshold: 0, unit: 'euro', share: 100 },
        { bound: 'within', threshold: -1, unit: 'euro', share: 0 },
      ] as const),
      local,
    ),
  setPicture: (doc, chance) => {
    const picture = orNull(chance, [{ id: 'plaatje', width: 30, height: 20 }]);
    ladders.setPicture(doc, belofte(chance), picture, local);
  },
  removeBelofte: (doc, chance) => ladders.removeBelofte(doc, belofte(chance), local),
  addProof: (doc, chance) =>
    ladders.addProof(
      doc,
      {
        ...{ id: proof(chance), belofteId: belofte(chance), words: chance.of(words) },
        inPlace: chance.oneIn(2),
      },
      local,
    ),
  setProof: (doc, chance) =>
    ladders.setProof(doc, proof(chance), { inPlace: chance.oneIn(2), due: day(chance) }, local),
  removeProof: (doc, chance) => ladders.removeProof(doc, proof(chance), local),
  addFindings: (doc, chance) =>
    ladders.addFindings(doc, belofte(chance), [anyFinding(chance), anyFinding(chance)], local),
  turnFinding: (doc, chance) => ladders.turnFinding(doc, finding(chance), chance.oneIn(2), local),
  removeFindings: (doc, chance) => ladders.removeFindings(doc, [finding(chance)], local),
  clearBlankBeloften: (doc) => ladders.clearBlankBeloften(doc, local),
};

/** What it takes of nobody. */
export const ladderDecisions: Readonly<Record<string, Write>> = {
  layBeloften: (doc, chance) =>
    ladders.layBeloften(
      doc,
      [
        { text: chance.of(words), about: behoefte(chance) },
        { text: 'wij je bellen', about: null },
      ],
      { newId, random: () => chance.next() },
    ),
  keepBeloften: (doc, chance) =>
    ladders.keepBeloften(
      doc,
      [belofte(chance), belofte(chance)],
      { concept: chance.oneIn(2) },
      server,
    ),
  markSigned: (doc, chance) =>
    ladders.markSigned(
      doc,
      belofte(chance),
      {
        ...{ version: 1 + chance.below(3), frozen: '{"belofte":"wij je bellen"}' },
        ...{ signedBy: 'Ilse (2)', onBehalfOf: '', signedAt: 1_900_000_000_000, reason: '' },
      },
      server,
    ),
  forgetCustomer: (doc, chance) => ladders.forgetCustomer(doc, chance.of(['K2', 'K3']), server),
  changeSigned: (doc, chance) =>
    ladders.changeSigned(doc, belofte(chance), chance.of(['', 'Klant 4']), server),
};
