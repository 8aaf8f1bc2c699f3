/** The short signs to everybody, gone after seconds. Apart from what checks them, which only the server needs. */
export const reactions = ['thumb', 'heart', 'clap', 'laugh', 'party', 'question'] as const;
export type Reaction = (typeof reactions)[number];
