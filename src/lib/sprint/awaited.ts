/**
 * Whom the room waits for now, for its facilitator: who counts and is not ready (in a vote: has dots
 * left and did not say 'Klaar'), and who would count but is offline.
 */
import { exerciseById } from '#domain/exercises/registry';
import type { Stage, StageMember } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { openStep } from './agenda-view';

const NAMED = 3;

export type Awaited = {
  waiting: readonly StageMember[];
  /** Somebody is counted and nobody is waited for. */
  everybody: boolean;
};

/** @returns null while nobody is waited for: no step, a break, or a phase in which one talks. */
export function awaited(stage: Stage): Awaited | null {
  const { now } = stage;
  if (!now || exerciseById(openStep(stage)?.exercise ?? '')?.tool === 'pause') return null;
  if (now.phase === 'reveal' || now.phase === 'result' || now.phase === 'decision') return null;
  const counted = stage.members.filter((member) => member.counted);
  const waiting = counted.filter((member) => !isDone(stage, member));
  return { waiting, everybody: counted.length > 0 && waiting.length === 0 };
}

/** Whether this member has done what the phase asks of them, as far as a facilitator can know. */
export function isDone({ now }: Stage, member: StageMember): boolean {
  if (member.ready || now?.phase !== 'voting') return member.ready;
  const { left, ballots } = now.round ?? {};
  return left?.[member.id]?.left === 0 || ballots?.[member.id] === 'done';
}

/** Names in a row, such as 'Anna, Bo en Cas' or 'Anna, Bo, Cas en 4 anderen'. */
export function namesInRow(members: readonly StageMember[]): string {
  const names = members.slice(0, NAMED).map((member) => member.name);
  const rest = members.length - names.length;
  const parts = rest > 0 ? [...names, m.room_others({ count: rest })] : names;
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(parts);
}

/** Who has a hand up, in the order of raising. */
export function raisedHands(stage: Stage): StageMember[] {
  return stage.members
    .filter((member) => member.handRaisedAt !== null)
    .sort((a, b) => (a.handRaisedAt ?? 0) - (b.handRaisedAt ?? 0));
}
