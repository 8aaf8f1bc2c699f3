/** A map as files: what a drawing program, a spreadsheet and another program get to read. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as map from '#document/kinds/map/operations';
import { plainMap, type PlainMap } from '#document/kinds/map/plain';
import { seedMap } from '#document/kinds/map/records';
import { local } from '#document/origins';
import { paperColors } from '#document/schema';
import { boardExport, type BoardExport } from './board-export';
import { boardJson } from './board-json';
import { exporterOf } from './exporters';
import { mapCsv, type MapCsvWords } from './map-csv';
import type { WallLook } from './wall-look';

const NASTY = '</text><script>alert("x")</script> & ]]>';
const measure = (piece: string): number => piece.length * 0.5;
const look: WallLook = {
  palette: {
    ...{ wall: '#f7f4ee', ink: '#222222', paperInk: '#222222', paperInkSoft: '#555555' },
    ...{ groupLine: '#336699', groupFill: '#e8eef7', dot: '#225588', onDot: '#ffffff' },
    papers: Object.fromEntries(
      paperColors.map((color) => [
        color,
        { paper: '#ffee88', edge: '#eedd77', edgeDeep: '#ddcc66' },
      ]),
    ) as WallLook['palette']['papers'],
  },
  ...{ sizeOf: () => 17, measure, measureTitle: measure, pictures: new Map(), fontCss: '' },
  words: { chosen: 'Gekozen', unnamedGroup: 'Groep zonder naam' },
};
const words: MapCsvWords = {
  headings: { number: 'Nr', chapter: 'Hoofdstuk', kind: 'Soort', text: 'Tekst', dots: 'Stippen' },
  kinds: {
    ...{
      actor: 'wie',
      arrow: 'pijl',
      chapter: 'hoofdstuk',
      touchpoint: 'raakpunt',
      pain: 'pijn',
      gain: 'winst',
    },
    ...{ feeling: 'stemming', pin: 'vraag', assignment: 'naam', ending: 'einde' },
  },
};

function exported(draw: (doc: Y.Doc) => void): BoardExport {
  const doc = new Y.Doc();
  doc.transact(() => seedMap(doc));
  draw(doc);
  const target = { actorId: 'a', chapterId: 'c2' };
  return boardExport(
    {
      sprint: { id: 's', name: 'Wasbeer', language: 'nl' },
      ...{ steps: [], content: { kind: 'map', plain: plainMap(doc) }, round: null },
      decision: {
        ...{ stepId: 's', candidateId: 'c', text: 'Klant: Ik wacht', reason: 'Daar gaat het mis' },
        ...{
          by: 'Ingrid',
          onBehalfOf: null,
          mandateAt: null,
          amended: [],
          decidedAt: 0,
          target,
          choice: null,
        },
      },
    },
    0,
  );
}

function plainOf({ content }: BoardExport): PlainMap {
  if (content.kind !== 'map') throw new Error('not a map');
  return content.plain;
}

const journey = (doc: Y.Doc): void => {
  map.addActor(doc, { id: 'a', name: 'Klant' }, local);
  for (const [id, title] of [
    ['c1', 'Hij stopt'],
    ['c2', 'Ik wacht'],
  ] as const) {
    map.addChapter(doc, { id, title }, local);
  }
  map.connect(doc, { id: 'p', actorId: 'a', chapterId: 'c2', words: 'belt' }, local);
  map.addMark(doc, { id: 'm', chapterId: 'c2', kind: 'pain', text: NASTY }, local);
  const pin = { color: 'pink', dots: 3, source: 'r/c', text: 'sneller bellen?' } as const;
  map.pin(doc, { id: 'h', chapterId: 'c1', ...pin }, local);
};

/** Words of a drawing without its markup. */
const saidBy = (svg: string): string => svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a map as a file', () => {
  it('[D64] drawn: everything on it once, the target ringed, and nothing that somebody wrote as markup', () => {
    const board = exported(journey);
    const svg = exporterOf(board).paint(look).svg();
    const said = saidBy(svg);
    for (const text of ['Klant', 'Hij stopt', 'Ik wacht', 'belt', 'HKW sneller bellen? ●●●']) {
      expect(said.split(text).length - 1, text).toBe(1);
    }
    expect(svg).not.toContain('<script');
    expect(svg.match(/<ellipse/g)).toHaveLength(2);
    expect(svg).not.toContain('NaN');
  });

  it('[D64] an empty one is drawn too, and is told to be empty', () => {
    const board = exported(() => undefined);
    expect(exporterOf(board).isEmpty).toBe(true);
    expect(exporterOf(board).paint(look).svg()).not.toContain('NaN');
    expect(exporterOf(exported(journey)).isEmpty).toBe(false);
  });

  it('[D64] as a table and as data, in the order of the story', () => {
    const board = exported(journey);
    const rows = mapCsv(plainOf(board), words).split('\r\n');
    expect(rows.slice(1, 5)).toEqual([
      ',,wie,Klant,',
      '2,Ik wacht,pijl,Klant: belt,',
      '1,Hij stopt,hoofdstuk,Hij stopt,',
      '1,Hij stopt,stemming,4/7,',
    ]);
    expect(rows).toContain('1,Hij stopt,vraag,sneller bellen?,3');
    expect(JSON.parse(boardJson(board, 0))).toMatchObject({
      map: {
        actors: [{ name: 'Klant', arrows: [{ chapterId: 'c2', words: 'belt' }] }],
        chapters: [{ title: 'Hij stopt' }, { title: 'Ik wacht', pains: [NASTY] }],
        target: { actorId: 'a', chapterId: 'c2' },
      },
    });
  });
});
