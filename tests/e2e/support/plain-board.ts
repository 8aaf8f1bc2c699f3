/** The exercise that stands for any plain wall of notes on which everybody may write. Where it gets a tool of its own, another is named here. */
export const PLAIN = 'afsluiting';
