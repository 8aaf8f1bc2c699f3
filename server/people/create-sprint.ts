/**
 * Makes a sprint with its agenda from a template; who makes it is its facilitator. It is deleted 90
 * days after its last day unless the facilitator changes that.
 */
import { eq } from 'drizzle-orm';
import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { ensure } from '#domain/refusal';
import { makeCode } from '#domain/sprint/code';
import { mayStartOn } from '#domain/sprint/edit-rules';
import { deleteAfter } from '#domain/sprint/retention';
import { templates, templateSteps, type Template } from '#domain/sprint/templates';
import type { Transaction } from '#server/db/database';
import { people, sprints, steps } from '#server/db/tables';
import {
  challengeField,
  checked,
  dateField,
  languageField,
  sprintNameField,
  timeZoneField,
  urlField,
} from '#server/people/fields';
import { addMember } from '#server/people/new-member';
import { codeColumns } from '#server/store/door-secrets';
import { accountOf, isTaken, type PeopleParts, type Visit } from '#server/people/parts';

/** Of 887 million codes few are given out: a second draw is rare, a fourth is a fault. */
const CODE_TRIES = 4;

const form = v.object({
  name: sprintNameField,
  challenge: v.optional(challengeField, ''),
  startsOn: dateField,
  language: languageField,
  videoUrl: v.optional(urlField, ''),
  template: v.picklist(templates),
  timeZone: v.optional(timeZoneField, 'Europe/Amsterdam'),
});
type NewSprint = v.InferOutput<typeof form>;

/** @throws RefusedError field refusals; not-signed-in, account-scoped, needs-account. */
export async function createSprint(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<{ sprintId: string }> {
  const account = accountOf(visit);
  const sprint = checked(form, input);
  ensure(mayStartOn(sprint.startsOn, { ...sprint, now: parts.clock.now().getTime() }));
  for (let tries = 1; ; tries += 1) {
    try {
      return await parts.db.transaction((tx) => insert(parts, tx, sprint, account.personId));
    } catch (thrown) {
      if (tries === CODE_TRIES || !isTaken(thrown, 'sprints_code_hash_unique')) throw thrown;
    }
  }
}

async function insert(
  parts: PeopleParts,
  tx: Transaction,
  sprint: NewSprint,
  personId: string,
): Promise<{ sprintId: string }> {
  const { random } = parts;
  const sprintId = random.newId();
  await tx.insert(sprints).values({
    ...sprint,
    id: sprintId,
    deleteAfter: deleteAfter(sprint.startsOn, sprint.template),
    ...codeColumns(parts.doorKeys, sprintId, makeCode(random.next)),
    createdAt: parts.clock.now(),
  });
  await tx.insert(steps).values(stepRows(sprintId, sprint.template, random.newId));
  const [facilitator] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, personId));
  if (!facilitator) throw new Error('the account of a session is gone');
  await addMember(parts, tx, {
    sprintId,
    personId,
    name: facilitator.name,
    role: 'facilitator',
    decider: false,
  });
  return { sprintId };
}

/** Positions are fractional indexes within each day, so that a step can be moved by changing one row. */
function stepRows(sprintId: string, template: Template, newId: () => string) {
  const planned = templateSteps(template);
  const days = [...new Set(planned.map((step) => step.day))];
  return days.flatMap((day) => {
    const today = planned.filter((step) => step.day === day);
    const positions = generateNKeysBetween(null, null, today.length);
    return today.map(({ exercise, minutes }, index) => ({
      id: newId(),
      sprintId,
      day,
      exercise,
      minutes,
      position: positions[index] ?? '',
    }));
  });
}
