/** Day 0 is the preparation, 1 to 5 Monday to Friday of the five-day week (1 to 4 in the short one). */
export const days = [0, 1, 2, 3, 4, 5] as const;
export type Day = (typeof days)[number];
