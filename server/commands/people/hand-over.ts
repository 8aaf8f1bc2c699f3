/** Makes somebody else facilitator and oneself participant, in one act. */
import { eq } from 'drizzle-orm';
import { mayHandOver } from '#domain/sprint/people-rules';
import { memberById, membersChanged } from './membership';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const handOver: Handler<'hand-over'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    return mayHandOver(memberById(authority, command.memberId), { me });
  },
  // do
  async do(doing) {
    const { tx, me, command } = doing;
    await tx.update(members).set({ role: 'facilitator' }).where(eq(members.id, command.memberId));
    await tx
      .update(members)
      .set({ role: 'deelnemer', participates: false })
      .where(eq(members.id, me.id));
    await membersChanged(doing);
    return null;
  },
};
