/** A script to take along: on two sheets of paper, as a table with a row for each line, as data. */
import { isEmptyScript, type PlainScript, type PlainScriptAct } from '#document/kinds/script/plain';
import { actWords, kindWords, lineWords, noteWords } from '$lib/boards/script/script-words';
import { m } from '$lib/paraglide/messages';
import type { BoardExport } from './board-export';
import { csvFile } from './csv-file';
import type { BoardPainter, Exporter } from './exporter';
import { listsBox, listsSvg, type ListsDrawing } from './lists-svg';
import type { WallLook } from './wall-look';

/** What is done before the prototype is shown, and what after. */
const sheets = [
  ['welcome', 'context', 'introduction'],
  ['tasks', 'debrief'],
] as const;

/** The card of the sprint questions, among those of the acts. */
const QUESTIONS = 'questions';

export function scriptExporter({ sprint, board }: BoardExport, script: PlainScript): Exporter {
  const { acts, questions } = script;
  const numbersOf = (ids: readonly string[]): string =>
    ids
      .map((id) => questions.findIndex((question) => question.id === id) + 1)
      .map((number) => m.script_question_number({ number }))
      .join(', ');
  const painter = (
    look: WallLook,
    of: readonly PlainScriptAct[],
    asked: PlainScript['questions'] = [],
  ): BoardPainter => {
    const drawing = drawnAs({ acts: of, questions: asked }, { sprint, board });
    const box = listsBox(drawing, look);
    return { box, svg: (part = box) => listsSvg(drawing, look, part) };
  };
  return {
    isEmpty: isEmptyScript(script),
    count: acts.flatMap(({ lines }) => lines).length,
    pictures: [],
    paint: (look) => painter(look, acts, questions),
    sheets: (look) =>
      sheets.map((names, sheet) =>
        painter(
          look,
          acts.filter(({ act }) => names.some((name) => name === act)),
          sheet === 0 ? questions : [],
        ),
      ),
    csv: () =>
      csvFile([
        [
          ...[m.script_csv_act(), m.script_csv_minutes(), m.history_csv_kind()],
          ...[m.history_csv_text(), m.script_csv_for()],
        ],
        ...questions.map(({ text }, at) => [
          ...[m.script_questions(), '', m.script_question_number({ number: at + 1 })],
          ...[text.trim(), ''],
        ]),
        ...acts.flatMap(({ act, minutes, lines }) =>
          lines.flatMap((line) => [
            [
              ...[actWords[act](), String(minutes), kindWords[line.kind]()],
              ...[lineWords(line), numbersOf(line.questionIds)],
            ],
            ...line.notes.map(({ kind, text }) => [
              ...[actWords[act](), String(minutes), noteWords[kind](), text.trim(), ''],
            ]),
          ]),
        ),
      ]),
    json: () => ({
      script: {
        questions: questions.map(({ id, noteId, text }) => ({ id, noteId, text: text.trim() })),
        acts: acts.map(({ act, minutes, lines }) => ({
          ...{ act, minutes },
          lines: lines.map((line) => ({
            ...{ id: line.id, kind: line.kind, text: lineWords(line) },
            ...{ questions: line.questionIds },
            notes: line.notes.map(({ kind, text }) => ({ kind, text: text.trim() })),
          })),
        })),
      },
    }),
  };
}

/** On paper: the sprint questions, and a card for each act, its lines with a box to tick, and what lies beside them under them. */
function drawnAs(
  { acts, questions }: { acts: readonly PlainScriptAct[]; questions: PlainScript['questions'] },
  names: Pick<ListsDrawing, 'sprint' | 'board'>,
): ListsDrawing {
  const item = (id: string, text: string, order: number) => ({
    ...{ id, says: '', text, done: false, order: String(order) },
  });
  const lists = acts.map(({ act, lines }, place) => ({
    ...{ id: act, order: String(place) },
    items: lines.flatMap((line, at) => [
      item(line.id, lineWords(line), at),
      ...line.notes.map(({ id, kind, text }) => item(id, `${noteWords[kind]()}: ${text}`, at)),
    ]),
  }));
  const headingOf = (id: string): string => {
    if (id === QUESTIONS) return m.script_questions();
    const known = acts.find(({ act }) => act === id);
    if (!known) return id;
    return `${actWords[known.act]()}, ${m.sprint_minutes({ minutes: known.minutes })}`;
  };
  const asked = {
    ...{ id: QUESTIONS, order: '' },
    items: questions.map(({ id, text }, at) => item(id, `${at + 1}. ${text.trim()}`, at)),
  };
  return {
    ...names,
    lists: [...(questions.length > 0 ? [asked] : []), ...lists],
    heading: headingOf,
    words: ({ text }) => text.trim(),
  };
}
