/** A new six-character code; the old one stops at once. */
import { eq } from 'drizzle-orm';
import { allowed } from '#domain/refusal';
import { makeCode } from '#domain/sprint/code';
import { sprints } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const newCode: Handler<'new-code'> = {
  // who: the runner asked permissions.
  // whether
  whether() {
    return allowed;
  },
  // do
  async do({ tx, authority, random }) {
    const code = makeCode(random);
    await tx.update(sprints).set({ code }).where(eq(sprints.id, authority.sprint.id));
    return { code };
  },
};
