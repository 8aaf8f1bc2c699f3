/** Lists as files: what a drawing program, a spreadsheet and another program get to read. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as lists from '#document/kinds/lists/operations';
import { plainLists } from '#document/kinds/lists/plain';
import { local } from '#document/origins';
import { paperColors, seedUpdate } from '#document/schema';
import { standingListsOf } from '#domain/lists/standing';
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
  ...{ sizeOf: () => 17, measure, measureTitle: measure, pictures: new Map(), fontCss: '' },
  words: { chosen: 'Gekozen', unnamedGroup: 'Groep zonder naam' },
};

function exported(language: 'nl' | 'en'): BoardExport {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('lists', standingListsOf('opening')));
  lists.addItem(doc, { id: 'own', listId: 'opening-rules', text: NASTY }, local);
  lists.addItem(doc, { id: 'sum', listId: 'opening-rules', text: '=1+1' }, local);
  lists.setDone(doc, 'opening-devices', true, local);
  return boardExport(
    {
      sprint: { id: 's', name: 'Wasbeer', language },
      ...{ steps: [], content: { kind: 'lists', plain: plainLists(doc) } },
      ...{ round: null, decision: null },
    },
    0,
  );
}

describe('[D89] an export of lists', () => {
  it('[D89] draws every item under its heading, the ticked ones ticked, and nothing as markup', () => {
    const { box, svg } = exporterOf(exported('nl')).paint(look);
    const drawn = svg();
    expect(drawn).toContain('Huisregels');
    expect(drawn).not.toContain('<script>');
    expect(drawn.match(/<rect[^>]*fill="none"/g)).toHaveLength(13);
    expect(drawn.match(/<path/g)).toHaveLength(1);
    expect(box.h).toBeGreaterThan(400);
  });

  it('[D85] reads in the language of the sprint, as a table and as data', () => {
    const rows = exporterOf(exported('en')).csv().split('\r\n');
    expect(rows).toHaveLength(1 + 13 + 1);
    expect(rows.find((row) => row.startsWith('House rules,"Phones'))).toBeDefined();
    expect(rows.find((row) => row.includes('=1+1'))).toContain("'=1+1");
    const { lists: data } = JSON.parse(boardJson(exported('nl'), 0)) as {
      lists: { heading: string; items: { text: string; done: boolean }[] }[];
    };
    expect(data[2]?.heading).toBe('Huisregels');
    expect(data[2]?.items.filter(({ done }) => done)).toHaveLength(1);
    expect(exporterOf(exported('nl'))).toMatchObject({ isEmpty: false, count: 13 });
  });
});
