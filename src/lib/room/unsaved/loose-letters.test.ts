import { expect, it } from 'vitest';
import { LooseLetters } from './loose-letters';

it('[L30] letters that a fastened note did not take are given back once, to who wrote in that note', () => {
  const loose = new LooseLetters();
  loose.note('a', { before: 'Wij wachten', after: 'Wij wachten maar' });
  loose.note(null, { before: '', after: 'label' });
  expect(loose.take('b')).toBe('');
  expect(loose.take('a')).toBe('maar');
  expect(loose.take('a')).toBe('');
});

it('[L30] a note that was freed in time took them all', () => {
  const loose = new LooseLetters();
  loose.note('a', { before: 'Wij', after: 'Wij wachten' });
  loose.note('a', null);
  expect(loose.take('a')).toBe('');
});
