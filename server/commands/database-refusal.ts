/**
 * What the database says when a rule is broken in a race: which constraint means which refusal, and
 * which errors mean 'once more'. Also what of a fault may be logged: Drizzle's messages carry the
 * query's values, and those may be a vote.
 */
import type { RefusalCode } from '#domain/refusal';

const refusalOfConstraint: Readonly<Record<string, RefusalCode>> = {
  steps_one_open: 'another-step-open',
  rounds_one_open: 'round-already-open',
  rounds_one_closed: 'phase-moved-on',
  dots_stack: 'spot-full',
  dots_stack_bound: 'spot-full',
  dots_candidate: 'no-such-candidate',
  spots_candidate: 'no-such-candidate',
  spots_place: 'outside-exhibit',
  decisions_one_standing: 'already-decided',
  mandates_one_running: 'phase-moved-on',
  members_one_decider: 'phase-moved-on',
};

/** A new random value or a number read again ends these by itself. */
const againConstraints: ReadonlySet<string> = new Set([
  'sprints_code_hash_unique',
  'join_links_token_hash_unique',
  'members_name',
  'rooms_board',
  'rooms_member',
]);
const DEADLOCK = '40P01';
const SERIALIZATION = '40001';

type DatabaseError = { code: string; constraint_name?: string; table_name?: string };

/** @returns the error of postgres.js itself, out of whatever Drizzle wrapped it in. */
function databaseError(error: unknown): DatabaseError | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return cause as unknown as DatabaseError;
  }
  return undefined;
}

/** Class 22: a value that PostgreSQL cannot hold, such as text with a NUL in it. */
export function isUnstorable(error: unknown): boolean {
  return databaseError(error)?.code.startsWith('22') ?? false;
}

export function refusalOfRace(error: unknown): RefusalCode | undefined {
  if (isUnstorable(error)) return 'field-invalid';
  return refusalOfConstraint[databaseError(error)?.constraint_name ?? ''];
}

export function isWorthAnotherTry(error: unknown): boolean {
  const found = databaseError(error);
  if (!found) return false;
  if (found.code === DEADLOCK || found.code === SERIALIZATION) return true;
  return againConstraints.has(found.constraint_name ?? '');
}

/** What may be logged of a fault: never the values of a query. */
export function faultFacts(error: unknown): Record<string, unknown> {
  const found = databaseError(error);
  if (found) {
    const { code, constraint_name: constraint, table_name: table } = found;
    return { database: { code, constraint, table } };
  }
  if (error instanceof Error) {
    const wrapsQuery = error.message.startsWith('Failed query');
    return {
      error: error.name,
      message: wrapsQuery ? 'a query failed' : error.message,
      stack: wrapsQuery ? undefined : error.stack,
    };
  }
  return { error: typeof error };
}
