/**
 * Pictures over http: where they are sent and read, and what the server answers. A picture is posted
 * as the bytes of its file and read back re-encoded; a board only holds its id and size.
 */
import type { BoardId, PictureId, SprintId } from '#domain/ids';
import type { Refusal } from '#domain/refusal';

/** What came of a file: its size in pixels is that of the picture as it is kept. */
export type AddedPicture = { id: PictureId; width: number; height: number };
export type PictureAnswer = { ok: true; picture: AddedPicture } | { ok: false; refusal: Refusal };

const PATH = /^\/sprint\/([A-Za-z0-9_-]{1,64})\/pictures(?:\/([A-Za-z0-9_-]{1,64}))?$/;

/** Where the picture is read; `pictureId` comes from a board, so it is written into a path with care. */
export function picturePath(sprintId: SprintId, pictureId: PictureId): string {
  return `/sprint/${sprintId}/pictures/${encodeURIComponent(pictureId)}`;
}

/** Said instead of a board: the file is for the sender's own pad, and shown to nobody else. */
export const OWN_PAD = 'pad';

/** Where a file for this board, or for `OWN_PAD`, is posted. */
export function uploadPath(sprintId: SprintId, boardId: BoardId): string {
  return `/sprint/${sprintId}/pictures?board=${encodeURIComponent(boardId)}`;
}

/** @returns undefined for a path that is not about pictures. */
export function parsePicturePath(
  path: string,
): { sprintId: SprintId; pictureId: PictureId | null } | undefined {
  const [, sprintId, pictureId = null] = PATH.exec(path) ?? [];
  return sprintId === undefined ? undefined : { sprintId, pictureId };
}
