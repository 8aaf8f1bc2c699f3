/** The dots of the ground: how wide their mesh is, and the pieces of ground on which they are drawn. */
import type { Box, Point } from './viewport';

const MESH = 28;
/** What a mesh may measure on the screen is between this over and this times the square root of two. */
const READABLE_PX = 22;
/** Dots along a side of a piece. */
const PIECE = 64;

/** In the plane's units. Dots keep a readable distance: the mesh halves or doubles with the scale. */
export function meshAt(scale: number): number {
  return MESH * 2 ** Math.round(Math.log2(READABLE_PX / (MESH * scale)));
}

/** The corners of the pieces that together cover an area, each with its side in the plane's units. */
export function groundPieces(area: Box, mesh: number): (Point & { side: number })[] {
  const side = mesh * PIECE;
  const first = { x: Math.floor(area.x / side), y: Math.floor(area.y / side) };
  const last = { x: Math.ceil((area.x + area.w) / side), y: Math.ceil((area.y + area.h) / side) };
  const pieces: (Point & { side: number })[] = [];
  for (let x = first.x; x < last.x; x++) {
    for (let y = first.y; y < last.y; y++) pieces.push({ x: x * side, y: y * side, side });
  }
  return pieces;
}
