/** A storyboard as files: what a drawing program, a spreadsheet and another program get to read. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeStroke } from '#document/ink/stroke-bytes';
import type { ExhibitPanel } from '#document/kinds/gallery/records';
import * as story from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { local } from '#document/origins';
import { paperColors, seedUpdate } from '#document/schema';
import { storyCsv } from './story-csv';
import { storyJson } from './story-json';
import { perSheet, storyBox, storySvg, type StoryExport } from './story-svg';
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

function exported(panels: number, caption = 'Zij belt'): StoryExport {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('storyboard'));
  for (let n = 1; n <= panels; n += 1)
    story.addPanel(doc, { id: `p${n}`, title: `Scène ${n}`, caption }, local);
  const ink = encodeStroke({
    ...{
      tool: 'pen',
      color: 'red',
      width: 'thin',
      points: [
        [10, 20],
        [300, 400],
      ],
    },
    pressures: null,
  });
  story.addStroke(doc, { id: 's', panelId: 'p1', ink }, local);
  const of = { exhibit: 'e', number: 4, part: 1, crop: [0, 0, 500, 300] } as const;
  story.addClip(doc, { id: 'k', panelId: 'p1', of }, local);
  story.addPoint(doc, { id: 'q', panelId: 'p2', text: '=Wie belt?' }, local);
  story.answerPoint(doc, 'q', { answer: 'Samira', by: 'Ingrid' }, local);
  story.addPoint(doc, { id: 'o', panelId: null, text: 'Wat als het regent?' }, local);
  const clipWords = (number: number): string => `uit schets ${number}`;
  return { sprint: 'Wasbeer', board: 'Storyboard', story: plainStoryboard(doc), clipWords };
}

describe('[D98] a storyboard', () => {
  it('is drawn whole, with all of its words, and what somebody wrote is never markup', () => {
    const svg = storySvg(exported(3, NASTY), look);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;');
    expect(svg).toContain('uit schets 4');
    for (const number of [1, 2, 3]) expect(svg).toContain(`Scène ${number}`);
    expect(svg).toMatch(/<path d="M[^"]+" opacity="1" fill="oklch/);
  });

  it.each(Object.entries(perSheet).map(([most, columns]) => [Number(most), columns]))(
    'lies on paper with %i a sheet, its captions whole',
    (most, columns) => {
      const words = 'Een heel lang onderschrift dat over veel regels loopt. '.repeat(4).trim();
      const board = exported(12, words);
      const sheets = Array.from({ length: Math.ceil(12 / most) }, (_, sheet) =>
        storySvg(board, look, { part: { from: sheet * most, count: most, columns } }),
      );
      const drawn = sheets.join('').replace(/<[^>]+>/g, ' ');
      expect(drawn.match(/onderschrift/g)).toHaveLength(12 * 4);
      expect(sheets[0]).toContain('Scène 1<');
      expect(sheets.at(-1)).toContain('Scène 12<');
      const one = storyBox(board, look, { from: 0, count: 1, columns });
      const all = storyBox(board, look, { from: 0, count: most, columns });
      expect(all.h).toBeGreaterThanOrEqual(one.h);
    },
  );

  it('draws the rectangle of the sketch that a clip is a part of, where the sketch is at hand', () => {
    const board = exported(3);
    const panel: ExhibitPanel = {
      ...{ strokes: [], words: '', description: '', picture: null },
      texts: [{ at: [10, 10], color: 'red', text: 'HET WORDT 14.35' }],
    };
    const [clip] = board.story.panels.flatMap(({ clips }) => clips);
    const drawn = storySvg({ ...board, partOf: () => panel }, look);
    expect(drawn).toContain(`viewBox="${clip?.crop.join(' ')}"`);
    expect(drawn).toContain('HET WORDT 14.35');
    const gone = storySvg({ ...board, partOf: () => undefined }, look);
    expect(gone).not.toContain('HET WORDT 14.35');
    expect(gone).toContain('uit schets');
  });

  it('is a table, in which nothing is calculated', () => {
    const file = storyCsv(exported(2).story, {
      headings: {
        ...{ number: 'Nr', kind: 'Soort', title: 'Titel', text: 'Tekst' },
        ...{ answer: 'Antwoord', by: 'Door', sketches: 'Schetsen' },
      },
      kinds: { panel: 'scène', point: 'punt' },
    });
    expect(file.slice(1).split('\r\n')).toEqual([
      'Nr,Soort,Titel,Tekst,Antwoord,Door,Schetsen',
      '1,scène,Scène 1,Zij belt,,,4.2',
      '2,scène,Scène 2,Zij belt,,,',
      "2,punt,,'=Wie belt?,Samira,Ingrid,",
      ',punt,,Wat als het regent?,,,',
      '',
    ]);
  });

  it('is data, from which its strokes can be read again', () => {
    const { panels, points } = storyJson(exported(2).story);
    expect(panels[0]?.clips[0]).toMatchObject({ exhibit: 'e', number: 4, part: 2, turn: 0 });
    expect(panels[0]?.strokes[0]).toMatch(/^[A-Za-z0-9+/=]+$/);
    expect(panels[1]?.points[0]).toEqual({
      ...{ text: '=Wie belt?', answer: 'Samira', answeredBy: 'Ingrid' },
    });
    expect(points).toHaveLength(1);
  });
});
