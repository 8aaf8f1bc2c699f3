/** Reads a board whole from the server, as it is or as it was at a kept moment: what is committed, and nothing that is hidden. */
import type { BoardSheet } from '#protocol/history';
import type { Stage } from '#protocol/stage';
import { sheetExport, type BoardExport } from './board-export';

type Asked = { sprintId: string; boardId: string; momentId: string | null };

/**
 * Throws when there is no connection, or no such board or moment. A storyboard comes with the museum that hangs now,
 * which its clips are parts of; where that cannot be read they say only where they are from.
 * @param agenda where the museum is named.
 */
export async function readSheet(asked: Asked, agenda: Stage['agenda']): Promise<BoardExport> {
  const sheet = await fetchSheet(asked);
  const museumId = agenda.findLast(({ board }) => board?.kind === 'gallery')?.board?.boardId;
  const museum =
    sheet.board.kind === 'storyboard' && museumId !== undefined
      ? await fetchSheet({ ...asked, boardId: museumId, momentId: null }).catch(() => null)
      : null;
  return sheetExport(sheet, Date.now(), museum);
}

async function fetchSheet({ sprintId, boardId, momentId }: Asked): Promise<BoardSheet> {
  const path = `/sprint/${sprintId}/board/${boardId}${momentId === null ? '' : `?moment=${momentId}`}`;
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the board could not be read: ${answer.status}`);
  return (await answer.json()) as BoardSheet;
}
