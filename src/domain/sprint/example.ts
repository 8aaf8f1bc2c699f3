/**
 * Example sprints: tried without an account and gone after a day. Their ids can be told from others,
 * so that who comes back after that day reads what it was.
 */
import type { SprintId } from '#domain/ids';

export const EXAMPLE_ID_PREFIX = 'voorbeeld-';
export const EXAMPLE_LIVES_MS = 24 * 60 * 60 * 1000;

/** Whether this is, or was, an example sprint; it says nothing about whether it is still there. */
export function isExampleId(sprintId: SprintId): boolean {
  return sprintId.startsWith(EXAMPLE_ID_PREFIX);
}
