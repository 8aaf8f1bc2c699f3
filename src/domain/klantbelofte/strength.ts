/**
 * How strong the proof of a promise is. The team says it; this says how far that is borne out. Asked by
 * the editor and the skyline of the set.
 */
import { contradicts, supportOf, type Finding } from '#domain/klantbelofte/findings';

/** From weak to strong: what we think, saw in the test, measured in a pilot, measure every day. */
export const strengths = ['opinion', 'seen-in-test', 'pilot-data', 'running-data'] as const;
export type Strength = (typeof strengths)[number];

type Evidence = {
  readonly findings: readonly Finding[];
  /** The last value that was measured, as written; '' for none. */
  readonly lastValue: string;
};

/** How many rungs above the ladder: 1 for an opinion, 4 for running data. */
export function strengthRungs(strength: Strength): number {
  return strengths.indexOf(strength) + 1;
}

/**
 * The highest strength that this evidence bears: data need a value, 'seen in the test' a customer in
 * whom it was seen and no contradiction.
 */
export function borneStrength(said: Strength, { findings, lastValue }: Evidence): Strength {
  const seen = supportOf(findings).for.length > 0 && !contradicts(findings);
  const highest = lastValue.trim() === '' ? (seen ? 'seen-in-test' : 'opinion') : 'running-data';
  return strengthRungs(said) <= strengthRungs(highest) ? said : highest;
}

/** Whether more is said than the evidence bears. */
export function isOverclaimed(said: Strength, evidence: Evidence): boolean {
  return borneStrength(said, evidence) !== said;
}

/** What the test shows and nobody said yet: that it was seen there. @returns null where there is nothing to propose. */
export function proposedStrength(said: Strength, evidence: Evidence): Strength | null {
  const isSeen = borneStrength('seen-in-test', { ...evidence, lastValue: '' }) === 'seen-in-test';
  return said === 'opinion' && isSeen ? 'seen-in-test' : null;
}
