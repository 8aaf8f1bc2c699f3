/**
 * What lies beside the decision of the week: what happens next, and what it does to customers. The choice itself is
 * no part of the document: it is the Decider's, and kept as every decision is.
 *
 * `next`     id -> { what: Text, who: Text, due, order }: what happens, who does it, by which day (yyyy-mm-dd or '')
 * `effects`  id -> { side, what: Text, whom: Text, soften: Text, order }: the klant-businesscase: what gets better or
 *                  worse for customers, for whom, and how what gets worse is softened
 */
export const effectSides = ['better', 'worse'] as const;
export type EffectSide = (typeof effectSides)[number];

/** Longest texts, in UTF-16 units. */
export const decisionLimits = { what: 300, who: 120, soften: 300 } as const;
