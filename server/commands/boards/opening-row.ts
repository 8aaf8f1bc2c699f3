/**
 * The opening of a storyboard: the row that the Decider picked is laid by the server as its first
 * panels, once, each with where it came from. Called where a step opens; no page does this by itself.
 */
import * as Y from 'yjs';
import { layRow } from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { server } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { opensWith, pickedRow, type PickedRow } from '#domain/storyboard/picked-row';
import type { Authority } from '#server/stage/authority';

/** What a new storyboard's room begins with: the row that was picked, or nothing. */
export function storyWith(authority: Authority): Uint8Array {
  const picked = pickedRow(authority);
  const seed = seedUpdate('storyboard');
  if (!picked) return seed;
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, seed);
    layRow(doc, picked, server);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/** Nothing happens to a storyboard that opened with another row: which of the two begins it is the team's to say. */
export function layPickedRow(doc: Y.Doc, picked: PickedRow): void {
  const { panels } = plainStoryboard(doc);
  if (panels.every(({ source }) => source?.kind !== 'row')) layRow(doc, picked, server);
}

/** @returns the row that a storyboard from before it was picked is to open with; null when there is none, or it did. */
export function rowToLay(authority: Authority, boardId: string): PickedRow | null {
  const picked = pickedRow(authority);
  const openings = authority.steps
    .filter((step) => step.boardId === boardId)
    .map(({ openedAt }) => openedAt);
  return picked && opensWith(picked, openings) ? picked : null;
}
