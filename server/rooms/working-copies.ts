/**
 * The copies of held rooms that a command works on, and what it changed in them. Made when they are
 * asked for; nothing of a room itself is touched. Used by change.ts alone.
 */
import type { Logger } from 'pino';
import type * as Y from 'yjs';
import { mergeUpdates } from '#server/rooms/merge-updates';
import type { Room } from '#server/rooms/room';
import type { ChangeScope } from '#server/rooms/rooms';

type Working = { room: Room; copy: Y.Doc; changes: Uint8Array[] };

/** What was changed in the copy of a room, as one V1 update. */
export type CopyChange = { readonly room: Room; readonly copy: Y.Doc; readonly update: Uint8Array };

export class WorkingCopies implements Pick<ChangeScope, 'doc' | 'holds' | 'attempt'> {
  readonly #held: readonly Room[];
  readonly #log: Logger;
  readonly #copies = new Map<string, Working>();

  constructor(held: readonly Room[], log: Logger) {
    this.#held = held;
    this.#log = log;
  }

  readonly doc: ChangeScope['doc'] = (roomId) => {
    const known = this.#copies.get(roomId);
    if (known) return known.copy;
    const room = this.#held.find(({ id }) => id === roomId);
    if (!room) throw new Error('a command asked for a room that it does not hold');
    const working: Working = { room, copy: room.document.copy(), changes: [] };
    working.copy.on('update', (change: Uint8Array) => working.changes.push(change));
    this.#copies.set(roomId, working);
    return working.copy;
  };

  /** A room that was given up while it was waited for is among the held, to be let go, and is none. */
  readonly holds: ChangeScope['holds'] = (roomId) =>
    this.#held.some(({ id, isOver }) => id === roomId && !isOver);

  readonly attempt: ChangeScope['attempt'] = (roomId, work) => {
    if (!this.holds(roomId)) return undefined;
    try {
      return { value: work(this.doc(roomId)) };
    } catch (error) {
      this.#log.error(
        { roomId, why: error instanceof Error ? error.name : typeof error },
        'a room could not be worked on',
      );
      this.#copies.get(roomId)?.copy.destroy();
      this.#copies.delete(roomId);
      return undefined;
    }
  };

  changed(): CopyChange[] {
    return [...this.#copies.values()].flatMap(({ room, copy, changes }) =>
      changes.length === 0 ? [] : [{ room, copy, update: mergeUpdates(changes) }],
    );
  }

  destroy(): void {
    for (const { copy } of this.#copies.values()) copy.destroy();
    this.#copies.clear();
  }
}
