/** The first day that a new sprint is offered: weeks begin on Monday. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** @param today yyyy-mm-dd @returns the first Monday after it. */
export function nextMonday(today: string): string {
  const at = new Date(`${today}T00:00:00Z`);
  const days = (8 - at.getUTCDay()) % 7 || 7;
  return new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
