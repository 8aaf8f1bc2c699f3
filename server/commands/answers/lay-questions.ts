/**
 * Monday's sprint questions as Friday answers them: laid by the server on the grid of the test, in their rank, as
 * the step that answers them opens. Opened again, what was asked meanwhile comes behind; nothing doubles.
 */
import * as Y from 'yjs';
import { layQuestions } from '#document/kinds/grid/operations';
import { server } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { rankedQuestions, type RankedQuestion } from '#domain/tests/sprint-questions';
import type { CommandKind } from '#domain/sprint/permissions';
import { questionsRoom, sprintQuestionsOf } from '#server/commands/boards/prototype-scenes';
import type { Doing } from '#server/commands/command';
import { boardRoomId } from '#server/commands/votes/rounds';
import type { Authority, Step } from '#server/stage/authority';

type Reading = Pick<Doing<CommandKind>, 'authority' | 'doc' | 'holds'>;

const ASKED_IN = 'sprintvragen';

/** It answers the sprint questions. */
export function answersQuestions({ exercise }: Pick<Step, 'exercise'>): boolean {
  return exercise === 'sprintvragen-beantwoorden';
}

/** The room of a board that is a grid; undefined of any other. */
export function gridRoomOf(authority: Authority, boardId: string): string | undefined {
  const isGrid = authority.boards.some(({ id, kind }) => id === boardId && kind === 'grid');
  return isGrid ? boardRoomId(authority, boardId) : undefined;
}

/** What is read to lay them, where it can be read. */
export function roomsOfQuestions(authority: Authority): string[] {
  const asked = questionsRoom(authority);
  return asked === undefined ? [] : [asked];
}

/** What a grid begins with that is made to answer questions, without talks before it. */
export function gridWith(reading: Reading): Uint8Array {
  const made = new Y.Doc();
  try {
    Y.applyUpdate(made, seedUpdate('grid'));
    laySprintQuestions(made, reading);
    return Y.encodeStateAsUpdate(made);
  } finally {
    made.destroy();
  }
}

export function laySprintQuestions(grid: Y.Doc, reading: Reading): void {
  layQuestions(grid, questionsOf(reading), { origin: server });
}

function questionsOf({ authority, doc, holds }: Reading): RankedQuestion[] {
  const room = questionsRoom(authority);
  const asked = room !== undefined && holds(room) ? sprintQuestionsOf(doc(room)) : [];
  const steps = new Set(
    authority.steps.filter(({ exercise }) => exercise === ASKED_IN).map(({ id }) => id),
  );
  const round = authority.rounds.findLast(
    ({ stepId, status }) => steps.has(stepId) && status === 'closed',
  );
  const voted = authority.candidates.filter(({ roundId }) => roundId === round?.id);
  const decision = authority.decisions.findLast(({ roundId }) => roundId === round?.id);
  const chosen = voted.find(({ id }) => id === decision?.candidateId);
  return rankedQuestions(asked, {
    voted: voted.map((one) => ({ ...one, dots: one.dots ?? 0 })),
    leading: chosen && decision ? { noteIds: chosen.noteIds, text: decision.text } : null,
  });
}
