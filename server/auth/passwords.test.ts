import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from '#server/auth/passwords';

test('[P2] a password is stored as argon2id and recognised', async () => {
  const stored = await hashPassword('een lang wachtwoord');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(stored).not.toContain('wachtwoord');
  expect(await passwordMatches(stored, 'een lang wachtwoord')).toBe(true);
  expect(await passwordMatches(stored, 'een ander wachtwoord')).toBe(false);
});

test('[P5] without an account the same work is done and the answer is no, even for the dummy itself', async () => {
  expect(await passwordMatches(null, 'nobody has this password')).toBe(false);
});
