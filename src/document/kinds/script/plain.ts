/**
 * A script as plain objects: the five acts, each with its lines, each with what lies beside it. Equal documents
 * give equal plains. Reading never throws; what does not fit its field reads as that field's neutral value.
 * The interviewer's screen and the notes of those who watch are made from this.
 */
import type * as Y from 'yjs';
import {
  ACT_MINUTES_MOST,
  actMinutes,
  scriptActs,
  scriptLineKinds,
  scriptNoteKinds,
  type ScriptAct,
  type ScriptLineKind,
  type ScriptNoteKind,
} from '#domain/script/acts';
import { prose, stored, word } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';
import { isRecordId } from '#document/records/fields';

export type PlainScriptNote = { id: string; kind: ScriptNoteKind; text: string; order: string };
export type PlainScriptLine = {
  id: string;
  kind: ScriptLineKind;
  /** Key of words that stood there from the beginning; read while `text` is empty. */
  says: string;
  text: string;
  notes: PlainScriptNote[];
  /** Sprint questions for which it is there, in their order, by their ids in this script. */
  questionIds: string[];
  order: string;
};
export type PlainScriptAct = { act: ScriptAct; minutes: number; lines: PlainScriptLine[] };
export type PlainScriptQuestion = {
  id: string;
  /** The note of the sprint question that it is. */
  noteId: string | null;
  text: string;
  order: string;
};
/** All five acts, in the order in which they are played. */
export type PlainScript = { acts: PlainScriptAct[]; questions: PlainScriptQuestion[] };

export function plainScript(doc: Y.Doc): PlainScript {
  const questions = stored(doc, 'questions')
    .map(({ id, get }): PlainScriptQuestion => ({
      ...{ id, noteId: refOf(get('note')), text: prose(get('text')), order: word(get('order')) },
    }))
    .sort(byOrder);
  const notes = stored(doc, 'notes').map(({ id, get }) => ({
    lineId: refOf(get('line')),
    note: {
      ...{ id, kind: scriptNoteKinds.find((kind) => kind === get('kind')) ?? 'watch' },
      ...{ text: prose(get('text')), order: word(get('order')) },
    } satisfies PlainScriptNote,
  }));
  const hangs = stored(doc, 'hangs').map(({ get }) => ({
    ...{ lineId: refOf(get('line')), questionId: refOf(get('question')) },
  }));
  const lines = stored(doc, 'lines').map(({ id, get }) => ({
    act: scriptActs.find((act) => act === get('act')) ?? 'tasks',
    line: {
      ...{ id, kind: scriptLineKinds.find((kind) => kind === get('kind')) ?? 'say' },
      ...{ says: word(get('says')), text: prose(get('text')), order: word(get('order')) },
      notes: notes
        .filter(({ lineId }) => lineId === id)
        .map(({ note }) => note)
        .sort(byOrder),
      questionIds: questions.flatMap((question) =>
        hangs.some((hang) => hang.lineId === id && hang.questionId === question.id)
          ? [question.id]
          : [],
      ),
    } satisfies PlainScriptLine,
  }));
  const minutes = new Map(stored(doc, 'acts').map(({ id, get }) => [id, get('minutes')]));
  const acts = scriptActs.map((act): PlainScriptAct => ({
    ...{ act, minutes: wholeMinutes(minutes.get(act), actMinutes[act]) },
    lines: lines
      .filter((one) => one.act === act)
      .map(({ line }) => line)
      .sort(byOrder),
  }));
  return { acts, questions };
}

/** Nobody wrote in it yet; what stands there from the beginning does not count. */
export function isEmptyScript({ acts }: PlainScript): boolean {
  return acts.every(({ lines }) => lines.every(({ text, says }) => says !== '' && text === ''));
}

/** Whole, at least one, at most an hour. */
export function wholeMinutes(value: unknown, neutral: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return neutral;
  return Math.max(1, Math.min(ACT_MINUTES_MOST, Math.round(value)));
}

/** Sprint questions for which no line is there yet. */
export function unhungQuestions({ acts, questions }: PlainScript): PlainScriptQuestion[] {
  const hung = new Set(acts.flatMap(({ lines }) => lines.flatMap((line) => line.questionIds)));
  return questions.filter(({ id }) => !hung.has(id));
}

function refOf(value: unknown): string | null {
  return typeof value === 'string' && isRecordId(value) ? value : null;
}
