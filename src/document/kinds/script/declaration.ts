/** The fields of a script's records, declared: what the server lets in, and nothing else. */
import { scriptActs, scriptLineKinds, scriptNoteKinds } from '#domain/script/acts';
import { scriptLimits as most } from '#document/kinds/script/records';
import { choice, ID_MOST, line, number, order, ref, text } from '#document/records/fields';

export const scriptRecords = {
  acts: { minutes: number(), order: order() },
  lines: {
    act: choice(scriptActs, 'tasks'),
    kind: choice(scriptLineKinds, 'say'),
    says: line(ID_MOST),
    text: text(most.line),
    order: order(),
  },
  notes: {
    line: ref(),
    kind: choice(scriptNoteKinds, 'watch'),
    text: text(most.note),
    order: order(),
  },
  hangs: { line: ref(), question: ref() },
  questions: { note: ref(), text: text(most.question), order: order() },
};
