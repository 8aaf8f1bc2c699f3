/**
 * Secrets that travel in a cookie or a link (`random.newSecret`), and what of them may be stored:
 * tables hold the hash only, so that a copy of the database opens nothing.
 */
import { createHash } from 'node:crypto';

/** @returns SHA-256 of a secret, as 64 hexadecimal digits. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
