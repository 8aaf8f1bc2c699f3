/** A new six-character code; the old one stops at once. */
import { eq } from 'drizzle-orm';
import { allowed } from '#domain/refusal';
import { makeCode } from '#domain/sprint/code';
import { sprints } from '#server/db/tables';
import type { Handler } from '#server/commands/command';
import { codeColumns } from '#server/store/door-secrets';

export const newCode: Handler<'new-code'> = {
  // who: the runner asked permissions.
  // whether
  whether() {
    return allowed;
  },
  // do
  async do({ tx, authority, random, doorKeys }) {
    const code = makeCode(random);
    const { id } = authority.sprint;
    await tx
      .update(sprints)
      .set(codeColumns(doorKeys, id, code))
      .where(eq(sprints.id, id));
    return { code };
  },
};
