/** Gives the pen of a storyboard to somebody, or lays it down: by its holder or by a facilitator. */
import { eq } from 'drizzle-orm';
import { refused } from '#domain/refusal';
import { mayPass, passed, type Pen } from '#domain/storyboard/pen';
import { memberById } from '#server/commands/people/membership';
import { boards } from '#server/db/tables';
import { penOn } from '#server/stage/pens';
import type { Handler } from '#server/commands/command';

export const passPen: Handler<'pass-pen'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, me }) {
    const pen = penOn(authority, command.boardId);
    if (!pen) return refused('no-such-board');
    const to = command.memberId === null ? null : memberById(authority, command.memberId);
    return to === undefined ? refused('no-such-member') : mayPass(pen, { me, to });
  },
  // do
  async do({ tx, authority, command }) {
    const pen = penOn(authority, command.boardId);
    if (!pen) return null;
    const next = penColumns(passed(pen, command.memberId));
    await tx.update(boards).set(next).where(eq(boards.id, command.boardId));
    return null;
  },
};

/** The pen as the row of its board holds it. */
export function penColumns({ holder, askedBy }: Pen): {
  penHolder: string | null;
  penAskedBy: string[];
} {
  return { penHolder: holder, penAskedBy: [...askedBy] };
}
