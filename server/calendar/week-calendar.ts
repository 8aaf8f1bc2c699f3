/**
 * The sprint as a calendar file: an entry for each day, and for who knows the customers one for each talk. An
 * entry keeps its identity and its number goes up with the sprint, so that what was imported before is moved and
 * never doubled (RFC 5545, 3.8.4.7 and 3.8.7.4). Hours are written as instants: each calendar shows them in its
 * own time zone, on either side of a change of the clock.
 */
import ical, { ICalEventStatus } from 'ical-generator';
import { dayPlan, dayStart } from '#domain/sprint/day-plan';
import { instantOf } from '#domain/sprint/day-time';
import type { SprintId } from '#domain/ids';
import type { Day } from '#domain/sprint/days';
import { dateInWeek } from '#domain/sprint/week-dates';
import type { Stage } from '#protocol/stage';
import type { Session } from '#server/auth/session';
import type { Clock } from '#server/clock';
import type { Stages } from '#server/stage/stages';

/** Of a talk whose step says nothing else. */
const TALK_MINUTES = 60;
const MINUTE_MS = 60_000;

export type CalendarWords = {
  /** Of a day, such as 'Dinsdag: schetsen'. */
  day(day: Day): string;
  /** Of the talk with K3. */
  talk(label: string): string;
};

export interface Calendar {
  /** The file of one reader. Throws RefusedError as the stage does. */
  week(
    session: Session | null,
    sprintId: SprintId,
    how: { words: CalendarWords; origin: string },
  ): Promise<string>;
}

export function createCalendar({ stages, clock }: { stages: Stages; clock: Clock }): Calendar {
  return {
    async week(session, sprintId, { words, origin }) {
      const stage = await stages.of(session, sprintId);
      return weekCalendar(stage, words, { origin, now: clock.now() });
    },
  };
}

/**
 * @param stage as the reader sees it: who may not know the customers gets no talks.
 * @param at.origin of this server, for the address of the room and the identity of the entries.
 * @returns the file's text.
 */
export function weekCalendar(
  stage: Stage,
  words: CalendarWords,
  { origin, now }: { origin: string; now: Date },
): string {
  const { sprint, agenda, version } = stage;
  const room = `${origin}/sprint/${sprint.id}`;
  const host = new URL(origin).hostname;
  const calendar = ical({ name: sprint.name, prodId: { company: 'Sprintkamer', product: 'Week' } });
  const entry = (id: string, summary: string, [start, end]: readonly [number, number]): void => {
    calendar.createEvent({
      ...{ id: `${id}@${host}`, sequence: version, stamp: now, status: ICalEventStatus.CONFIRMED },
      ...{ summary, start: new Date(start), end: new Date(end), url: room },
      ...(sprint.videoUrl && { location: sprint.videoUrl }),
      description: [sprint.challenge, room].filter(Boolean).join('\n\n'),
    });
  };
  for (const day of new Set(agenda.map((step) => step.day))) {
    const date = dateInWeek(sprint, day);
    const plan = dayPlan(
      agenda.filter((step) => step.day === day && step.status !== 'skipped'),
      { startsAt: dayStart(sprint.template, day) },
    );
    const [first, last] = [plan[0], plan.at(-1)];
    if (date === null || !first || !last) continue;
    entry(`${sprint.id}-day-${day}`, `${sprint.name}: ${words.day(day)}`, [
      instantOf(date, first.startsAt, sprint.timeZone),
      instantOf(date, last.endsAt, sprint.timeZone),
    ]);
  }
  for (const { id, label, slotAt, name, state } of stage.customers ?? []) {
    if (slotAt === null || name === null || state === 'withdrawn') continue;
    const minutes =
      agenda.find(({ exercise }) => exercise === 'interviews')?.minutes ?? TALK_MINUTES;
    entry(`${sprint.id}-talk-${id}`, `${sprint.name}: ${words.talk(label)}`, [
      slotAt,
      slotAt + minutes * MINUTE_MS,
    ]);
  }
  return calendar.toString();
}
