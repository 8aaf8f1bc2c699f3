/** Another name for oneself in this sprint; a guest is called so everywhere. A namesake gets a number. */
import { and, eq, isNull } from 'drizzle-orm';
import { mayBeNamed, normaliseName, numberFor } from '#domain/sprint/names';
import { members, people } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const renameMe: Handler<'rename-me'> = {
  // who: the runner asked permissions.
  // whether
  whether({ command }) {
    return mayBeNamed(command.name);
  },
  // do
  async do({ tx, authority, me, command }) {
    const name = normaliseName(command.name);
    const others = authority.members.filter((one) => one.id !== me.id);
    await tx
      .update(members)
      .set({ name, nameNumber: numberFor(name, others) })
      .where(eq(members.id, me.id));
    if (me.personId !== null) {
      const guest = and(eq(people.id, me.personId), isNull(people.email));
      await tx.update(people).set({ name }).where(guest);
    }
    return null;
  },
};
