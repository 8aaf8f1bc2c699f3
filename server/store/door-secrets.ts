/**
 * Codes and links in their rows: sealed as they are written, opened for facilitators, and the rows of
 * before, which held them bare, sealed at the start.
 */
import { desc, eq, isNull, sql } from 'drizzle-orm';
import type { DoorKeys } from '#server/store/door-keys';
import type { Database, Transaction } from '#server/db/database';
import { joinLinks, sprints } from '#server/db/tables';
import { StartFault } from '#server/fault';

/** The columns of a sprint's code. */
export function codeColumns(keys: DoorKeys, sprintId: string, code: string) {
  return { codeSealed: keys.seal('code', sprintId, code), codeHash: keys.hash('code', code) };
}

/** The columns of a link's token. */
export function tokenColumns(keys: DoorKeys, linkId: string, token: string) {
  return { tokenSealed: keys.seal('link', linkId, token), tokenHash: keys.hash('link', token) };
}

/**
 * Seals what an earlier version wrote bare, and looks whether this is the key of this database.
 * Throws StartFault when it is another one: codes and links could then be neither shown nor found.
 */
export async function sealDoors(db: Database, keys: DoorKeys): Promise<void> {
  const sealed = await db.transaction((tx) => sealBareRows(tx, keys));
  // What was bare still lies in the files of the database until the tables are written anew.
  if (sealed) for (const table of [sprints, joinLinks]) await db.execute(sql`vacuum full ${table}`);
  const [newest] = await db.select().from(sprints).orderBy(desc(sprints.createdAt)).limit(1);
  if (newest && keys.open('code', newest.id, newest.codeSealed) === null) {
    throw new StartFault(
      'The codes and links in this database were sealed with another key. Put the file door-key back into DATA_DIR, or set DOOR_KEY as it was. ' +
        "When it is lost, 'npm run renew-doors' gives every sprint a new code and revokes the links.",
    );
  }
}

async function sealBareRows(tx: Transaction, keys: DoorKeys): Promise<boolean> {
  const bareSprints = await tx.select().from(sprints).where(isNull(sprints.codeHash)).for('update');
  for (const { id, codeSealed: code } of bareSprints) {
    await tx
      .update(sprints)
      .set(codeColumns(keys, id, code))
      .where(eq(sprints.id, id));
  }
  const bareLinks = await tx
    .select()
    .from(joinLinks)
    .where(isNull(joinLinks.tokenHash))
    .for('update');
  for (const { id, tokenSealed: token } of bareLinks) {
    await tx
      .update(joinLinks)
      .set(tokenColumns(keys, id, token))
      .where(eq(joinLinks.id, id));
  }
  return bareSprints.length + bareLinks.length > 0;
}

/** For a key that is lost: a new code for every sprint, and no link that anybody holds. @returns how many sprints. */
export async function renewDoors(
  db: Database,
  { keys, newCode, now }: { keys: DoorKeys; newCode: () => string; now: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const all = await tx.select({ id: sprints.id }).from(sprints).for('update');
    for (const { id } of all) {
      await tx
        .update(sprints)
        .set(codeColumns(keys, id, newCode()))
        .where(eq(sprints.id, id));
    }
    await tx.update(joinLinks).set({ revokedAt: now }).where(isNull(joinLinks.revokedAt));
    return all.length;
  });
}
