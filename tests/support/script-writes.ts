/** Every function that writes on a script, by its name, called with random arguments; as `board-writes.ts` for the others. */
import * as script from '#document/kinds/script/operations';
import { local } from '#document/origins';
import { scriptActs, scriptLineKinds, scriptNoteKinds } from '#domain/script/acts';
import type { Dice } from '#tests/convergence/support/seeded';
import { edit, words, type Write } from '#tests/support/board-writes';

const line = (chance: Dice): string => (chance.oneIn(4) ? 'script-welcome' : `l${chance.below(6)}`);
const note = (chance: Dice): string => `n${chance.below(6)}`;
const question = (chance: Dice): string => `q${chance.below(3)}`;
const lineOrNone = (chance: Dice): string | null => (chance.oneIn(2) ? line(chance) : null);

export const scriptWrites: Readonly<Record<string, Write>> = {
  setActMinutes: (doc, chance) =>
    script.setActMinutes(doc, chance.of(scriptActs), chance.below(90) - 5, local),
  addLine: (doc, chance) =>
    script.addLine(
      doc,
      `l${chance.below(6)}`,
      {
        ...{ act: chance.of(scriptActs), kind: chance.of(scriptLineKinds) },
        ...{ text: chance.of(words), before: lineOrNone(chance) },
      },
      local,
    ),
  moveLine: (doc, chance) =>
    script.moveLine(
      doc,
      line(chance),
      { act: chance.of(scriptActs), before: lineOrNone(chance) },
      local,
    ),
  setLineKind: (doc, chance) =>
    script.setLineKind(doc, line(chance), chance.of(scriptLineKinds), local),
  removeLine: (doc, chance) => script.removeLine(doc, line(chance), local),
  addScriptNote: (doc, chance) =>
    script.addScriptNote(
      doc,
      note(chance),
      { lineId: line(chance), kind: chance.of(scriptNoteKinds), text: chance.of(words) },
      local,
    ),
  removeScriptNote: (doc, chance) => script.removeScriptNote(doc, note(chance), local),
  hangOn: (doc, chance) =>
    script.hangOn(
      doc,
      line(chance),
      { questionId: question(chance), hangs: !chance.oneIn(3) },
      local,
    ),
  layScriptQuestions: (doc, chance) =>
    script.layScriptQuestions(doc, [{ id: question(chance), text: chance.of(words) }], local),
  editScriptText: (doc, chance) =>
    script.editScriptText(
      doc,
      chance.oneIn(2) ? { root: 'lines', id: line(chance) } : { root: 'notes', id: note(chance) },
      edit(chance),
      local,
    ),
};
