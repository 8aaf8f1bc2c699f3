/** A sheet that its owner said is good: the picture as it will be kept, and which part lies on which fold or panel. */
import type { PaperPiece } from '#protocol/paper';

export type ReadyPhoto = { readonly file: Blob; readonly pieces: readonly PaperPiece[] };
