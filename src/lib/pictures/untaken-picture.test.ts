import { expect, it } from 'vitest';
import { phases } from '#domain/sprint/phases';
import type { StageNow } from '#protocol/stage';
import { holdsPicture, whyUntaken } from '$lib/pictures/untaken-picture';

const at = (now: Partial<StageNow> | null): string => whyUntaken({ now: now as StageNow | null });

it('[L33] says of each phase why a picture was not taken', () => {
  const said = phases.map((phase) => {
    const boardWritable = phase === 'open' || phase === 'reveal' || phase === 'grouping';
    return `${phase} ${at({ phase, boardWritable })}`;
  });
  expect(said).toEqual([
    'open in-field',
    'writing in-pile',
    'reveal not-now',
    'grouping not-now',
    'voting closed',
    'result closed',
    'decision closed',
  ]);
  expect(at({ phase: 'grouping', boardWritable: true, wideTools: true })).toBe('in-field');
  expect(at(null)).toBe('closed');
});

it('[L33] takes text with a picture of itself for text, and a table for no picture', () => {
  const data = (text: string, ...types: string[]) =>
    ({ getData: () => text, files: types.map((type) => ({ type })) }) as never;
  expect(holdsPicture(data('', 'image/png'))).toBe(true);
  expect(holdsPicture(data('een\ttwee', 'image/png'))).toBe(false);
  expect(holdsPicture(data('', 'text/csv'))).toBe(false);
  expect(holdsPicture(null)).toBe(false);
});
