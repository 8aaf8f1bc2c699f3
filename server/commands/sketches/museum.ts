/**
 * The museum: what hangs in it, and since when its numbers are fixed. A sketch hangs under an id that it
 * did not have before, with a number that was drawn for all of them together; who made it stays in the
 * table of sketches, which the server alone reads.
 */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { hangExhibits } from '#document/kinds/gallery/operations';
import type { Exhibit } from '#document/kinds/gallery/records';
import { server } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { shuffled } from '#domain/shuffled';
import type { Museum } from '#domain/sketches/handing-in';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { sketches } from '#server/db/sketch-tables';
import type { Authority, Board } from '#server/stage/authority';
import { exhibitOf } from '#server/store/sketches';

type Hanging = Pick<Doing<CommandKind>, 'tx' | 'authority' | 'newId' | 'random' | 'now'>;

/** The museum of the sprint; undefined before it opened. */
export function galleryOf({ boards }: Pick<Authority, 'boards'>): Board | undefined {
  return boards.find(({ kind }) => kind === 'gallery');
}

/** Once a dot lies in it, or a round on it was closed, its numbers stay. */
export function museumOf(authority: Authority): Museum {
  const gallery = galleryOf(authority);
  if (!gallery) return 'closed';
  const on = new Set(
    authority.steps.flatMap(({ id, boardId }) => (boardId === gallery.id ? [id] : [])),
  );
  const rounds = authority.rounds.filter(({ stepId }) => on.has(stepId));
  const voted = rounds.some(
    (round) =>
      round.status === 'closed' ||
      authority.dots.some((dot) => dot.roundId === round.id && dot.candidateId !== null),
  );
  return voted ? 'voted' : 'hung';
}

/**
 * Hangs what was handed in and does not hang yet, and draws all numbers anew; does nothing where nothing
 * came, nor once the numbers are fixed.
 * @param on.doc the museum's document: a working copy, or one that is about to be a seed.
 */
export async function hangSketches(
  { tx, authority, newId, random, now }: Hanging,
  { boardId, doc }: { boardId: string; doc: Y.Doc },
): Promise<void> {
  if (museumOf(authority) === 'voted') return;
  const sprintId = authority.sprint.id;
  const rows = await tx.select().from(sketches).where(eq(sketches.sprintId, sprintId));
  const here = rows.filter((row) => row.boardId === null || row.boardId === boardId);
  if (here.every(({ exhibitId }) => exhibitId !== null)) return;
  const exhibits: Exhibit[] = [];
  for (const [index, row] of shuffled(here, random).entries()) {
    const id = row.exhibitId ?? newId();
    const number = index + 1;
    exhibits.push(await exhibitOf(tx, row.content, { id, number, sprintId, newId, now }));
    await tx.update(sketches).set({ exhibitId: id, boardId }).where(eq(sketches.id, row.id));
  }
  hangExhibits(doc, exhibits, server);
}

/** What the museum's room begins with, with all that was handed in before it opened. */
export async function galleryWith(doing: Hanging, boardId: string): Promise<Uint8Array> {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, seedUpdate('gallery'));
    await hangSketches(doing, { boardId, doc });
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
