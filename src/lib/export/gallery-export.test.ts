/** A museum as files: what a drawing program, a spreadsheet and another program get to read. */
import { describe, expect, it } from 'vitest';
import type { PlainGallery } from '#document/kinds/gallery/plain';
import type { Exhibit } from '#document/kinds/gallery/records';
import { paperColors } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import { anyInk } from '#tests/support/pad-writes';
import { boardExport } from './board-export';
import { boardJson } from './board-json';
import { exporterOf } from './exporters';
import type { WallLook } from './wall-look';

const NASTY = '</text><script>alert("x")</script> & ]]>';
const measure = (piece: string): number => piece.length * 0.5;
const paper = { paper: '#ffee88', edge: '#eedd77', edgeDeep: '#ddcc66' };
const look: WallLook = {
  palette: {
    ...{ wall: '#f7f4ee', ink: '#222222', paperInk: '#222222', paperInkSoft: '#555555' },
    ...{ groupLine: '#336699', groupFill: '#e8eef7', dot: '#225588', onDot: '#ffffff' },
    papers: Object.fromEntries(
      paperColors.map((color) => [color, paper]),
    ) as WallLook['palette']['papers'],
  },
  ...{ sizeOf: () => 17, measure, measureTitle: measure, fontCss: '' },
  pictures: new Map([['p1', 'data:image/webp;base64,AA']]),
  words: { chosen: 'Gekozen', unnamedGroup: 'Groep zonder naam' },
};

const chance = dice(11);
const exhibit = (number: number, title: string): Exhibit => ({
  ...{ id: `e${number}`, number, title, source: null },
  panels: [
    {
      strokes: [anyInk(chance), anyInk(chance)],
      ...{ words: `=belt ${number}`, description: '', picture: null },
      texts: [{ at: [100, 100], color: 'red', text: 'NIET LATER' }],
    },
    {
      ...{ strokes: [], words: '', description: NASTY, texts: [] },
      picture: { id: 'p1', width: 300, height: 200, crop: [0, 0.5, 1, 0.5] },
    },
  ],
});
const museum: PlainGallery = {
  exhibits: [exhibit(1, 'Wasbeer belt'), exhibit(2, '')],
  questions: [{ id: 'q', exhibit: 'e2', text: 'en als hij slaapt?', order: 'a0' }],
  standouts: [
    { id: 's', exhibit: 'e1', sign: 'worry', at: [10, 10], text: 'te duur', order: 'a0' },
    { id: 't', exhibit: 'e1', sign: 'standout', at: [10, 10], text: ' ', order: 'a1' },
  ],
};
const exported = (plain: PlainGallery) =>
  boardExport(
    {
      sprint: { id: 's', name: 'Wasbeer', language: 'nl' },
      ...{ steps: [], content: { kind: 'gallery', plain }, round: null, decision: null },
    },
    0,
  );

describe('an export of the museum', () => {
  it('[D74] draws every sketch with its ink, photograph and words, and nothing as markup', () => {
    const exporter = exporterOf(exported(museum));
    const drawn = exporter.paint(look).svg();
    expect(drawn).not.toContain('<script>');
    expect(drawn).not.toContain('NaN');
    expect(drawn.match(/<path /g)?.length).toBeGreaterThanOrEqual(4);
    expect(drawn.match(/<image /g)).toHaveLength(2);
    const said = drawn.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const words of ['1. Wasbeer belt', 'Schets 2', 'NIET LATER', 'te duur', 'en als hij']) {
      expect(said, words).toContain(words);
    }
    expect(exporter).toMatchObject({ isEmpty: false, count: 2, pictures: ['p1', 'p1'] });
  });

  it('[D74] is a table with a row for each panel, pin and question, and calculates nothing', () => {
    const rows = exporterOf(exported(museum)).csv().split('\r\n');
    expect(rows).toHaveLength(1 + 2 * 2 + 2 + 1);
    expect(rows[1]).toContain('1,Wasbeer belt,');
    expect(rows.join()).toContain("'=belt 1");
    expect(rows.join()).toContain('te duur');
  });

  it('[D74] is data without a maker, and an empty museum says that it is', () => {
    const data = JSON.parse(boardJson(exported(museum), 0)) as { exhibits: unknown[] };
    expect(data.exhibits).toHaveLength(2);
    expect(data.exhibits[0]).toMatchObject({ number: 1, standouts: [{ sign: 'worry' }] });
    const none = exporterOf(exported({ exhibits: [], questions: [], standouts: [] }));
    expect(none.isEmpty).toBe(true);
    expect(none.paint(look).svg()).not.toContain('NaN');
  });
});
