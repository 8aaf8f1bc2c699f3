/**
 * A board as PNG: the SVG drawn on a canvas piece by piece, so that a wall of thousands of notes shows
 * progress, can be left, and never asks for one picture that no browser decodes.
 */
import type { Box } from '$lib/plane/viewport';
import type { BoardPainter } from './exporter';
import { AREA_MAX, piecesOf, pngScale, SCALE_WANTED, SIDE_MAX } from './png-plan';

export type PngOptions = {
  signal?: AbortSignal;
  /** Told the share that is done, 0 to 1. */
  onprogress?: (share: number) => void;
};

/** The browser refuses a canvas of any useful size. */
export class CanvasRefusedError extends Error {
  override readonly name = 'CanvasRefusedError';
}

/**
 * @returns the picture, and whether it had to be made smaller than is sharp on paper.
 * Throws an AbortError when the signal says so, and CanvasRefusedError.
 */
export async function boardPng(
  { box: whole, svg }: BoardPainter,
  { signal, onprogress }: PngOptions = {},
): Promise<{ blob: Blob; smaller: boolean }> {
  const { canvas, context, scale } = sizedCanvas(whole);
  const pieces = piecesOf(whole, scale);
  for (const [index, piece] of pieces.entries()) {
    signal?.throwIfAborted();
    const picture = await drawnSvg(svg(piece));
    const left = Math.round((piece.x - whole.x) * scale);
    const top = Math.round((piece.y - whole.y) * scale);
    const right = Math.round((piece.x + piece.w - whole.x) * scale);
    const bottom = Math.round((piece.y + piece.h - whole.y) * scale);
    context.drawImage(picture, left, top, right - left, bottom - top);
    onprogress?.((index + 1) / pieces.length);
    await nextTurn();
  }
  signal?.throwIfAborted();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new CanvasRefusedError('the canvas gave no picture');
  return { blob, smaller: scale < SCALE_WANTED };
}

/** A canvas that really takes colour: some browsers give one that silently stays empty when it is too large. */
function sizedCanvas(whole: Box) {
  for (let part = 1; part >= 1 / 16; part /= 4) {
    const scale = pngScale(whole, { side: SIDE_MAX * Math.sqrt(part), area: AREA_MAX * part });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(whole.w * scale));
    canvas.height = Math.max(1, Math.round(whole.h * scale));
    const context = canvas.getContext('2d');
    if (context && takesColour(context)) return { canvas, context, scale };
  }
  throw new CanvasRefusedError('no canvas of this size');
}

function takesColour(context: CanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  context.fillRect(width - 1, height - 1, 1, 1);
  return context.getImageData(width - 1, height - 1, 1, 1).data[3] === 255;
}

async function drawnSvg(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Lets the page draw its progress and hear a click. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
