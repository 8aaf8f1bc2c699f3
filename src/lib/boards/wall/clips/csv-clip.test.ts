import { describe, expect, it } from 'vitest';
import { CLIP_MAX_NOTES } from '#document/boards/clip';
import { readClip } from '#document/boards/read-clip';
import { clipOfTable } from './csv-clip';
import { isTable } from './csv-words';

const read = (source: string) => clipOfTable(source, { paper: 'yellow' });

describe('a table as notes', () => {
  it('reads quotes, doubled quotes and line breaks as RFC 4180 says', () => {
    const table = read(
      'tekst,kleur\r\n"Te laat, en niemand belt",roze\r\n"Zegt ""zo""\r\nen gaat",\r\n',
    );
    expect(table?.clip.notes.map(({ text, color }) => [text, color])).toEqual([
      ['Te laat, en niemand belt', 'pink'],
      ['Zegt "zo"\r\nen gaat', 'yellow'],
    ]);
  });

  it('reads semicolons, as a Dutch spreadsheet writes them, whatever the order of the columns', () => {
    const table = read(
      '\uFEFFGroep;Tekst;Kleur\nWachten;Te laat;blauw\nWachten;Te vroeg;\nPrijs;Te duur;wit',
    );
    expect(table?.clip.groups.map(({ label }) => label)).toEqual(['Wachten', 'Prijs']);
    expect(table?.clip.notes.map(({ text, group }) => [text, group])).toEqual([
      ['Te laat', 0],
      ['Te vroeg', 0],
      ['Te duur', 1],
    ]);
  });

  it('takes the first column where nothing says what is what', () => {
    expect(read('Te laat,3\nTe duur,4')?.clip.notes.map(({ text }) => text)).toEqual([
      'Te laat',
      'Te duur',
    ]);
  });

  it('says what was left out beyond the most that one import brings', () => {
    const table = read(
      `tekst\n${Array.from({ length: 503 }, (_, row) => `rij ${row}`).join('\n')}`,
    );
    expect(table).toMatchObject({ notes: CLIP_MAX_NOTES, over: 3, cut: 0 });
  });

  it('cuts a text that is too long for a note, and counts it', () => {
    expect(read(`tekst\n${'lang '.repeat(2000)}`)).toMatchObject({ notes: 1, cut: 1 });
  });

  it('makes nothing of a table without text', () => {
    expect(read('')).toBeNull();
    expect(read('tekst,kleur\n,roze')).toBeNull();
  });

  it('lays no note of one group where another lies', () => {
    const table = read('tekst,groep\na,X\nb,Y\nc,X\nd,');
    const at = table?.clip.notes.map((note) => note.at.join());
    expect(new Set(at).size).toBe(4);
    expect(readClip(JSON.stringify(table?.clip))).toEqual(table?.clip);
  });
});

describe('pasted text', () => {
  it('is a table when its first line names the columns, and a list otherwise', () => {
    expect(isTable('Tekst\tKleur\nTe laat\tgeel')).toBe(true);
    expect(isTable('"tekst";"groep"\nTe laat;Wachten')).toBe(true);
    expect(isTable('Te laat; en duur\nNiemand belt')).toBe(false);
    expect(isTable('tekst,kleur')).toBe(false);
  });
});
