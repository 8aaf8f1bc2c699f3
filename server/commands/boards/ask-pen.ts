/** Asks the artist of a storyboard for the pen, or asks no more. A pen that nobody holds is taken by asking. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { asked, askedNoMore, mayDraw } from '#domain/storyboard/pen';
import { penColumns } from './pass-pen';
import { boards } from '#server/db/tables';
import { penOn } from '#server/stage/pens';
import type { Handler } from '#server/commands/command';

export const askPen: Handler<'ask-pen'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, me }) {
    if (!penOn(authority, command.boardId)) return refused('no-such-board');
    return mayDraw(me) ? allowed : refused('not-your-role');
  },
  // do
  async do({ tx, authority, command, me }) {
    const pen = penOn(authority, command.boardId);
    if (!pen) return null;
    const next = command.ask ? asked(pen, me.id) : askedNoMore(pen, me.id);
    await tx.update(boards).set(penColumns(next)).where(eq(boards.id, command.boardId));
    return null;
  },
};
