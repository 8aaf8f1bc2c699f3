/**
 * The scenes of the storyboard on the board where the prototype's makers are named: a note each, in the
 * order of the story, from which the team splits the work. Laid by the server as that board is made.
 */
import * as Y from 'yjs';
import { addNotes, freePlaces } from '#document/boards/wall';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { scenesOf } from '#document/kinds/storyboard/scenes';
import { server } from '#document/origins';
import { plainWall } from '#document/plain';
import { seedUpdate } from '#document/schema';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { boardRoomId } from '#server/commands/votes/rounds';
import type { Authority } from '#server/stage/authority';

/** The room of the storyboard that was worked on last; undefined when there is none. */
export function storyRoomOf(authority: Authority): string | undefined {
  const boards = authority.boards.filter(({ kind }) => kind === 'storyboard');
  const latest = boards.reduce<(typeof boards)[number] | undefined>(
    (last, board) => (last && last.createdAt >= board.createdAt ? last : board),
    undefined,
  );
  return boardRoomId(authority, latest?.id ?? null);
}

/** What that board's room begins with; nothing where there is no storyboard, or it cannot be read. */
export function wallWithScenes({
  authority,
  doc,
  holds,
  newId,
}: Pick<Doing<CommandKind>, 'authority' | 'doc' | 'holds' | 'newId'>): Uint8Array {
  const seed = seedUpdate('wall');
  const roomId = storyRoomOf(authority);
  if (roomId === undefined || !holds(roomId)) return seed;
  const scenes = scenesOf(plainStoryboard(doc(roomId)));
  const wall = new Y.Doc();
  try {
    Y.applyUpdate(wall, seed);
    const places = freePlaces(plainWall(wall), scenes.length);
    const notes = scenes.map(({ number, words }, at) => {
      const text = words === '' ? `${number}` : `${number}. ${words}`;
      return { id: newId(), text, at: places[at] ?? ([0, 0] as const), color: 'yellow' as const };
    });
    addNotes(wall, notes, server);
    return Y.encodeStateAsUpdate(wall);
  } finally {
    wall.destroy();
  }
}
