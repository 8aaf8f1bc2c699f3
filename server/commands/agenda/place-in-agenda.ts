/** The fractional index of a step's new place (text, compared by code unit). */
import { generateKeyBetween } from 'fractional-indexing';
import { neighboursAt, type Destination } from '#domain/sprint/agenda';
import type { Authority } from '#server/stage/authority';

export function positionAt(
  authority: Authority,
  destination: Destination & { stepId?: string },
): string {
  const { left, right } = neighboursAt(authority.steps, destination);
  return generateKeyBetween(left, right);
}
