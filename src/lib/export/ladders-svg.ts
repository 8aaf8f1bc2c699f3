/**
 * Ladders as an SVG of our own: each standing on the ground with its place in the team's order, its behoefte below, its
 * belofte in the middle and its bewijs on top, above it one rung for each degree of strength; a contradicted bewijs is
 * tilted, and the rails end below it. Four in a row. Pure.
 */
import { rungStates } from '#domain/klantbelofte/ladder';
import { borneStrength, strengthRungs } from '#domain/klantbelofte/strength';
import { ladderOfBelofte } from '#document/kinds/ladders/ladder-of';
import type { PlainBelofte, PlainLadders } from '#document/kinds/ladders/plain';
import type { Box } from '$lib/plane/viewport';
import type { BoardExport } from './board-export';
import { card, paragraph } from './map-cards';
import { svgFile } from './svg-file';
import { element, short } from './svg-text';
import type { WallLook } from './wall-look';

export type LaddersDrawing = Pick<BoardExport, 'sprint' | 'board'> & {
  readonly plain: PlainLadders;
  /** The whole sentence, and the norm behind it where there is one. */
  sentence(belofte: PlainBelofte): string;
  norm(belofte: PlainBelofte): string;
  /** In place or an errand, with who and when. */
  proof(proof: PlainBelofte['proofs'][number]): string;
  /** What a customer showed, for or against it. */
  finding(finding: PlainBelofte['findings'][number]): string;
  signed(belofte: PlainBelofte): string;
};

const MARGIN = 40;
const IN_A_ROW = 4;
const WIDTH = 290;
const BETWEEN = 40;
const RAIL = 6;
const INSET = 16;
const GAP = 12;
const STRENGTH = 20;
/** Under the ground, for the place in the order. */
const NUMBER = 34;

export function laddersBox(board: LaddersDrawing, look: WallLook): Box {
  const { width, height } = placed(board, look);
  return { x: -MARGIN, y: -MARGIN, w: width + 2 * MARGIN, h: height + 2 * MARGIN };
}

/** @param part of the picture to draw, in its own units; the whole when left out. */
export function laddersSvg(
  board: LaddersDrawing,
  look: WallLook,
  part = laddersBox(board, look),
): string {
  const { pieces } = placed(board, look);
  return svgFile({ names: [board.sprint, board.board], pieces }, look, part);
}

type Rung = { height: number; draw: (y: number) => string };

function placed(
  board: LaddersDrawing,
  look: WallLook,
): { pieces: string[]; width: number; height: number } {
  const { beloften } = board.plain;
  const pieces: string[] = [];
  let top = 0;
  for (let from = 0; from < beloften.length; from += IN_A_ROW) {
    const row = beloften.slice(from, from + IN_A_ROW).map((belofte, at) => ({
      belofte,
      x: at * (WIDTH + BETWEEN),
      rungs: rungsOf(board, belofte, { x: at * (WIDTH + BETWEEN), look }),
    }));
    // Equal heights per rung, so that the strengths of a row can be compared along one line.
    const heights = [0, 1, 2].map((rung) =>
      Math.max(...row.map(({ rungs }) => rungs[rung]?.height ?? 0)),
    );
    const sheets = heights.reduce((sum, height) => sum + height + GAP, 0);
    const ground = top + 4 * STRENGTH + GAP + sheets;
    for (const { belofte, x, rungs } of row) {
      const isBroken = rungStates(ladderOfBelofte(board.plain, belofte.id)).bewijs === 'broken';
      let y = ground;
      rungs.forEach((rung, at) => {
        const h = heights[at] ?? 0;
        y -= h + GAP;
        const sheet = card({ x, y, w: WIDTH, h }, look.palette.papers.white.paper);
        const tilt = `rotate(3 ${short(x + WIDTH / 2)} ${short(y + h / 2)})`;
        const drawn = sheet + rung.draw(y + INSET);
        pieces.push(isBroken && at === 2 ? element('g', { transform: tilt }, drawn) : drawn);
      });
      const rails = { x, y: isBroken ? y + (heights[2] ?? 0) + GAP : y, ground, look };
      pieces.push(...(isBroken ? railsOf(rails) : strengthOf(board.plain, belofte, rails)));
      const place = { x, w: WIDTH, y: ground + 8, look, size: 17, weight: 700, centred: true };
      pieces.push(paragraph(String(beloften.indexOf(belofte) + 1), place).svg);
    }
    const across = row.length * (WIDTH + BETWEEN);
    const soil = { x: -BETWEEN / 2, y: ground, width: across, height: 2 };
    pieces.push(element('rect', { ...soil, fill: look.palette.ink }));
    top = ground + NUMBER + BETWEEN;
  }
  const across = Math.min(IN_A_ROW, beloften.length);
  const width = Math.max(WIDTH, across * WIDTH + Math.max(0, across - 1) * BETWEEN);
  return { pieces, width, height: Math.max(0, top - BETWEEN) };
}

/** From below: behoefte, belofte, bewijs. */
function rungsOf(
  board: LaddersDrawing,
  belofte: PlainBelofte,
  { x, look }: { x: number; look: WallLook },
): Rung[] {
  const behoefte = board.plain.behoeften.find(({ id }) => id === belofte.behoefteId);
  const sheet = (
    lines: readonly { text: string; size: number; weight: number; titled?: boolean }[],
  ): Rung => {
    const place = { x: x + INSET, w: WIDTH - 2 * INSET, look };
    const heights = lines.map((line) => paragraph(line.text, { ...place, y: 0, ...line }).height);
    const height = heights.reduce((sum, one) => sum + (one > 0 ? one + 6 : 0), 0) + 2 * INSET - 6;
    const draw = (y: number): string => {
      let at = y;
      return lines
        .map((line, nth) => {
          const drawn = paragraph(line.text, { ...place, y: at, ...line });
          at += (heights[nth] ?? 0) > 0 ? (heights[nth] ?? 0) + 6 : 0;
          return drawn.svg;
        })
        .join('');
    };
    return { height: Math.max(height, 48), draw };
  };
  return [
    sheet([{ text: behoefte?.words ?? '', size: 14, weight: 500 }]),
    sheet([
      { text: board.sentence(belofte), size: 20, weight: 700, titled: true },
      { text: board.norm(belofte), size: 13, weight: 600 },
      { text: board.signed(belofte), size: 12, weight: 500 },
    ]),
    sheet(
      [...belofte.proofs.map(board.proof), ...belofte.findings.map(board.finding)].map((text) => ({
        ...{ text, size: 13, weight: 500 },
      })),
    ),
  ];
}

/** The rails, and above the sheets one rung for each degree of what the proof bears. */
function strengthOf(
  plain: PlainLadders,
  belofte: PlainBelofte,
  { x, y, ground, look }: { x: number; y: number; ground: number; look: WallLook },
): string[] {
  const { bewijs } = ladderOfBelofte(plain, belofte.id);
  const count = strengthRungs(borneStrength(bewijs.strength, bewijs));
  const fill = look.palette.dot;
  const rungs = Array.from({ length: count }, (_, at) =>
    element('rect', {
      ...{ x: x - RAIL, y: y - (at + 1) * STRENGTH + 6, width: WIDTH + 2 * RAIL, height: 4 },
      fill,
    }),
  );
  return [...railsOf({ x, y: y - count * STRENGTH - 8, ground, look }), ...rungs];
}

/** From the ground up to that height. */
function railsOf({
  x,
  y,
  ground,
  look,
}: {
  x: number;
  y: number;
  ground: number;
  look: WallLook;
}): string[] {
  return [x - RAIL - 1, x + WIDTH + 1].map((at) => {
    const place = { x: at, y, width: RAIL, height: ground - y, rx: 3 };
    return element('rect', { ...place, fill: look.palette.dot });
  });
}
