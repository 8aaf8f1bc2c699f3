/** An older wall put back as a new state of the same document: history stays, and so does undo of it. */
import * as Y from 'yjs';
import { server, type Origin } from '#document/origins';
import { plainWall, type PlainWall } from '#document/plain';
import { roots } from '#document/schema';
import { putBackGroup, putBackNote } from '#document/boards/put-back';

/**
 * Makes a wall read as `from` did, by the smallest change: what is not in it goes, what was removed
 * comes back under its id, everything else changes only where it differs. Afterwards the plain wall
 * equals the one of `from` ([D24]). One transaction.
 */
export function restoreWall(doc: Y.Doc, from: Y.Doc | PlainWall, origin: Origin = server): void {
  const wall = from instanceof Y.Doc ? plainWall(from) : from;
  const noteIds = new Set(wall.notes.map((note) => note.id));
  const groupIds = new Set(wall.groups.map((group) => group.id));
  doc.transact(() => {
    for (const id of [...roots.notes(doc).keys()]) {
      if (!noteIds.has(id)) roots.notes(doc).delete(id);
    }
    for (const id of [...roots.groups(doc).keys()]) {
      if (!groupIds.has(id)) roots.groups(doc).delete(id);
    }
    for (const group of wall.groups) putBackGroup(doc, group);
    for (const note of wall.notes) putBackNote(doc, note);
  }, origin);
}
