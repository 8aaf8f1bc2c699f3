/** The writer hands in own late notes, or takes them back; they are laid when the phase ends. */
import { eq } from 'drizzle-orm';
import { RefusedError, refused } from '#domain/refusal';
import { mayLayLateNotes, type LateMoment } from '#domain/sprint/late-notes';
import { plainPile } from '#document/plain';
import { stepById } from '#server/commands/agenda/steps';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';
import { privateRoomOf } from '#server/stage/authority';

export const layLateNotes: Handler<'lay-late-notes'> = {
  rooms({ authority, me }) {
    const pile = privateRoomOf(authority, me.id, 'pile')?.id;
    return pile === undefined ? [] : [pile];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const isLocked = authority.boards.some(({ id, locked }) => id === step.boardId && locked);
    if (isLocked && me.role !== 'facilitator') return refused('board-locked');
    // Which of them are in the pile is seen in `do`, where the pile is held. None: takes them back.
    return mayLayLateNotes({ step: step as LateMoment['step'], lateNotes: 1 });
  },
  // do
  async do({ tx, authority, me, command, doc }) {
    const { stepId } = command;
    const pile = privateRoomOf(authority, me.id, 'pile')?.id;
    const boardId = stepById(authority, stepId)?.boardId;
    const own = pile === undefined ? [] : plainPile(doc(pile));
    const asked = new Set(command.noteIds);
    const noteIds = own.flatMap(({ id, wall, text }) =>
      asked.has(id) && wall === boardId && text.trim() !== '' ? [id] : [],
    );
    if (asked.size > 0 && noteIds.length === 0) throw new RefusedError('no-late-notes');
    const handedIn = noteIds.length === 0 ? null : { stepId, noteIds };
    await tx.update(members).set({ handedIn }).where(eq(members.id, me.id));
    return { waiting: noteIds.length };
  },
};
