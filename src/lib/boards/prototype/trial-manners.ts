/** The trial run of the open step: who must see it and is here, and what a facilitator does about it. */
import { trialWatchers } from '#domain/prototype/trial';
import { addDays } from '#domain/sprint/day-time';
import { decides } from '#domain/sprint/roles';
import { lastDayOf } from '#domain/sprint/templates';
import { dateInWeek } from '#domain/sprint/week-dates';
import type { StageMember } from '#protocol/stage';
import type { StageClient } from '$lib/live/stage-client.svelte';
import type { SprintVisit } from '$lib/sprint/sprint-visit.svelte';
import type { Maker, TrialManners } from './prototype-board.svelte';
import type { PrototypeModel } from './prototype-model.svelte';

export function trialManners(
  client: StageClient,
  model: PrototypeModel,
  visit: Pick<SprintVisit, 'asParticipant'>,
): TrialManners {
  const { stage } = client;
  const stepId = stage.now?.stepId ?? '';
  const { roles } = model.plain;
  const facilitates = stage.me.role === 'facilitator' && !visit.asParticipant;
  const fits = {
    decider: (member: StageMember): boolean => decides(member),
    interviewer: ({ id, duties }: StageMember): boolean =>
      duties.includes('interviewer') ||
      roles.some(({ role, memberId }) => role === 'interviewer' && memberId === id),
  };
  const lastDay = dateInWeek(stage.sprint, lastDayOf(stage.sprint.template));
  return {
    watchers: trialWatchers.map((watcher) => {
      const named = stage.members.filter(fits[watcher]);
      const one = named.find(({ present }) => present) ?? named[0];
      return { watcher, who: one ? makerOf(one) : null, present: one?.present ?? false };
    }),
    begin: facilitates
      ? (reason) => client.send({ kind: 'begin-trial', stepId, reason }).then(({ ok }) => ok)
      : null,
    postpone: facilitates
      ? ({ date, reason }) =>
          client.send({ kind: 'postpone-last-day', date, reason }).then(({ ok }) => ok)
      : null,
    nextDay: addDays(lastDay ?? stage.sprint.startsOn, 1),
    postponedTo: stage.sprint.lastDayOn,
  };
}

function makerOf({ id, name, initials, color }: StageMember): Maker {
  return { memberId: id, name, initials, color };
}
