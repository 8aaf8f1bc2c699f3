/**
 * Empties the lobby in one act: the door shuts, and every guest who did nothing yet is out. For who
 * sees a link fill the sprint with people that are nobody; who does belong there comes in again
 * once the door is open.
 */
import { eq, inArray } from 'drizzle-orm';
import { allowed } from '#domain/refusal';
import { isIdleGuest } from '#domain/sprint/people-rules';
import { endMemberships } from '#server/commands/people/membership';
import type { Doing, Handler } from '#server/commands/command';
import { pictures } from '#server/db/board-tables';
import { roomClients, sprints } from '#server/db/tables';

export const emptyLobby: Handler<'empty-lobby'> = {
  // who: the runner asked permissions.
  // whether
  whether() {
    return allowed;
  },
  // do
  async do(doing) {
    const { tx, authority } = doing;
    await tx.update(sprints).set({ doorOpen: false }).where(eq(sprints.id, authority.sprint.id));
    const left = await traces(doing);
    const idle = authority.members.filter((one) => isIdleGuest(one) && !left.has(one.id));
    if (idle.length > 0) await endMemberships(doing, idle);
    return { removed: idle.length };
  },
};

/** Members of whom there is a word, a picture or a dot. Dots of a vote that hides who voted go at its close. */
async function traces({
  tx,
  authority,
}: Pick<Doing<'empty-lobby'>, 'tx' | 'authority'>): Promise<ReadonlySet<string>> {
  const ids = authority.members.map(({ id }) => id);
  const wrote = await tx
    .selectDistinct({ memberId: roomClients.memberId })
    .from(roomClients)
    .where(inArray(roomClients.memberId, ids));
  const showed = await tx
    .selectDistinct({ memberId: pictures.memberId })
    .from(pictures)
    .where(inArray(pictures.memberId, ids));
  const voted = authority.dots.filter(({ candidateId }) => candidateId !== null);
  return new Set([...wrote, ...showed, ...voted].flatMap(({ memberId }) => memberId ?? []));
}
