/**
 * A photograph of paper on its way from a telephone to its owner's pad: where it is posted, what is said
 * with it, and what the server answers. The bytes of the picture are the body.
 */
import * as v from 'valibot';
import type { Refusal } from '#domain/refusal';

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A part of the sheet (left, top, width, height, each 0 to 1) and the fold or panel that it lies on, from 1. */
const piece = v.strictObject({
  place: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  crop: v.strictTuple([part, part, part, part]),
});
export const paperPieces = v.pipe(v.array(piece), v.minLength(1), v.maxLength(8));
export type PaperPiece = v.InferOutput<typeof piece>;

export type PaperAnswer = { ok: true } | { ok: false; refusal: Refusal };

const PATH = /^\/paper\/([A-Za-z0-9_-]{1,64})\/photos\/([A-Za-z0-9_-]{8,62})$/;

/** The page that a code opens on a telephone. */
export function paperPath(token: string): string {
  return `/paper/${token}`;
}

/** @param photoId made by the sender: the same photograph sent again is laid once. */
export function paperPhotoPath(
  token: string,
  { photoId, pieces }: { photoId: string; pieces: readonly PaperPiece[] },
): string {
  const said = encodeURIComponent(JSON.stringify(pieces));
  return `${paperPath(token)}/photos/${photoId}?pieces=${said}`;
}

/** @returns undefined for a path that is not about photographs of paper. */
export function parsePaperPath(path: string): { token: string; photoId: string } | undefined {
  const [, token, photoId] = PATH.exec(path) ?? [];
  return token === undefined || photoId === undefined ? undefined : { token, photoId };
}

/** The cookie of the one telephone that opened a code; sent for that code's page alone. */
export const PAPER_COOKIE = 'sprintkamer_paper';
