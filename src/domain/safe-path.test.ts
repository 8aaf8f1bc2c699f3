import { expect, test } from 'vitest';
import { safePath } from './safe-path';

test('a page of ours is kept, with its query', () => {
  expect(safePath('/join?code=ABCDEF', '/')).toBe('/join?code=ABCDEF');
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  null,
])('%s leads to the fallback', (told) => {
  expect(safePath(told, '/sprints')).toBe('/sprints');
});
