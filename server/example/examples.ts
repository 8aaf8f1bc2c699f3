/**
 * Example sprints as the front page asks for them: whether they are offered, and one to begin. A
 * visitor needs no account; who has an example that still lives goes back to it.
 */
import { and, count, desc, eq, gt, isNull } from 'drizzle-orm';
import { RefusedError } from '#domain/refusal';
import type { SprintId } from '#domain/ids';
import type { DoorKeys } from '#server/store/door-keys';
import type { RateLimits } from '#server/auth/rate-limits';
import type { Sessions } from '#server/auth/sessions';
import type { Clock } from '#server/clock';
import type { Database, Transaction } from '#server/db/database';
import { members, people, sprints } from '#server/db/tables';
import { caseEn } from '#server/example/case-en';
import { caseNl } from '#server/example/case-nl';
import { createExample } from '#server/example/create-example';
import { answered, type Answer } from '#server/people/answer';
import { isTaken, type SignedIn, type Visit } from '#server/people/parts';
import type { ExampleSpaces } from '#server/example/example-space';
import type { Random } from '#server/random';

/** Of 887 million codes few are given out: a second draw is rare. */
const CODE_TRIES = 4;

export type Examples = {
  /** Whether this server offers examples at all. */
  readonly offered: boolean;
  /**
   * Refuses example-off, too-fast (per address), example-full (as many live as may, or too much is stored).
   * @returns the sprint, and a session where the visitor had none of their own.
   */
  start(visit: Visit): Promise<Answer<{ sprintId: SprintId; signedIn: SignedIn | null }>>;
};

export type ExampleParts = {
  readonly db: Database;
  readonly config: { readonly demo: boolean; readonly exampleLimit: number };
  readonly sessions: Sessions;
  readonly limits: RateLimits;
  readonly space: ExampleSpaces;
  readonly clock: Clock;
  readonly random: Random;
  readonly doorKeys: DoorKeys;
};

export function createExamples(parts: ExampleParts): Examples {
  return {
    offered: parts.config.demo,
    start: (visit) => answered(() => start(parts, visit)),
  };
}

async function start(
  parts: ExampleParts,
  visit: Visit,
): Promise<{ sprintId: SprintId; signedIn: SignedIn | null }> {
  const { db, config, limits, space } = parts;
  if (!config.demo) throw new RefusedError('example-off');
  const known = visit.session && !visit.session.onlySprintId ? visit.session : null;
  const living = known && (await livingExampleOf(parts, known.personId, visit.language));
  if (living) return { sprintId: living, signedIn: null };
  await limits.take('examplePerAddress', visit.address);
  await space.read();
  if (space.isFullFor(visit.address)) throw new RefusedError('example-full');
  for (let tries = 1; ; tries += 1) {
    try {
      const begun = await db.transaction((tx) => begin(parts, tx, visit, known));
      space.begun(begun.sprintId, visit.address);
      // A phone session of another sprint loses its cookie to the new one.
      if (begun.signedIn && visit.session) await parts.sessions.endSession(visit.session.id);
      return begun;
    } catch (thrown) {
      if (tries === CODE_TRIES || !isTaken(thrown, 'sprints_code_hash_unique')) throw thrown;
    }
  }
}

async function begin(
  parts: ExampleParts,
  tx: Transaction,
  visit: Visit,
  known: { personId: string; name: string } | null,
): Promise<{ sprintId: SprintId; signedIn: SignedIn | null }> {
  const { config, clock, random, sessions } = parts;
  const [row] = await tx
    .select({ living: count() })
    .from(sprints)
    .where(gt(sprints.exampleUntil, clock.now()));
  if ((row?.living ?? 0) >= config.exampleLimit) throw new RefusedError('example-full');
  const story = visit.language === 'en' ? caseEn : caseNl;
  const visitor = known ?? { personId: random.newId(), name: story.visitor };
  if (!known) {
    const { personId: id, name } = visitor;
    await tx.insert(people).values({ id, name, language: visit.language });
  }
  const sprintId = await createExample(parts, tx, { story, visitor });
  const signedIn = known
    ? null
    : await sessions.createSession(visitor.personId, { userAgent: visit.userAgent, tx });
  return { sprintId, signedIn };
}

/** The newest example in this language that this person facilitates and that is still there. */
async function livingExampleOf(
  { db, clock }: Pick<ExampleParts, 'db' | 'clock'>,
  personId: string,
  language: string,
): Promise<SprintId | null> {
  const [own] = await db
    .select({ id: sprints.id })
    .from(sprints)
    .innerJoin(members, eq(members.sprintId, sprints.id))
    .where(
      and(
        ...[eq(members.personId, personId), eq(members.role, 'facilitator')],
        ...[isNull(members.removedAt), eq(sprints.language, language)],
        gt(sprints.exampleUntil, clock.now()),
      ),
    )
    .orderBy(desc(sprints.createdAt))
    .limit(1);
  return own?.id ?? null;
}
