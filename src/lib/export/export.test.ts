/** Exports of a board: what a spreadsheet, a drawing program and another program get to read. */
import { describe, expect, it } from 'vitest';
import { plainWall } from '#document/plain';
import { addNotes, makeGroup, stackOn } from '#document/boards/wall';
import { local } from '#document/origins';
import { paperColors, type PaperColor } from '#document/schema';
import type { StageRound } from '#protocol/stage';
import * as Y from 'yjs';
import { boardExport, type BoardExport, type WallExport } from './board-export';
import { boardJson } from './board-json';
import { exportFileName } from './file-name';
import { AREA_MAX, piecesOf, pngScale, SIDE_MAX } from './png-plan';
import type { WallLook } from './wall-look';
import { wallCsv, type WallCsvWords } from './wall-csv';
import { wallBox, wallSvg } from './wall-svg';
import { wrapText } from './wrap-text';

const NASTY = '</text><script>alert("x")</script> & \'klaar\' ]]> \u0000 \uD800';
const measure = (piece: string): number => piece.length * 0.5;

function wallOf(notes: { id: string; text: string; color?: PaperColor; at?: [number, number] }[]) {
  const doc = new Y.Doc();
  addNotes(
    doc,
    notes.map(({ id, text, color = 'yellow', at = [0, 0] }) => ({ id, text, color, at })),
    local,
  );
  return doc;
}

function exportOf(doc: Y.Doc, more: Partial<WallExport> = {}): BoardExport & WallExport {
  const wall = plainWall(doc);
  return {
    wall,
    ...boardExport(
      {
        sprint: { id: 's1', name: 'Buurt & Co', language: 'nl' },
        steps: [],
        content: { kind: 'wall', plain: wall },
        round: null,
        decision: null,
      },
      Date.parse('2030-01-07T10:00:00Z'),
    ),
    ...more,
  };
}

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
  sizeOf: () => 17,
  measure,
  measureTitle: measure,
  pictures: new Map([['p1', 'data:image/webp;base64,AAAA']]),
  fontCss: '',
  words: { chosen: 'Gekozen', unnamedGroup: 'Groep zonder naam' },
};

const words: WallCsvWords = {
  headings: {
    ...{ group: 'Groep', text: 'Tekst', colour: 'Kleur', stack: 'Stapel', author: 'Schrijver' },
    ...{ dots: 'Stippen', chosen: 'Gekozen', picture: 'Plaatje' },
  },
  colour: (color) => color,
  yes: 'ja',
};

/** Reads RFC 4180 back. */
function readCsv(file: string): string[][] {
  expect(file.startsWith('\uFEFF')).toBe(true);
  const cells = [...file.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Walks XML strictly: every tag closed in order, no bare markup in text. @returns element names. */
function readXml(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  let rest = xml;
  while (rest !== '') {
    const text = /^[^<]+/.exec(rest)?.[0];
    if (text !== undefined) {
      expect(text.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<]/);
      rest = rest.slice(text.length);
      continue;
    }
    const tag = /^<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/i.exec(rest);
    if (!tag) throw new Error(`not well-formed at: ${rest.slice(0, 60)}`);
    const [whole, closing, name = '', , alone] = tag;
    if (closing) expect(open.pop()).toBe(name);
    else seen.push(name);
    if (!closing && !alone) open.push(name);
    rest = rest.slice(whole.length);
  }
  expect(open).toEqual([]);
  return seen;
}

const round = (status: 'open' | 'closed'): StageRound => ({
  ...{ id: 'r1', stepId: 'st1', status, mine: null, left: null, placed: 3, given: 4, fresh: false },
  ...{ way: 'candidate', ballots: null, heat: null, reasons: null },
  candidates: [
    { id: 'c1', text: 'appel', noteIds: ['weg', 'n1'], groupLabel: null, exhibit: null },
    { id: 'c2', text: 'peer', noteIds: ['n2'], groupLabel: null, exhibit: null },
  ],
  results: [
    { candidateId: 'c1', dots: 3, rank: 1, voters: null },
    { candidateId: 'c2', dots: 0, rank: 2, voters: null },
  ],
});

it('[R71] the beginning of a note stands once in SVG, CSV and JSON, also where it was typed', () => {
  const typed = 'Hoe kunnen we: bellen';
  const doc = wallOf([{ id: 'a', text: typed }]);
  const decision = { stepId: 's', candidateId: 'c', text: typed, reason: '', by: 'Bo' };
  const board = exportOf(doc, {
    prefix: 'HKW',
    decision: {
      ...decision,
      onBehalfOf: null,
      mandateAt: null,
      amended: [],
      decidedAt: 0,
      target: null,
      choice: null,
    },
  });
  expect(wallSvg(board, look).replaceAll(/<[^>]*>/g, '')).toContain('HKW bellen');
  expect(wallCsv(board, words)).not.toContain('Hoe kunnen we');
  expect(JSON.parse(boardJson(board, 0))).toMatchObject({
    ...{ prefix: 'HKW', notes: [{ text: 'bellen' }], decision: { text: 'bellen' } },
  });
});

describe('a table', () => {
  it('has a row per note with its group, colour and stack, and reads back as it was', () => {
    const doc = wallOf([
      { id: 'n1', text: 'appel, "rood"\nen zoet', color: 'pink' },
      { id: 'n2', text: 'peer' },
      { id: 'n3', text: 'pruim' },
    ]);
    makeGroup(doc, { id: 'g1', at: [0, 0], label: 'Fruit', noteIds: ['n2', 'n3'] }, local);
    stackOn(doc, ['n3'], 'n2', local);
    const rows = readCsv(wallCsv(exportOf(doc), words));
    expect(rows).toEqual([
      ['Groep', 'Tekst', 'Kleur', 'Stapel', 'Schrijver', 'Plaatje'],
      ['Fruit', 'peer', 'yellow', '1', '', ''],
      ['Fruit', 'pruim', 'yellow', '1', '', ''],
      ['', 'appel, "rood"\nen zoet', 'pink', '', '', ''],
    ]);
  });

  it('is never calculated by a spreadsheet', () => {
    const texts = ['=1+1', '+31 6', '-5', '@SUM(A1)', '=HYPERLINK("http://x")', 'gewoon = goed'];
    const doc = wallOf(texts.map((text, index) => ({ id: `n${index}`, text })));
    const cells = readCsv(wallCsv(exportOf(doc), words))
      .slice(1)
      .map((row) => row[1]);
    expect(cells).toEqual([...texts.slice(0, 5).map((text) => `'${text}`), 'gewoon = goed']);
  });

  it('has dots and the choice only once the results are there', () => {
    const doc = wallOf([
      { id: 'n1', text: 'appel' },
      { id: 'n2', text: 'peer' },
    ]);
    const parts = {
      sprint: { id: 's', name: 's', language: 'nl' as const },
      steps: [],
      content: { kind: 'wall' as const, plain: plainWall(doc) },
      decision: null,
    };
    const voted = (status: 'open' | 'closed') => ({
      ...boardExport({ ...parts, round: round(status) }, 0),
      wall: parts.content.plain,
    });
    const open = voted('open');
    expect(open.dots).toBeNull();
    expect(wallCsv(open, words)).not.toContain('Stippen');
    expect(wallSvg(open, look)).not.toContain('circle');
    expect(JSON.parse(boardJson(open, 0))).toMatchObject({ votes: null, decision: null });
    const closed = voted('closed');
    expect(readCsv(wallCsv(closed, words)).map((row) => row[5])).toEqual(['Stippen', '3', '0']);
    expect(readXml(wallSvg(closed, look)).filter((name) => name === 'circle')).toHaveLength(1);
    expect(JSON.parse(boardJson(closed, 0)).votes).toEqual([{ note: 'n1', dots: 3 }]);
  });
});

describe('a drawing', () => {
  it('is well-formed whatever was written, and nothing of it is markup', () => {
    const doc = wallOf([
      { id: 'n1', text: NASTY },
      { id: 'n2', text: 'x'.repeat(900) },
      { id: 'n3', text: 'regel een\n\nregel drie' },
    ]);
    makeGroup(doc, { id: 'g1', at: [0, 400], label: NASTY, noteIds: ['n3'] }, local);
    const svg = wallSvg(exportOf(doc, { board: NASTY, prefix: 'Hoe kunnen we' }), look);
    const names = readXml(svg);
    expect(names).not.toContain('script');
    expect(names.filter((name) => name === 'text').length).toBeGreaterThan(3);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('shows every note of the wall inside its edges, higher ones later', () => {
    const doc = wallOf([
      { id: 'n1', text: 'links', at: [-500, -200] },
      { id: 'n2', text: 'rechts', at: [2_000, 900] },
    ]);
    const board = exportOf(doc);
    const { x, y, w, h } = wallBox(board);
    expect([x < -500, y < -200, x + w > 2_160, y + h > 1_060]).toEqual([true, true, true, true]);
    const svg = wallSvg(board, look);
    expect(svg).toContain(`viewBox="${x} ${y} ${w} ${h}"`);
    const part = wallSvg(board, look, { x: -600, y: -300, w: 400, h: 400 });
    expect(part).toContain('links');
    expect(part).not.toContain('rechts');
  });

  it('holds pictures inside itself, with their captions', () => {
    const doc = wallOf([{ id: 'n1', text: 'De bon' }]);
    const wall = plainWall(doc);
    const notes = wall.notes.map((note) => ({
      ...note,
      picture: { id: 'p1', width: 800, height: 600 },
    }));
    const svg = wallSvg(exportOf(doc, { wall: { ...wall, notes } }), look);
    expect(readXml(svg)).toContain('image');
    expect(svg).toContain('href="data:image/webp;base64,AAAA"');
    expect(svg).toContain('De bon');
    const without = wallSvg(exportOf(doc, { wall: { ...wall, notes } }), {
      ...look,
      pictures: new Map(),
    });
    expect(readXml(without)).not.toContain('image');
    expect(without).toContain('De bon');
  });

  it('of an empty wall is a small empty picture', () => {
    expect(readXml(wallSvg(exportOf(new Y.Doc()), look))).toEqual(['svg', 'title', 'rect']);
  });
});

describe('lines', () => {
  const wrap = (text: string, width: number) =>
    wrapText(text, { size: 10, width, measure }).map((line) => line.text);

  it('break at spaces, keep empty ones, and cut only a word that is wider than the paper', () => {
    expect(wrap('een twee drie', 45)).toEqual(['een twee', 'drie']);
    expect(wrap('een\n\ntwee', 45)).toEqual(['een', '', 'twee']);
    expect(wrap('aan onvoorstelbaar', 45)).toEqual(['aan', 'onvoorste', 'lbaar']);
    expect(wrap('', 45)).toEqual(['']);
  });

  it('know where in the text they begin', () => {
    const text = 'een twee onvoorstelbaar\nlange tekst';
    for (const { text: line, start } of wrapText(text, { size: 10, width: 45, measure })) {
      expect(text.slice(start, start + line.length)).toBe(line);
    }
  });
});

describe('a picture', () => {
  it('is drawn at twice its size where a canvas takes that, and smaller where it does not', () => {
    expect(pngScale({ w: 1_000, h: 800 })).toBe(2);
    for (const whole of [
      { w: 20_000, h: 300 },
      { w: 13_000, h: 13_000 },
      { w: 200_000, h: 200_000 },
    ]) {
      const scale = pngScale(whole);
      expect(scale).toBeLessThan(2);
      expect(Math.max(whole.w, whole.h) * scale).toBeLessThanOrEqual(SIDE_MAX + 1);
      expect(whole.w * whole.h * scale ** 2).toBeLessThanOrEqual(AREA_MAX + 1);
    }
  });

  it('is made of pieces that cover the wall once', () => {
    const whole = { x: -100, y: 50, w: 5_000, h: 3_000 };
    const pieces = piecesOf(whole, 1);
    expect(pieces.length).toBe(6);
    expect(pieces.reduce((sum, { w, h }) => sum + w * h, 0)).toBe(whole.w * whole.h);
    expect(pieces.at(-1)).toMatchObject({ x: -100 + 2 * 2_048, y: 50 + 2_048 });
  });
});

it('a file is named after sprint, board and day, in plain letters', () => {
  const at = new Date(2030, 0, 7, 10).getTime();
  const name = exportFileName({ sprint: 'Réparatie & Co!', board: 'Hoe kunnen we…', at }, 'png');
  expect(name).toBe('reparatie-co-hoe-kunnen-we-2030-01-07.png');
  expect(exportFileName({ sprint: '日本', board: '', at }, 'csv')).toBe('2030-01-07.csv');
});

it('data has its format and version, and every note once', () => {
  const doc = wallOf([
    { id: 'n1', text: 'appel' },
    { id: 'n2', text: 'peer' },
  ]);
  stackOn(doc, ['n2'], 'n1', local);
  const file = JSON.parse(boardJson(exportOf(doc), Date.parse('2030-01-08T09:00:00Z'))) as object;
  expect(file).toMatchObject({
    ...{ format: 'sprintkamer-board', version: 1, exportedAt: '2030-01-08T09:00:00.000Z' },
    notes: [
      { id: 'n1', text: 'appel', stack: 'n1' },
      { id: 'n2', text: 'peer', stack: 'n1' },
    ],
  });
});
