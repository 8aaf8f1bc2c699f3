/**
 * Where what customers get falls short of what they need, as an optional label on a finding or a question: we
 * did not know it, we did not make it so, or we do not do as we made it. After the gaps model of Parasuraman,
 * Zeithaml and Berry ('A Conceptual Model of Service Quality', 1985), in three.
 */
export const gaps = ['knowledge', 'design', 'implementation'] as const;
export type Gap = (typeof gaps)[number];

/** @returns null for what is no gap. */
export function readGap(value: unknown): Gap | null {
  return gaps.find((gap) => gap === value) ?? null;
}
