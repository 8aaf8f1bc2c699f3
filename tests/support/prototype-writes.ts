/** Every function that writes on a prototype, by its name, called with random arguments; as `board-writes.ts` for the others. */
import * as making from '#document/kinds/prototype/operations';
import { local } from '#document/origins';
import { linkStatuses } from '#domain/links/link-status';
import { makingRoles, sceneStates } from '#domain/prototype/making';
import type { Dice } from '#tests/convergence/support/seeded';
import { edit, words, type Write } from '#tests/support/board-writes';

const of = (letter: string, chance: Dice): string => `${letter}${chance.below(6)}`;
const scene = (chance: Dice): string => of('s', chance);
const sceneOrNone = (chance: Dice): string | null => (chance.oneIn(2) ? scene(chance) : null);
const person = (chance: Dice): making.Person => ({
  memberId: `member-${chance.below(3)}`,
  name: 'Anna (2)',
});
const somebody = (chance: Dice) => (chance.oneIn(3) ? null : person(chance));
const facts = (chance: Dice): making.LinkFacts => ({
  address: chance.of(['https://voorbeeld.nl/a', 'http://voorbeeld.nl', 'javascript:0', '']),
  ...{ variant: chance.of(['', 'Snelmaat', 'x'.repeat(300)]), version: chance.of(['', 'v2']) },
});
const text = (chance: Dice): making.PrototypeText =>
  chance.of([
    { root: 'scenes', id: scene(chance), field: 'title' },
    { root: 'links', id: of('l', chance), field: 'title' },
    { root: 'things', id: of('t', chance), field: 'title' },
    { root: 'things', id: of('t', chance), field: 'place' },
    { root: 'items', id: of('i', chance), field: 'text' },
    { root: 'fixes', id: of('f', chance), field: 'text' },
    { root: 'questions', id: of('q', chance), field: 'text' },
  ] as const);

/** What the server alone writes there. */
export const serverWrites: Readonly<Record<string, Write>> = {
  beginTrial: (doc, chance) =>
    making.beginTrial(doc, of('t', chance), {
      ...{ by: 'Anna (2)', reason: chance.of(['', 'in de trein']), at: chance.below(9) },
      missing: chance.of([[], ['decider'], ['decider', 'interviewer']]),
    }),
  setLinkCheck: (doc, chance) =>
    making.setLinkCheck(doc, of('l', chance), {
      ...{ address: facts(chance).address.replace('javascript:0', ''), asked: chance.below(9) },
      ...{ status: chance.of(linkStatuses), embeds: chance.oneIn(2), at: chance.below(9) },
    }),
};

export const prototypeWrites: Readonly<Record<string, Write>> = {
  assignRole: (doc, chance) =>
    making.assignRole(doc, chance.of(makingRoles), person(chance), local),
  unassignRole: (doc, chance) =>
    making.unassignRole(doc, chance.of(makingRoles), person(chance).memberId, local),
  layScenes: (doc, chance) =>
    making.layScenes(
      doc,
      [{ id: scene(chance), number: chance.below(15), words: chance.of(words) }],
      local,
    ),
  addScene: (doc, chance) => making.addScene(doc, scene(chance), chance.of(words), local),
  moveScene: (doc, chance) => making.moveScene(doc, scene(chance), sceneOrNone(chance), local),
  ownScene: (doc, chance) => making.ownScene(doc, scene(chance), somebody(chance), local),
  setSceneState: (doc, chance) =>
    making.setSceneState(
      doc,
      scene(chance),
      { state: chance.of(sceneStates), at: chance.below(9) },
      local,
    ),
  addLink: (doc, chance) =>
    making.addLink(
      doc,
      of('l', chance),
      { ...facts(chance), title: chance.of(words), owner: somebody(chance) },
      local,
    ),
  changeLink: (doc, chance) => making.changeLink(doc, of('l', chance), facts(chance), local),
  askLink: (doc, chance) => making.askLink(doc, of('l', chance), chance.below(9), local),
  ownLink: (doc, chance) => making.ownLink(doc, of('l', chance), somebody(chance), local),
  addThing: (doc, chance) => making.addThing(doc, of('t', chance), chance.of(words), local),
  setBringer: (doc, chance) => making.setBringer(doc, of('t', chance), somebody(chance), local),
  setThingPicture: (doc, chance) => {
    const picture = { id: 'plaatje_1-a', width: 640, height: 480 };
    making.setThingPicture(doc, of('t', chance), chance.oneIn(2) ? picture : null, local);
  },
  addCheck: (doc, chance) => making.addCheck(doc, of('i', chance), chance.of(words), local),
  tickCheck: (doc, chance) => making.tickCheck(doc, of('i', chance), chance.oneIn(2), local),
  addFix: (doc, chance) =>
    making.addFix(
      doc,
      of('f', chance),
      { text: chance.of(words), sceneId: sceneOrNone(chance) },
      local,
    ),
  placeFix: (doc, chance) => making.placeFix(doc, of('f', chance), sceneOrNone(chance), local),
  tickFix: (doc, chance) => making.tickFix(doc, of('f', chance), chance.oneIn(2), local),
  layTrialQuestions: (doc, chance) =>
    making.layTrialQuestions(doc, [{ id: of('q', chance), text: chance.of(words) }], local),
  answerTrialQuestion: (doc, chance) =>
    making.answerTrialQuestion(doc, of('q', chance), chance.oneIn(2), local),
  removeRecord: (doc, chance) =>
    making.removeRecord(
      doc,
      chance.of([
        { root: 'scenes', id: scene(chance) },
        { root: 'links', id: of('l', chance) },
        { root: 'things', id: of('t', chance) },
        { root: 'items', id: of('i', chance) },
        { root: 'fixes', id: of('f', chance) },
      ] as const),
      local,
    ),
  editPrototypeText: (doc, chance) =>
    making.editPrototypeText(doc, text(chance), edit(chance), local),
};
