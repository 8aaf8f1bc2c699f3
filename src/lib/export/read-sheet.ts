/** Reads a board whole from the server, as it is or as it was at a kept moment: what is committed, and nothing that is hidden. */
import type { BoardSheet } from '#protocol/history';
import { sheetExport, type BoardExport } from './board-export';

/** Throws when there is no connection, or no such board or moment. */
export async function readSheet({
  sprintId,
  boardId,
  momentId,
}: {
  sprintId: string;
  boardId: string;
  momentId: string | null;
}): Promise<BoardExport> {
  const path = `/sprint/${sprintId}/board/${boardId}${momentId === null ? '' : `?moment=${momentId}`}`;
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the board could not be read: ${answer.status}`);
  return sheetExport((await answer.json()) as BoardSheet, Date.now());
}
