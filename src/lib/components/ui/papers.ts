/**
 * Order in which members get a paper colour as theirs (`StageMember.color` indexes it): neighbours in
 * the roster differ well, the white sheet comes last.
 */
export const papers = ['blue', 'pink', 'green', 'violet', 'yellow', 'white'] as const;
