/**
 * What a sprint's own particulars may become: real dates, and a date of deletion that is still to
 * come. A first day that was typed into another year must never delete the sprint within the hour.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import { dateAt, isDate } from '#domain/sprint/day-time';
import { deleteAfter, isOverdue } from '#domain/sprint/retention';
import type { Template } from '#domain/sprint/templates';

type Moment = { readonly timeZone: string; /** ms */ readonly now: number };

export type DatedSprint = {
  readonly startsOn: string;
  readonly deleteAfter: string;
  readonly template: Template;
};

export type SprintEdits = {
  readonly startsOn?: string | undefined;
  readonly deleteAfter?: string | undefined;
};

/** Whether a sprint may begin on this day: one that would be deleted at once is a slip of the hand. */
export function mayStartOn(
  startsOn: string,
  { template, timeZone, now }: Moment & { readonly template: Template },
): Ruling {
  const isKept = isDate(startsOn) && isToCome(deleteAfter(startsOn, template), { timeZone, now });
  return isKept ? allowed : refused('field-invalid', { field: 'startsOn' });
}

/** The date of deletion moves along with the first day, unless it was chosen. */
export function deletionAfter(sprint: DatedSprint, edits: SprintEdits): string {
  if (edits.deleteAfter !== undefined) return edits.deleteAfter;
  const wasChosen = sprint.deleteAfter !== deleteAfter(sprint.startsOn, sprint.template);
  if (edits.startsOn === undefined || wasChosen) return sprint.deleteAfter;
  return deleteAfter(edits.startsOn, sprint.template);
}

/** The day it is counts in the sprint's time zone. Refuses `field-invalid` with the field. */
export function mayEditSprint(
  edits: SprintEdits,
  { sprint, ...moment }: Moment & { readonly sprint: DatedSprint },
): Ruling {
  if (edits.startsOn !== undefined && !isDate(edits.startsOn)) {
    return refused('field-invalid', { field: 'startsOn' });
  }
  const deletion = deletionAfter(sprint, edits);
  if (deletion === sprint.deleteAfter || isToCome(deletion, moment)) return allowed;
  const field = edits.deleteAfter === undefined ? 'startsOn' : 'deleteAfter';
  return refused('field-invalid', { field });
}

function isToCome(date: string, { timeZone, now }: Moment): boolean {
  return isDate(date) && !isOverdue(date, dateAt(now, timeZone));
}
