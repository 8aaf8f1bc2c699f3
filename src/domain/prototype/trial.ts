/**
 * The trial run of the prototype: who must see it, and what happens when it shows that Friday comes too soon. The
 * Sprint book has it at three in the afternoon, before the Decider and who will interview. Pure.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import { addDays, dateAt, isDate } from '#domain/sprint/day-time';
import { lastDate } from '#domain/sprint/retention';
import type { Template } from '#domain/sprint/templates';

export const trialWatchers = ['decider', 'interviewer'] as const;
export type TrialWatcher = (typeof trialWatchers)[number];

type Watching = {
  readonly decides: boolean;
  readonly interviews: boolean;
  readonly present: boolean;
};

/** Of those who must see it, who is not there: away, or not named at all. */
export function missingAtTrial(members: readonly Watching[]): TrialWatcher[] {
  const isThere = (is: (member: Watching) => boolean): boolean =>
    members.some((member) => member.present && is(member));
  const there = {
    decider: isThere(({ decides }) => decides),
    interviewer: isThere(({ interviews }) => interviews),
  };
  return trialWatchers.filter((watcher) => !there[watcher]);
}

/** Without one of them it begins with a reason alone. */
export function mayBeginTrial(missing: readonly TrialWatcher[], reason: string): Ruling {
  const begins = missing.length === 0 || reason.trim() !== '';
  return begins ? allowed : refused('field-empty', { field: 'reason' });
}

/** How far the last day may go, in days after the planned one. */
const MOST_DAYS_LATER = 60;

export type PostponableSprint = {
  readonly startsOn: string;
  readonly template: Template;
  readonly timeZone: string;
  readonly deleteAfter: string;
};

/**
 * Whether the last day may be put on this date: a date from today on, not before the planned one and at most sixty
 * days after it, before the sprint is deleted. Refuses `field-invalid` of `date`.
 * @param now in ms.
 */
export function mayPostpone(date: string, sprint: PostponableSprint, now: number): Ruling {
  const planned = lastDate(sprint.startsOn, sprint.template);
  const fits =
    isDate(date) &&
    date >= dateAt(now, sprint.timeZone) &&
    date >= planned &&
    date <= addDays(planned, MOST_DAYS_LATER) &&
    date < sprint.deleteAfter;
  return fits ? allowed : refused('field-invalid', { field: 'date' });
}
