import { expect, it } from 'vitest';
import { RefusedError } from '#domain/refusal';

class NarrowerError extends RefusedError {}

it('is known by name, so that the copy of another bundle is known too', () => {
  const copy = Object.assign(new Error('refused'), { name: 'RefusedError' });
  expect(copy instanceof RefusedError).toBe(true);
  expect(new Error('other') instanceof RefusedError).toBe(false);
});

it('does not take every refusal for a narrower kind', () => {
  expect(new RefusedError('too-fast') instanceof NarrowerError).toBe(false);
  expect(new NarrowerError('too-fast') instanceof NarrowerError).toBe(true);
  expect(new NarrowerError('too-fast') instanceof RefusedError).toBe(true);
});
