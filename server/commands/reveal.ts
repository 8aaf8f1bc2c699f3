/**
 * The reveal: the notes of all piles of one wall go up on the board, shuffled, with new ids and the
 * server's hand, and leave the piles, in one transaction with the phase. Repeated, it finds nothing.
 */
import { inArray } from 'drizzle-orm';
import { layOnWall, type NoteToLay } from '#document/boards/wall';
import { takeFromPile } from '#document/boards/pile';
import { authorsAreShown } from '#domain/exercises/choices';
import { exerciseOf } from '#domain/exercises/registry';
import type { NoteId } from '#domain/ids';
import { shownName } from '#domain/sprint/names';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { boardRoomId } from '#server/commands/rounds';
import { rooms } from '#server/db/tables';
import type { Authority, Member, Step } from '#server/stage/authority';

/** Every living member's private room: the reveal goes on without one that cannot be read. */
export function pilesOfReveal(authority: Authority): string[] {
  return authority.rooms.filter((room) => room.memberId !== null).map((room) => room.id);
}

/** `skipped`: rooms of piles that could not be read or emptied; they stay as they are. */
export type Laid = { readonly laid: number; readonly skipped: readonly string[] };

/** Moves notes of a wall from the piles of these members to its board. */
export function layPiles(
  { doc, attempt, newId, random, authority }: Doing<CommandKind>,
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
): Laid {
  const { boardId } = step;
  const boardRoom = boardRoomId(authority, boardId);
  if (boardRoom === undefined || boardId === null) return { laid: 0, skipped: [] };
  const named = authorsAreShown(exerciseOf(step.exercise), step.choices);
  const notes: NoteToLay[] = [];
  const skipped: string[] = [];
  for (const member of members) {
    const pile = authority.rooms.find((room) => room.memberId === member.id);
    if (!pile) continue;
    const taken = attempt(pile.id, (own) => takeFromPile(own, boardId, only?.(member)));
    if (!taken) skipped.push(pile.id);
    for (const { text, color } of taken?.value ?? []) {
      const author = named ? { author: shownName(member), by: member.id } : {};
      notes.push({ text, color, ...author });
    }
  }
  if (notes.length > 0) layOnWall(doc(boardRoom), notes, { newId, random });
  return { laid: notes.length, skipped };
}

/** The facilitator is told of them until each was made anew. */
export async function markSkipped(
  { tx, now }: Pick<Doing<CommandKind>, 'tx' | 'now'>,
  roomIds: readonly string[],
): Promise<void> {
  if (roomIds.length === 0) return;
  await tx
    .update(rooms)
    .set({ skippedAt: now })
    .where(inArray(rooms.id, [...roomIds]));
}
