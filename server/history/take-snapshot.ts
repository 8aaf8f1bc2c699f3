/**
 * Keeps a board as it is at one moment: in the transaction of the command that ends a phase or a
 * step, or puts an older state back, which holds the board's room; and for `moment-keeper.ts`. What a member
 * wrote in hiding is in a room of their own and never here.
 */
import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import type { Phase } from '#domain/sprint/phases';
import type { MomentReason } from '#protocol/history';
import type { Scene } from '#server/commands/command';
import { boardSnapshots } from '#server/db/board-tables';

/** A document at one moment, whatever happens to it afterwards. */
export type Capture = {
  state: Uint8Array;
  fingerprint: string;
  notes: number;
  /** Neither a note nor a group is on it. */
  isEmpty: boolean;
};

export type MomentOf = {
  boardId: string;
  stepId: string | null;
  phase: Phase | null;
  reason: MomentReason;
  /** Of a `removal`: notes that went. */
  removed?: number;
};

export function capture(doc: Y.Doc): Capture {
  const board = boardReading(doc);
  return {
    state: Y.encodeStateAsUpdate(doc),
    fingerprint: fingerprintOf(doc),
    notes: board.count(doc),
    isEmpty: board.isEmpty(doc),
  };
}

/** The same of a whole document as one V1 update. Throws when it is none. */
export function captureUpdate(state: Uint8Array): Capture {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return capture(doc);
  } finally {
    doc.destroy();
  }
}

/**
 * Writes the moment. A board that did not change since its last moment is stored once: the row then
 * points to the one that has the bytes, so that the list still names every phase.
 * @returns the moment's id.
 */
export async function keepMoment(
  { tx, authority, newId, now }: Pick<Scene, 'tx' | 'authority' | 'newId' | 'now'>,
  { state, fingerprint, notes }: Capture,
  moment: MomentOf,
): Promise<string> {
  // The sprint is locked by the caller, so nobody else takes the next position.
  const [last] = await tx
    .select({
      id: boardSnapshots.id,
      sameAs: boardSnapshots.sameAs,
      fingerprint: boardSnapshots.fingerprint,
      position: boardSnapshots.position,
    })
    .from(boardSnapshots)
    .where(eq(boardSnapshots.boardId, moment.boardId))
    .orderBy(desc(boardSnapshots.position))
    .limit(1);
  const isSame = last !== undefined && last.fingerprint === fingerprint;
  const id = newId();
  await tx.insert(boardSnapshots).values({
    ...{ id, sprintId: authority.sprint.id, ...moment, notes, fingerprint, takenAt: now },
    position: (last?.position ?? 0) + 1,
    state: isSame ? null : state,
    sameAs: isSame ? (last.sameAs ?? last.id) : null,
  });
  return id;
}

/** A phase or a step ends on this board. A board on which nothing lies leaves no moment. */
export async function keepEnd(
  doing: Scene,
  { roomId, ...moment }: MomentOf & { roomId: string },
): Promise<void> {
  const captured = doing.attempt(roomId, capture)?.value;
  if (captured && !captured.isEmpty) await keepMoment(doing, captured, moment);
}

/** State vector and delete set say which changes a document has; Yjs writes both in one order. */
function fingerprintOf(doc: Y.Doc): string {
  return createHash('sha256')
    .update(Y.encodeSnapshot(Y.snapshot(doc)))
    .digest('hex');
}
