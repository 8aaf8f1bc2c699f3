import { expect, test } from 'vitest';
import { RefusedError } from '#domain/refusal';
import { createRateLimits } from '#server/auth/rate-limits';

const tight = () => createRateLimits({ codePerAddress: { points: 2, perS: 60 } });

test('[P6] the try after the last one is refused as too fast and says how long to wait', async () => {
  const limits = tight();
  await limits.take('codePerAddress', '10.0.0.1');
  await limits.take('codePerAddress', '10.0.0.1');
  const refusal = await limits.take('codePerAddress', '10.0.0.1', 'code').catch((thrown) => thrown);
  expect(refusal).toBeInstanceOf(RefusedError);
  expect(refusal.refusal).toMatchObject({ code: 'too-fast', field: 'code' });
  expect(refusal.refusal.about.retryAfterS).toBeGreaterThan(50);
  expect(refusal.refusal.about.retryAfterS).toBeLessThanOrEqual(60);
});

test('[P6] one address does not use up the tries of another', async () => {
  const limits = tight();
  await limits.take('codePerAddress', '10.0.0.1');
  await limits.take('codePerAddress', '10.0.0.1');
  expect(await limits.mayTake('codePerAddress', '10.0.0.1')).toBe(false);
  expect(await limits.mayTake('codePerAddress', '10.0.0.2')).toBe(true);
});

test('[P6] a try that was right does not count', async () => {
  const limits = tight();
  for (let tries = 0; tries < 10; tries += 1) {
    await limits.take('codePerAddress', '10.0.0.1');
    await limits.giveBack('codePerAddress', '10.0.0.1');
  }
  expect(await limits.mayTake('codePerAddress', '10.0.0.1')).toBe(true);
});

test('[P6] forgetting a key starts its count anew', async () => {
  const limits = tight();
  await limits.take('codePerAddress', 'a');
  await limits.take('codePerAddress', 'a');
  await limits.forget('codePerAddress', 'a');
  expect(await limits.mayTake('codePerAddress', 'a')).toBe(true);
});
