/** The trail of facilitation on request: every living member may read it, newest first, a page at a time. */
import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { SprintId } from '#domain/ids';
import type { ActKind } from '#domain/sprint/acts';
import type { ActPage } from '#protocol/acts';
import type { Session } from '#server/auth/session';
import type { Database } from '#server/db/database';
import { acts } from '#server/db/facilitation-tables';
import type { Authorities } from '#server/stage/authorities';
import { requireReader } from '#server/stage/reader';

const PER_PAGE = 40;

export interface Acts {
  /**
   * @param before the last act that the reader has, or null for the newest; an unknown one gives an empty page.
   * Throws RefusedError `not-signed-in`, `no-such-sprint`, `not-a-member`, `removed-from-sprint`,
   * `left-sprint` or `account-scoped`.
   */
  page(
    session: Session | null,
    sprintId: SprintId,
    asked: { before: string | null },
  ): Promise<ActPage>;
}

export function createActs({ db, authorities }: { db: Database; authorities: Authorities }): Acts {
  return {
    async page(session, sprintId, { before }) {
      await requireReader({ db, authorities }, session, sprintId);
      const ofSprint = eq(acts.sprintId, sprintId);
      const last = before === null ? undefined : await find(and(ofSprint, eq(acts.id, before)));
      if (before !== null && !last) return { acts: [], more: false };
      const older =
        last && or(lt(acts.at, last.at), and(eq(acts.at, last.at), lt(acts.id, last.id)));
      const rows = await db
        .select()
        .from(acts)
        .where(and(ofSprint, older))
        .orderBy(desc(acts.at), desc(acts.id))
        .limit(PER_PAGE + 1);
      return {
        acts: rows.slice(0, PER_PAGE).map(({ id, kind, byName, at, detail }) => {
          return { id, kind: kind as ActKind, by: byName, at: at.getTime(), detail };
        }),
        more: rows.length > PER_PAGE,
      };
    },
  };

  async function find(which: ReturnType<typeof and>) {
    const [row] = await db.select({ id: acts.id, at: acts.at }).from(acts).where(which).limit(1);
    return row;
  }
}
