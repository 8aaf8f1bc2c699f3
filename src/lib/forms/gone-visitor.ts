/** Whether what failed is only that the browser went away in the middle of sending: nobody's fault, nobody reads an answer. */

/** Node's words for it; a database that breaks off says 'read ECONNRESET'. */
export function isGoneVisitor(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && error.code === 'ECONNRESET' && error.message === 'aborted') return true;
  }
  return false;
}
