/**
 * Passwords: argon2id, and the same amount of work whether or not there is anything to compare
 * with, so that the time of an answer does not tell whether an account exists.
 */
import { hash, verify } from '@node-rs/argon2';

// OWASP's minimum for argon2id (19 MiB, 2 passes, 1 lane), about 20 ms here: a sign-in is
// rate-limited, and more memory would let a burst of sign-ins starve a room on a small machine.
// The package's default algorithm is argon2id; its const enum cannot be named under isolatedModules.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummy: Promise<string> | undefined;

/** @returns the argon2id hash of a password, in PHC form (`$argon2id$...`). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * @param passwordHash null when there is no such account: a dummy is compared, and the answer is no.
 * @returns whether the password belongs to the hash.
 */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await dummy), password);
  return passwordHash !== null && matches;
}
