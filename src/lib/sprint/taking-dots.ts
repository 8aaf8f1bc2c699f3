/**
 * Acts of facilitation that may take back dots of the open round: asked about first when they do, and
 * told to their owner when it happened.
 */
import { exerciseById } from '#domain/exercises/registry';
import { dotsTakenBack, type StandingChange } from '#domain/votes/dots-taken';
import type { CommandInput } from '#protocol/commands';
import type { Stage } from '#protocol/stage';
import type { StageClient } from '$lib/live/stage-client.svelte';
import { openStep } from './agenda-view';

type Act = Extract<CommandInput, { kind: StandingChange['kind'] }>;

export type TakingDots = {
  readonly act: Act;
  readonly dots: number;
  readonly names: readonly string[];
};

/** @returns what the act would take back now; null when nothing. */
export function takingDots(stage: Stage, act: Act): TakingDots | null {
  const step = openStep(stage);
  const exercise = step ? exerciseById(step.exercise) : undefined;
  const left = stage.now?.round?.left;
  if (!step || !exercise || !left) return null;
  const taken = dotsTakenBack(stage.members, act, {
    meId: stage.me.id,
    left,
    exercise,
    choices: step.choices,
    template: stage.sprint.template,
  });
  if (taken.length === 0) return null;
  const nameOf = (id: string): string => stage.members.find((one) => one.id === id)?.name ?? '';
  return {
    act,
    dots: taken.reduce((sum, one) => sum + one.dots, 0),
    names: taken.map((one) => nameOf(one.memberId)),
  };
}

/** Does the act, or asks first where it takes dots back. @returns false when it was not done, or not yet. */
export async function doOrAsk(
  client: StageClient,
  visit: { takingDots: TakingDots | null },
  act: Act,
): Promise<boolean> {
  visit.takingDots = takingDots(client.stage, act);
  return visit.takingDots === null && (await client.send(act)).ok;
}

/** @returns how many of the reader's placed dots went with a part of their ballot, in the round that is open. */
export function ownDotsTaken(before: Stage, after: Stage): number {
  const was = before.now?.round;
  const is = after.now?.round;
  if (!was?.mine || was.id !== is?.id || is.status !== 'open') return 0;
  const budget = is.mine?.budget ?? 0;
  // With the ballot whole it was their own hand that took a dot back.
  if (budget >= was.mine.budget) return 0;
  return Math.max(0, placed(was.mine.placed) - placed(is.mine?.placed ?? {}));
}

function placed(dots: Readonly<Record<string, number>>): number {
  return Object.values(dots).reduce((sum, count) => sum + count, 0);
}
