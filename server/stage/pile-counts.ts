/**
 * How many notes with text lie in each member's private pile for a wall: the facilitator's "how
 * many, not what" while they are written, and which of them came late. Counted from committed documents, kept per room, counted again at each commit
 * from a browser; kept figures are dropped when the phase changes, because a reveal empties piles.
 */
import type { Logger } from 'pino';
import type { BoardId, MemberId, SprintId } from '#domain/ids';
import { countPile } from '#document/boards/pile';
import type { Rooms } from '#server/rooms/rooms';
import type { Authority } from '#server/stage/authority';

export type PileFigures = ReadonlyMap<MemberId, number>;

export interface PileCounts {
  /** Notes per member for the wall of the open step; empty when no step is open or it has no board. */
  of(authority: Authority): Promise<PileFigures>;
  /** Told when a figure changed because somebody wrote. @returns a function that ends it. */
  onChanged(listener: (sprintId: SprintId) => void): () => void;
  /** A command changed these rooms: they are counted again. */
  countAgain(roomIds: readonly string[]): void;
  /** Nobody asks for this sprint any more. */
  forget(sprintId: SprintId): void;
  close(): void;
}

type Counted = { sprintId: SprintId; boardId: BoardId; at: string; notes: number };

export function createPileCounts({ rooms, log }: { rooms: Rooms; log: Logger }): PileCounts {
  const counted = new Map<string, Counted>();
  const listeners = new Set<(sprintId: SprintId) => void>();

  const stop = rooms.onCommitted((roomId, doc) => {
    const kept = counted.get(roomId);
    if (!kept) return;
    const notes = countPile(doc, kept.boardId);
    if (notes === kept.notes) return;
    kept.notes = notes;
    for (const listener of [...listeners]) listener(kept.sprintId);
  });

  async function count(roomId: string, about: Omit<Counted, 'notes'>): Promise<number> {
    const kept = counted.get(roomId);
    if (kept && kept.boardId === about.boardId && kept.at === about.at) return kept.notes;
    try {
      return await rooms.read(roomId, (doc) => {
        const notes = countPile(doc, about.boardId);
        // From here on each commit corrects the figure.
        counted.set(roomId, { ...about, notes });
        return notes;
      });
    } catch (error) {
      log.warn({ err: error, roomId }, 'a private room could not be counted');
      return 0;
    }
  }

  return {
    async of(authority) {
      const open = authority.steps.find((step) => step.status === 'open');
      if (!open?.boardId) return new Map();
      const about = {
        sprintId: authority.sprint.id,
        boardId: open.boardId,
        at: `${open.id}/${open.phaseCount}`,
      };
      const figures = await Promise.all(
        authority.rooms.flatMap((room) =>
          room.memberId === null || room.kind !== 'pile'
            ? []
            : [count(room.id, about).then((notes) => [room.memberId as MemberId, notes] as const)],
        ),
      );
      return new Map(figures.filter(([, notes]) => notes > 0));
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    countAgain(roomIds) {
      const sprintIds = new Set(roomIds.flatMap((roomId) => counted.get(roomId)?.sprintId ?? []));
      for (const roomId of roomIds) counted.delete(roomId);
      for (const sprintId of sprintIds) for (const listener of [...listeners]) listener(sprintId);
    },
    forget(sprintId) {
      for (const [roomId, entry] of counted)
        if (entry.sprintId === sprintId) counted.delete(roomId);
    },
    close() {
      stop();
      listeners.clear();
      counted.clear();
    },
  };
}
