/**
 * The reveal: the notes of all piles of one wall go up on the board, shuffled, with new ids and the
 * server's hand, and leave the piles, in one transaction with the phase. Repeated, it finds nothing.
 */
import { layOnWall, type NoteToLay } from '#document/boards/wall';
import { takeFromPile } from '#document/boards/pile';
import { authorsAreShown } from '#domain/exercises/choices';
import { exerciseOf } from '#domain/exercises/registry';
import type { NoteId } from '#domain/ids';
import { shownName } from '#domain/sprint/names';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { boardRoomId } from '#server/commands/rounds';
import type { Authority, Member, Step } from '#server/stage/authority';

/** The board's room and every living member's private room. */
export function roomsOfReveal(authority: Authority, step: Step): string[] {
  const board = boardRoomId(authority, step.boardId);
  const piles = authority.rooms.filter((room) => room.memberId !== null).map((room) => room.id);
  return board === undefined ? [] : [board, ...piles];
}

/** Moves notes of a wall from the piles of these members to its board. @returns how many were laid. */
export function layPiles(
  { doc, newId, random, authority }: Doing<CommandKind>,
  {
    step,
    members,
    only,
  }: {
    step: Step;
    members: readonly Member[];
    /** Which of a member's notes; all when left out. */
    only?: (member: Member) => readonly NoteId[];
  },
): number {
  const boardRoom = boardRoomId(authority, step.boardId);
  if (boardRoom === undefined || step.boardId === null) return 0;
  const named = authorsAreShown(exerciseOf(step.exercise), step.choices);
  const notes: NoteToLay[] = [];
  for (const member of members) {
    const pile = authority.rooms.find((room) => room.memberId === member.id);
    if (!pile) continue;
    for (const { text, color } of takeFromPile(doc(pile.id), step.boardId, only?.(member))) {
      const author = named ? { author: shownName(member), by: member.id } : {};
      notes.push({ text, color, ...author });
    }
  }
  if (notes.length > 0) layOnWall(doc(boardRoom), notes, { newId, random });
  return notes.length;
}
