/**
 * What the week made that the prototype begins with: the scenes of the storyboard, in the order of the
 * story, each under its panel's id, and the sprint questions that the trial run looks for. Laid by the
 * server as the board is made, or as a step of it opens while it has none of them.
 */
import * as Y from 'yjs';
import { layScenes, layTrialQuestions } from '#document/kinds/prototype/operations';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { layScriptQuestions } from '#document/kinds/script/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { scenesOf } from '#document/kinds/storyboard/scenes';
import { server } from '#document/origins';
import { candidatesOf, plainWall } from '#document/plain';
import { seedUpdate } from '#document/schema';
import { MOST_QUESTIONS } from '#domain/tests/sprint-questions';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { boardRoomId } from '#server/commands/votes/rounds';
import type { Authority } from '#server/stage/authority';

type Reading = Pick<Doing<CommandKind>, 'authority' | 'doc' | 'holds'>;
type Board = Authority['boards'][number];

/** The room of the board that fits and was made last; undefined when there is none. */
function roomOfLast(authority: Authority, fits: (board: Board) => boolean): string | undefined {
  const latest = authority.boards
    .filter(fits)
    .reduce<Board | undefined>(
      (last, board) => (last && last.createdAt >= board.createdAt ? last : board),
      undefined,
    );
  return boardRoomId(authority, latest?.id ?? null);
}

const storyRoom = (authority: Authority) =>
  roomOfLast(authority, ({ kind }) => kind === 'storyboard');
/** The wall on which the sprint questions were asked. */
export const questionsRoom = (authority: Authority) =>
  roomOfLast(authority, ({ wall, kind }) => wall === 'sprintvragen' && kind === 'wall');

/** Rooms that are read where they can be: a prototype begins without. */
export function roomsOfMaking(authority: Authority): string[] {
  return [storyRoom(authority), questionsRoom(authority)].flatMap((room) => room ?? []);
}

/** The room of a board that is a prototype; undefined of any other, such as a wall from before there were prototypes. */
export function prototypeRoom(authority: Authority, boardId: string): string | undefined {
  return roomOfLast(authority, ({ id, kind }) => id === boardId && kind === 'prototype');
}

/** What a new prototype's room begins with. */
export function prototypeWith(reading: Reading): Uint8Array {
  const made = new Y.Doc();
  try {
    Y.applyUpdate(made, seedUpdate('prototype'));
    layOnPrototype(made, reading);
    return Y.encodeStateAsUpdate(made);
  } finally {
    made.destroy();
  }
}

/** What a new script's room begins with: Monday's sprint questions beside its acts. */
export function scriptWith({ authority, doc, holds }: Reading): Uint8Array {
  const made = new Y.Doc();
  try {
    Y.applyUpdate(made, seedUpdate('script'));
    const asked = questionsRoom(authority);
    if (asked !== undefined && holds(asked)) {
      layScriptQuestions(made, sprintQuestionsOf(doc(asked)), server);
    }
    return Y.encodeStateAsUpdate(made);
  } finally {
    made.destroy();
  }
}

/** Scenes where there are none yet, and sprint questions likewise; what was laid once is the team's. */
export function layOnPrototype(prototype: Y.Doc, { authority, doc, holds }: Reading): void {
  const { scenes, questions } = plainPrototype(prototype);
  const story = storyRoom(authority);
  if (scenes.length === 0 && story !== undefined && holds(story)) {
    layScenes(prototype, scenesOf(plainStoryboard(doc(story))), server);
  }
  const asked = questionsRoom(authority);
  if (questions.length === 0 && asked !== undefined && holds(asked)) {
    layTrialQuestions(prototype, sprintQuestionsOf(doc(asked)), server);
  }
}

/** A stack is one question: as the vote saw them, in order of reading. */
export function sprintQuestionsOf(wall: Y.Doc): { id: string; text: string }[] {
  return candidatesOf(plainWall(wall))
    .flatMap(({ noteIds: [id], text }) => (id === undefined ? [] : [{ id, text }]))
    .slice(0, MOST_QUESTIONS);
}
