/** The server's chance, passed in everywhere so that tests can repeat it. */
import { randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';

export type Random = {
  /** An identifier of 21 characters. */
  newId(): string;
  /** A secret for links: 32 random bytes, base64url. */
  newSecret(): string;
  /** Uniform in [0, 1), unforeseeable. */
  next(): number;
};

export const systemRandom: Random = {
  newId: () => nanoid(),
  newSecret: () => randomBytes(32).toString('base64url'),
  next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
};
