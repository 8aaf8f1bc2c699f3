/**
 * What one takes along of any kind of board holds all that stands on it: whoever adds a kind and forgets
 * a field in its table, its data or its drawing finds it here.
 */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardContent, type BoardContent } from '#document/kinds/boards';
import { hangExhibits } from '#document/kinds/gallery/operations';
import { isOpenPoint } from '#document/kinds/storyboard/plain';
import { load, local, server } from '#document/origins';
import { boardKinds, paperColors, seedUpdate } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import { kindsUnderTest } from '#tests/contracts/kinds/kind-under-test';
import { anyExhibit } from '#tests/support/gallery-writes';
import type { BoardExport } from './board-export';
import { exporterOf } from './exporters';
import type { WallLook } from './wall-look';

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

/** The words of this test's own that stand in it. */
function wordsOf(content: unknown): string[] {
  return [...new Set(JSON.stringify(content).match(/w\d+w/g) ?? [])];
}

/** What both are asked for: of a grid no name of what the team set aside as a pattern. */
function taken(content: BoardContent): unknown {
  if (content.kind !== 'grid') return content;
  return { ...content.plain, patterns: content.plain.patterns.filter(({ aside }) => !aside) };
}

/** What a table is asked for: of ladders no more than the ladders, without the questions that came first. */
function tabled(content: BoardContent): unknown {
  if (content.kind !== 'ladders') return taken(content);
  return [content.plain.beloften, content.plain.behoeften];
}

/** What a drawing is asked for: the panels of a storyboard with their open questions, what was seen on a grid with its questions, the rungs of each ladder. */
function drawn(content: BoardContent): unknown {
  if (content.kind === 'storyboard')
    return content.plain.panels.map((panel) => ({
      ...panel,
      points: panel.points.filter(isOpenPoint),
    }));
  if (content.kind === 'grid') {
    const { rows, observations, questions, lookBack } = content.plain;
    return [rows, observations, questions, lookBack];
  }
  if (content.kind !== 'ladders') return content;
  return content.plain.beloften.map(({ words, proofs }) => [words, proofs.map((one) => one.words)]);
}

describe.each(boardKinds)('[D151] of a board of kind %s', (id) => {
  const kind = kindsUnderTest.find((one) => one.id === id);
  if (!kind) throw new Error(`no writes for ${id}`);

  function filled(seed: number): { board: BoardExport; words: string[] } {
    const chance = dice(seed);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(id), load);
    if (id === 'gallery') {
      // Pins are kept on what hangs; all that they are put on hangs here.
      const all = ['e0', 'e1', 'e2', 'e3'].map((one, at) => anyExhibit(chance, one, at + 1));
      hangExhibits(doc, all, server);
    }
    for (let step = 0; step < 60; step++) {
      kind?.writes[chance.of(Object.keys(kind.writes))]?.(doc, chance);
    }
    let made = 0;
    doc.transact(() => {
      for (const root of Object.keys(kind?.declared.records ?? {})) {
        for (const record of doc.getMap<Y.Map<unknown>>(root).values()) {
          for (const shared of record.values()) {
            // A word of its own for each text, which no other holds and no sign makes special.
            if (shared instanceof Y.Text) shared.insert(0, `w${(made += 1)}w `);
          }
        }
      }
    }, local);
    const content = boardContent(doc);
    const board: BoardExport = {
      ...{ sprintId: 's', sprint: 'Wasbeer', board: 'Bord', language: 'nl', day: 1, at: 0 },
      ...{ content, prefix: '', dots: null, chosen: new Set<string>(), decision: null },
    };
    return { board, words: wordsOf(taken(content)) };
  }

  test.each([1, 2, 3, 4, 5])('the table and the data hold every text (seed %i)', (seed) => {
    const { board, words } = filled(seed);
    const csv = exporterOf(board).csv();
    const json = JSON.stringify(exporterOf(board).json());
    expect(wordsOf(tabled(board.content)).filter((word) => !csv.includes(word))).toEqual([]);
    expect(words.filter((word) => !json.includes(word))).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5])(
    'the drawing shows every text, without a browser (seed %i)',
    (seed) => {
      const { board } = filled(seed);
      const words = wordsOf(drawn(board.content));
      const svg = exporterOf(board).paint(look).svg();
      expect(words.filter((word) => !svg.includes(word))).toEqual([]);
    },
  );
});
