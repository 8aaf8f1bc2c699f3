/**
 * Whom the room waits for. Left out of the counts: who is not there, observers, experts, and a
 * facilitator who does not take part. In a vote only who has dots is waited for, at a decision only
 * who may decide.
 */
import type { MemberId } from '#domain/ids';
import type { Phase } from '#domain/sprint/phases';
import { counts, decides, type Standing } from '#domain/sprint/roles';
import { ballotFor, type BallotContext } from '#domain/votes/budget';

export type Waited = Standing & {
  readonly id: MemberId;
  readonly present: boolean;
  readonly ready: boolean;
};

export type Moment = BallotContext & { readonly phase: Phase };

/** Whether the room waits for this member in this phase; without a moment, by role and presence. */
export function isCounted(
  member: Standing & { readonly present: boolean },
  moment?: Moment,
): boolean {
  if (!member.present) return false;
  if (moment?.phase === 'voting') return ballotFor(member, moment) > 0;
  if (moment?.phase === 'decision') return decides(member);
  return counts(member);
}

export type Readiness = {
  readonly counted: readonly MemberId[];
  readonly ready: readonly MemberId[];
  readonly waitingFor: readonly MemberId[];
  /** True when somebody is counted and nobody is waited for. */
  readonly everybody: boolean;
};

export function readiness(members: readonly Waited[], moment?: Moment): Readiness {
  const counted = members.filter((member) => isCounted(member, moment));
  const ready = counted.filter((member) => member.ready).map((member) => member.id);
  const waitingFor = counted.filter((member) => !member.ready).map((member) => member.id);
  return {
    counted: counted.map((member) => member.id),
    ready,
    waitingFor,
    everybody: counted.length > 0 && waitingFor.length === 0,
  };
}
