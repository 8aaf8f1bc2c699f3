/**
 * Who has a live socket open now, per sprint and member. Held in memory: a socket that is gone is
 * gone. The live sockets write it, the stage reads it.
 */
import type { MemberId, SprintId } from '#domain/ids';

export interface Presence {
  /** Members of a sprint with at least one live socket. */
  here(sprintId: SprintId): ReadonlySet<MemberId>;
  /** Told when somebody came in who was away, or went. @returns a function that ends it. */
  onChanged(listener: (sprintId: SprintId) => void): () => void;
  /** Counts one socket in. @returns whether the member was away before. */
  enter(sprintId: SprintId, memberId: MemberId): boolean;
  /** Counts one socket out. @returns whether the member is away now. */
  leave(sprintId: SprintId, memberId: MemberId): boolean;
}

const nobody: ReadonlySet<MemberId> = new Set();

export function createPresence(): Presence {
  const sprints = new Map<SprintId, Map<MemberId, number>>();
  const listeners = new Set<(sprintId: SprintId) => void>();
  const tell = (sprintId: SprintId): void => {
    for (const listener of [...listeners]) listener(sprintId);
  };
  return {
    here(sprintId) {
      const members = sprints.get(sprintId);
      return members ? new Set(members.keys()) : nobody;
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(sprintId, memberId) {
      const members = sprints.get(sprintId) ?? new Map<MemberId, number>();
      sprints.set(sprintId, members);
      const sockets = members.get(memberId) ?? 0;
      members.set(memberId, sockets + 1);
      if (sockets === 0) tell(sprintId);
      return sockets === 0;
    },
    leave(sprintId, memberId) {
      const members = sprints.get(sprintId);
      const sockets = members?.get(memberId) ?? 0;
      if (!members || sockets === 0) return false;
      if (sockets > 1) {
        members.set(memberId, sockets - 1);
        return false;
      }
      members.delete(memberId);
      if (members.size === 0) sprints.delete(sprintId);
      tell(sprintId);
      return true;
    },
  };
}
