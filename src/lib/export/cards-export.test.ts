/** A wall of cards as files: what a drawing program, a spreadsheet and another program get to read. */
import { describe, expect, it } from 'vitest';
import type { PlainCard } from '#document/kinds/cards/plain';
import { paperColors } from '#document/schema';
import { boardExport, type BoardExport } from './board-export';
import { boardJson } from './board-json';
import { exporterOf } from './exporters';
import type { WallLook } from './wall-look';

const NASTY = '</text><script>alert("x")</script>';
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
const demo = (id: string, more: Partial<PlainCard> = {}): PlainCard => ({
  ...{ id, presenterId: 'anna', presenter: 'Anna', title: id, idea: '', link: '', linkTitle: '' },
  ...{ picture: null, order: id, ...more },
});
const cards = [
  demo('Bol', {
    idea: NASTY,
    ...{ link: 'https://www.bol.com/volgen', linkTitle: 'Volg je pakket' },
    picture: { id: 'p1', width: 400, height: 300 },
  }),
  demo('=NS'),
  ...Array.from({ length: 12 }, (_, at) => demo(`demo ${at}`)),
];
const board: BoardExport = boardExport(
  {
    sprint: { id: 's', name: 'Wasbeer', language: 'nl' },
    ...{ steps: [], content: { kind: 'cards', plain: { cards } }, round: null, decision: null },
  },
  0,
);

describe('[D89] an export of cards', () => {
  it('[D89] draws each card with its picture and where it was found, and nothing as markup', () => {
    const exporter = exporterOf(board);
    const { box, svg } = exporter.paint(look);
    const drawn = svg();
    expect(drawn).not.toContain('<script>');
    expect(drawn.match(/<image /g)).toHaveLength(1);
    expect(drawn).toContain('Volg je pakket, bol.com');
    expect(box.w / box.h).toBeGreaterThan(0.8);
    expect(exporter).toMatchObject({ isEmpty: false, count: 14, pictures: ['p1'] });
  });

  it('[D86] gives addresses as a table and as data, and calculates nothing', () => {
    const rows = exporterOf(board).csv().split('\r\n');
    expect(rows).toHaveLength(1 + 14 + 1);
    expect(rows[1]).toContain('https://www.bol.com/volgen,Volg je pakket,/sprint/s/pictures/p1');
    expect(rows[2]).toContain("'=NS");
    const { cards: data } = JSON.parse(boardJson(board, 0)) as { cards: { link: unknown }[] };
    expect(data[0]?.link).toEqual({
      address: 'https://www.bol.com/volgen',
      title: 'Volg je pakket',
    });
    expect(data[1]?.link).toBeNull();
  });
});
