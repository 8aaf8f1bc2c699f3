import { expect, it } from 'vitest';
import { listSections, pinnedSections } from './list-sections';

type Note = { readonly id: string; readonly group: string | null };
const note = (id: string, group: string | null = null): Note => ({ id, group });
const told = (sections: readonly { group: { id: string } | null; notes: readonly Note[] }[]) =>
  sections.map(({ group, notes }) => `${group?.id ?? '-'}:${notes.map(({ id }) => id).join('')}`);

it('[L30] in the list a note stays in the section where its field was opened', () => {
  const mine = note('m');
  const shown = listSections([{ id: 'G' }], [note('a', 'G'), note('b'), mine, note('c')]);
  expect(told(shown)).toEqual(['G:a', '-:bmc']);
  const grouped = listSections(
    [{ id: 'H' }, { id: 'G' }],
    [note('a', 'G'), note('b', 'H'), note('c')],
  );
  // Others put it in a new group, or under another note, or took it away; a section that is new comes last.
  expect(told(pinnedSections(grouped, shown, mine))).toEqual(['G:a', '-:mc', 'H:b']);
  expect(told(pinnedSections(grouped, shown, null))).toEqual(['H:b', 'G:a', '-:c']);
});

it('[L30] the section itself stays, between the others, also when its group is gone', () => {
  const mine = note('m', 'G');
  const shown = listSections([{ id: 'F' }, { id: 'G' }, { id: 'H' }], [mine, note('b')]);
  const wanted = listSections([{ id: 'H' }, { id: 'F' }], [note('m2', 'H'), note('b')]);
  expect(told(pinnedSections(wanted, shown, mine))).toEqual(['F:', 'G:m', 'H:m2', '-:b']);
});
