/** Waits between two looks at something that no event tells of: a pid file, a process that ends. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
