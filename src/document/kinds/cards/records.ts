/**
 * What a wall of cards holds: what each presenter found, to be borrowed from. The server lays the first
 * cards at the reveal; whoever works on the board adds to them and puts words right.
 *
 * `cards`  id -> { presenter: memberId | null, name, title: Y.Text, idea: Y.Text, link,
 *                  linkTitle: Y.Text, picture?: [id, width, height], order }
 */
/** Longest texts, in UTF-16 units. `title` is what a writer lists before the reveal. */
export const cardLimits = { title: 2_000, idea: 600, linkTitle: 120 } as const;
