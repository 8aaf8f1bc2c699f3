/** The pictures of a sprint in the database: kept within their bounds, read back one by one. */
import { and, count, eq, or, sql, sum } from 'drizzle-orm';
import type { MemberId, PictureId, SprintId } from '#domain/ids';
import { RefusedError } from '#domain/refusal';
import { pictures } from '#server/db/board-tables';
import type { Database } from '#server/db/database';
import { sprints } from '#server/db/tables';
import type { EncodedPicture } from '#server/pictures/re-encode';

export type PictureBounds = {
  /** Pictures of one sprint. */
  readonly most: number;
  /** Their bytes together, as they are kept. */
  readonly mostBytes: number;
};

type NewPicture = EncodedPicture & {
  readonly id: PictureId;
  readonly sprintId: SprintId;
  readonly memberId: MemberId;
  /** Shown to its owner alone. */
  readonly isOwn: boolean;
  readonly createdAt: Date;
};

/** @throws RefusedError too-many-pictures (`about.max`), no-such-sprint when it went meanwhile. */
export async function keepPicture(
  db: Database,
  picture: NewPicture,
  bounds: PictureBounds,
): Promise<void> {
  const { sprintId, content } = picture;
  await db.transaction(async (tx) => {
    // One at a time per sprint, beside its commands: two that come together cannot both be the last.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`pictures ${sprintId}`}, 0))`,
    );
    const [sprint] = await tx
      .select({ id: sprints.id })
      .from(sprints)
      .where(eq(sprints.id, sprintId))
      .for('key share');
    if (!sprint) throw new RefusedError('no-such-sprint');
    const [taken] = await tx
      .select({ pictures: count(), bytes: sum(pictures.size).mapWith(Number) })
      .from(pictures)
      .where(eq(pictures.sprintId, sprintId));
    const full = (taken?.pictures ?? 0) >= bounds.most;
    if (full || (taken?.bytes ?? 0) + content.length > bounds.mostBytes) {
      throw new RefusedError('too-many-pictures', { about: { max: bounds.most } });
    }
    await tx.insert(pictures).values({ ...picture, mime: 'image/webp', size: content.length });
  });
}

/** @returns the WebP of a picture of this sprint that this member may see; undefined when it has none of that id. */
export async function readPicture(
  db: Database,
  {
    sprintId,
    pictureId,
    memberId,
  }: { sprintId: SprintId; pictureId: PictureId; memberId: MemberId },
): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ content: pictures.content })
    .from(pictures)
    .where(
      and(
        eq(pictures.id, pictureId),
        eq(pictures.sprintId, sprintId),
        or(eq(pictures.isOwn, false), eq(pictures.memberId, memberId)),
      ),
    );
  return row?.content;
}
