/**
 * Reactions on their way from one live socket to all of the sprint: not while the room works in
 * silence, and at a human pace. What may not pass is dropped without a word, as a late one would be.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { exerciseOf } from '#domain/exercises/registry';
import type { MemberId, SprintId } from '#domain/ids';
import type { Phase } from '#domain/sprint/phases';
import { mayReact } from '#domain/sprint/reactions';
import type { Reaction } from '#protocol/reactions';
import type { Backplane } from '#server/backplane/backplane';
import type { Authorities } from '#server/stage/authorities';
import type { Authority } from '#server/stage/authority';

const PACE = { points: 8, duration: 5 };

export interface Reactions {
  /** Tells everybody in the sprint, when that is allowed now; never rejects. */
  say(sprintId: SprintId, memberId: MemberId, reaction: Reaction): Promise<void>;
}

export function createReactions({
  authorities,
  backplane,
}: {
  authorities: Authorities;
  backplane: Backplane;
}): Reactions {
  const pace = new RateLimiterMemory(PACE);

  /** A reaction is said now or not at all: when the moment cannot be read, it is not. */
  function authorityOf(sprintId: SprintId): Promise<Authority | null> {
    return authorities.of(sprintId).catch(() => null);
  }

  return {
    async say(sprintId, memberId, reaction) {
      const authority = await authorityOf(sprintId);
      if (!authority?.members.some((member) => member.id === memberId)) return;
      if (!mayReact(momentOf(authority)).allowed) return;
      const inPace = await pace.consume(`${sprintId}/${memberId}`).then(
        () => true,
        () => false,
      );
      if (!inPace) return;
      const message = { kind: 'reaction', memberId, reaction } as const;
      backplane.publish({ kind: 'say', sprintId, memberId: null, message });
    },
  };
}

function momentOf({ steps }: Authority) {
  const open = steps.find((step) => step.status === 'open');
  return open ? { exercise: exerciseOf(open.exercise), phase: open.phase as Phase } : null;
}
